import TransparencyLog

extension Ledger {
    /// Reads the entries that are new in the archive, and checks that they make its head.
    @discardableResult
    package mutating func catchUp(with archive: any Archive) async throws(ArchiveError) -> Head? {
        let repair = "Stop writing and restore the archive from a mirror up to the last signed head."
        guard let head = try await archive.head() else {
            guard size == 0 else {
                throw ArchiveError(.inconsistent, "The archive has lost its \(size) entries.", remedy: repair)
            }
            return nil
        }
        guard head.size >= size else {
            throw ArchiveError(
                .inconsistent, "The archive went back from \(size) entries to \(head.size).", remedy: repair)
        }
        if head.size == size, head.root == root { return head }
        var broken: (Int, String)?
        try await advance(from: archive, to: head.size) { entry in
            guard broken == nil else { return }
            if !entry.isAsKept { broken = (entry.index, "it is not kept under its own hashes.") }
            if case .broken(let refusal) = entry.outcome { broken = (entry.index, refusal.description) }
        }
        if let (index, what) = broken {
            throw ArchiveError(.inconsistent, "Entry \(index) is broken: \(what)", remedy: repair)
        }
        if let unknownFrom {
            throw ArchiveError(
                .newer, "Entry \(unknownFrom) is of a kind or under rules that this program does not know.",
                remedy: "Use the release that wrote it, or a later one.")
        }
        try check(head, repair)
        return head
    }

    /// Compares the last tile of every level that the archive keeps with the tree, as is done when a keeper starts.
    /// - Throws: `inconsistent` where one is missing or another.
    package func checkTiles(of archive: any Archive) async throws(ArchiveError) {
        for level in 0..<8 where size >> (8 * level) > 0 {
            let last = (size >> (8 * level)) - 1
            let kept = try await archive.hashes(level: level, from: last, limit: 1)
            guard kept.count == 1, kept.first == (try? nodes.node(level: 8 * level, index: last)) else {
                throw ArchiveError(
                    .inconsistent, "The tiles of level \(level) are not those of the \(size) entries.",
                    remedy: "Run repair: tiles are derived from the entries, and are made again.")
            }
        }
    }

    func check(_ head: Head, _ repair: String) throws(ArchiveError) {
        do throws(LogError) {
            let checkpoint = try Checkpoint(parsing: head.note.text)
            if let log { _ = try head.note.verified(by: [log]) }
            guard size == head.size, root == head.root, nodes.frontier == head.frontier,
                checkpoint.size == size, checkpoint.root == root
            else {
                throw LogError(
                    .invalidProof, "root or size is not that of the \(size) entries",
                    section: "tlog-checkpoint")
            }
        } catch {
            throw ArchiveError(.inconsistent, "The head does not fit the entries: \(error)", remedy: repair)
        }
    }
}

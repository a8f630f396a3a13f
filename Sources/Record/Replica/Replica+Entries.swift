import TransparencyLog

extension Replica {
    enum Arrival {
        /// All entries, which make the root that the log signed.
        case arrived(IncomingEntries)
        case forked(ForkProof)
    }

    /// How many bytes a bundle has at most.
    private static let bundleLimit = 256 * (2 + EntryBundle.maximumEntryByteCount)

    /// Lets the entries arrive that follow what is held.
    ///
    /// Where they do not make the root, the tiles of the source tell why: the log has told two stories, or the source
    /// has other bytes than the log signed. Those are asked for once more.
    func entries(
        _ note: SignedNote, _ theirs: Checkpoint, after ours: Head?,
        _ held: [(head: Checkpoint, note: SignedNote)], _ log: VerifierKey
    ) async throws -> Arrival {
        try folder.makeIncoming()
        let path = folder.incomingPath(after: ours?.size ?? 0)
        let sizes = Set(held.map(\.head.size) + [theirs.size])
        var isSecond = false
        while true {
            let base = ours == nil ? nil : archive
            let incoming = try await IncomingEntries(path, after: base, watching: sizes)
            let isWhole = try await download(theirs, into: incoming)
            if isWhole, await incoming.roots[theirs.size] == theirs.root {
                guard await incoming.size == theirs.size else {
                    // An earlier run has taken more than a source shows that is behind.
                    try await incoming.cut(before: theirs.size / 256)
                    continue
                }
                await incoming.aim(at: note)
                return .arrived(incoming)
            }
            if let fork = await fork(held, ours, note, theirs, log) { return .forked(fork) }
            guard !isSecond else {
                folder.removeIncoming()
                throw ReplicaFault(
                    .brokenSource,
                    "The entries are not those of the head of \(theirs.size) entries that the log signed.",
                    remedy:
                        "The source is broken, and nothing of it was taken in. Ask another source of the same "
                        + "log.")
            }
            isSecond = true
            let bundle = await firstWrong(in: incoming, theirs)
            try await incoming.cut(before: bundle)
            told(.askingAgain(from: max(incoming.first, bundle * 256)))
        }
    }

    /// Asks for bundle after bundle, each from the byte on that is not here yet.
    /// - Returns: `false` where a bundle does not have the form of one.
    private func download(
        _ theirs: Checkpoint, into incoming: IncomingEntries
    ) async throws -> Bool {
        var arrived = 0
        while case let size = await incoming.size, size < theirs.size {
            let place = await incoming.next
            let width = min(256, theirs.size - place.bundle * 256)
            var bytes: [UInt8]?
            var isWider = false
            do throws(SourceFault) {
                let path = EntryBundle.path(index: place.bundle, width: width)
                bytes = try await source.file(path, from: place.bytes, limit: Replica.bundleLimit)?.bytes
                if bytes == nil, width < 256 {
                    // A partial bundle may be gone once the full one is there (tlog-tiles v0.1.0, Partial Tiles).
                    isWider = true
                    let full = EntryBundle.path(index: place.bundle, width: 256)
                    bytes = try await source.file(full, from: place.bytes, limit: Replica.bundleLimit)?.bytes
                }
            } catch {
                // A file that ends before the byte asked for is not the one that was begun.
                if error.code == .broken, place.bytes > 0 { return false }
                throw error
            }
            guard let bytes else {
                throw ReplicaFault(
                    .brokenSource,
                    "The source lacks \(EntryBundle.path(index: place.bundle, width: width)), which its head needs.",
                    remedy: "Ask another source of the same log.")
            }
            guard
                try await incoming.take(bytes, count: width - place.entries, othersFollow: isWider)
            else { return false }
            arrived += bytes.count
            told(.arrived(entries: await incoming.size, of: theirs.size, bytes: arrived))
        }
        return true
    }

    /// The first bundle whose entries are not those of the tiles, where the tiles make the root; otherwise the first.
    private func firstWrong(
        in incoming: IncomingEntries, _ theirs: Checkpoint
    ) async -> Int {
        let start = incoming.first / 256
        let tiles = SourceTiles(source, size: theirs.size)
        var frontier = Frontier()
        var wrong: Int?
        do throws(ArchiveError) {
            for bundle in 0..<(theirs.size + 255) / 256 {
                let hashes = try await tiles.hashes(level: 0, from: bundle * 256, limit: 256)
                for hash in hashes { frontier.append(leafHash: hash) }
                guard wrong == nil, bundle >= start else { continue }
                if try await incoming.hashes(level: 0, from: bundle * 256, limit: 256) != hashes {
                    wrong = bundle
                }
            }
        } catch {
            return start
        }
        return frontier.root == theirs.root ? wrong ?? start : start
    }
}

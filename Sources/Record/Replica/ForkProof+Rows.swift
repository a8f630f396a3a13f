package import TransparencyLog

extension ForkProof {
    /// The proof that two heads fork, in either order; `rows` hold the tree of the larger.
    /// - Throws: as ``ForkProof/init(log:_:_:tree:)``, so `noFork` where they do not.
    package init(
        log: VerifierKey, _ one: SignedNote, _ other: SignedNote, rows: any TreeRows
    ) async throws(LogError) {
        let sizes = [try Checkpoint(parsing: one.text).size, try Checkpoint(parsing: other.text).size]
        let nodes = try await ArchiveNodes.beginning(
            min(sizes[0], sizes[1]), of: max(sizes[0], sizes[1]), from: rows)
        try self.init(log: log, one, other, tree: nodes)
    }

    /// The proof that a head which an author has seen contradicts the history in which it stands.
    ///
    /// - Returns: `nil` where they do not contradict each other, or where it cannot be shown: the log has not signed the
    ///   head, or it is of more entries than there are.
    package init?(
        seen: SeenHead, log: VerifierKey, head: SignedNote, rows: any TreeRows
    ) async {
        guard let note = try? seen.note(of: log.name),
            let size = try? Checkpoint(parsing: head.text).size, seen.size <= size,
            let proof = try? await ForkProof(log: log, note, head, rows: rows)
        else { return nil }
        self = proof
    }
}

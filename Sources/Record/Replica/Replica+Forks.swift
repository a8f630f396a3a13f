import TransparencyLog

extension Replica {
    /// Keeps a proof, and says where.
    func kept(_ fork: ForkProof) throws(ArchiveError) -> ReplicaOutcome {
        let file = try folder.record.keep(fork: fork)
        folder.removeIncoming()
        return .forked(fork, file: file)
    }

    /// The proof that one of the heads ever seen is none of what is held.
    func contradiction(
        to ours: Head, in archive: any Archive, _ log: VerifierKey
    ) async throws(ArchiveError) -> ForkProof? {
        for (head, note) in folder.record.heads(of: log) where 1...ours.size ~= head.size {
            if fitting.contains(head.root) { continue }
            let root = try await ArchiveNodes.root(of: head.size, from: archive)
            if root != head.root { return try await proof(log, note, ours.note, archive) }
            fitting.insert(root)
        }
        return nil
    }

    /// The proof that two heads fork of which that is known.
    func proof(
        _ log: VerifierKey, _ one: SignedNote, _ other: SignedNote, _ rows: any TreeRows
    ) async throws(ArchiveError) -> ForkProof {
        do throws(LogError) {
            return try await ForkProof(log: log, one, other, rows: rows)
        } catch {
            throw ArchiveError(
                .inconsistent, "Two heads contradict each other, and it cannot be shown: \(error)",
                remedy: "Run verify on the replica. Both heads are kept in \(folder.record.headsPath).")
        }
    }

    /// Asks for tiles, and so for a proof, where entries do not make the root of a head.
    /// - Returns: `nil` where the head goes on from all that were seen, or where the source has no tiles that show it.
    func fork(
        _ held: [(head: Checkpoint, note: SignedNote)], _ ours: Head?, _ note: SignedNote,
        _ theirs: Checkpoint, _ log: VerifierKey
    ) async -> ForkProof? {
        let tiles = SourceTiles(source, size: theirs.size)
        var earlier = held.filter { $0.head.size > 0 && $0.head.size <= theirs.size }.map(\.note)
        if let ours { earlier.append(ours.note) }
        for other in earlier {
            if let proof = try? await ForkProof(log: log, other, note, rows: tiles) { return proof }
        }
        return nil
    }
}

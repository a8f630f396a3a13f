import TransparencyLog

extension Archive {
    /// Adds what a longer copy of the same record holds beyond this one, up to its signed head.
    ///
    /// Verify the copy first, and the whole afterwards: here only the tree is compared, so that no other history is mixed
    /// with this one.
    /// - Returns: how many entries were added.
    /// - Throws: `inconsistent` if the copy does not go on from this record.
    package func extend(from copy: any Archive) async throws(ArchiveError) -> Int {
        guard let head = try await copy.head() else {
            throw ArchiveError(.cannotOpen, "The copy has no entries.", remedy: "Name another mirror.")
        }
        guard let own = try await self.head() else {
            try await take(from: copy)
            return head.size
        }
        for digest in try await copy.attachments() {
            if try await attachment(digest) == nil, let bytes = try await copy.attachment(digest) {
                _ = try await keep(attachment: bytes)
            }
        }
        guard head.size > own.size else { return 0 }
        let proof = try await ArchiveNodes.consistencyProof(from: own.size, to: head.size, from: copy)
        do throws(LogError) {
            try MerkleTree.verifyConsistency(
                from: own.size, root: own.root, to: head.size, root: head.root, proof: proof)
        } catch {
            throw ArchiveError(
                .inconsistent, "The copy does not go on from the \(own.size) entries here: \(error)",
                remedy: "Keep both: two heads that the log signed and that do not fit are a fork.")
        }
        let entries = try await copy.entries(from: own.size, limit: head.size - own.size)
        guard try await append(entries, head: head, expecting: own.size) else {
            throw ArchiveError(.busy, "Somebody else wrote meanwhile.", remedy: "Stop the server first.")
        }
        return entries.count
    }
}

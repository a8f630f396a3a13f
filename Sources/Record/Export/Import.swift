extension Archive {
    /// Copies a record into this empty archive.
    ///
    /// Verify it first: nothing is judged here but what the archive itself refuses.
    package func take(from other: any Archive) async throws(ArchiveError) {
        guard let head = try await other.head(), try await self.head() == nil else {
            throw ArchiveError(
                .cannotOpen, "Only an empty archive takes a record, and only one with entries.",
                remedy: "Choose another folder.")
        }
        for digest in try await other.attachments() {
            guard let bytes = try await other.attachment(digest) else { continue }
            _ = try await keep(attachment: bytes)
        }
        // One transaction: a head exists for the whole only.
        let entries = try await other.entries(from: 0, limit: head.size)
        guard try await append(entries, head: head, expecting: 0) else {
            throw ArchiveError(
                .busy, "Somebody else wrote into the archive.", remedy: "Choose another folder.")
        }
    }
}

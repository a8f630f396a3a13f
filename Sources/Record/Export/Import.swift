import Foundation

extension Archive {
    /// Copies a record into this empty archive, however long it is.
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
        let draft = FileManager.default.temporaryDirectory.appendingPathComponent(
            "bishkek-\(UUID().uuidString).entries")
        defer { try? FileManager.default.removeItem(at: draft) }
        let incoming = try await IncomingEntries(draft.path, after: nil)
        while case let size = await incoming.size, size < head.size {
            let entries = try await other.entries(from: size, limit: min(256, head.size - size))
            let isTaken = try await incoming.take(IncomingReader.bytes(of: entries), count: entries.count)
            guard isTaken, !entries.isEmpty else {
                throw ArchiveError(
                    .inconsistent, "Entry \(size) is missing.", remedy: "Verify what is to be imported.")
            }
        }
        // One transaction: a head exists for the whole only.
        let reader = incoming.reader()
        guard
            try await append(
                to: head, expecting: 0, next: { () throws(ArchiveError) in try reader.entries() })
        else {
            throw ArchiveError(
                .busy, "Somebody else wrote into the archive.", remedy: "Choose another folder.")
        }
    }
}

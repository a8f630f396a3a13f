import Foundation
package import TransparencyLog

extension Archive {
    /// Copies a record into this empty archive, however long it is.
    ///
    /// Verify it first: nothing is judged here but what the archive itself refuses.
    package func take(from other: any Archive) async throws(ArchiveError) {
        guard try await other.head() != nil, try await head() == nil else {
            throw ArchiveError(
                .cannotOpen, "Only an empty archive takes a record, and only one with entries.",
                remedy: "Choose another folder.")
        }
        _ = try await extend(from: other)
    }

    /// Adds what a longer copy of the same record holds beyond this one, up to its signed head, however much that is.
    ///
    /// Verify the copy first, and the whole afterwards: here only the tree is compared, so that no other history is mixed
    /// with this one.
    /// - Returns: how many entries were added.
    /// - Throws: `foreign` if the copy is of another log, `inconsistent` if it holds another history.
    package func extend(from copy: any Archive) async throws(ArchiveError) -> Int {
        guard let head = try await copy.head() else {
            throw ArchiveError(.cannotOpen, "The copy has no entries.", remedy: "Name another mirror.")
        }
        let own = try await self.head()
        if try await fork(with: copy) != nil {
            throw ArchiveError(
                .inconsistent, "The copy holds another history than the record, and the log signed both.",
                remedy: "Keep both: they prove a fork.")
        }
        for digest in try await copy.attachments() where try await attachment(digest) == nil {
            guard let bytes = try await copy.attachment(digest) else { continue }
            _ = try await keep(attachment: bytes)
        }
        let size = own?.size ?? 0
        guard head.size > size else { return 0 }
        try await add(copy, head, after: own)
        return head.size - size
    }

    /// Compares the history of a copy with this one, as far as both go; either may be the longer.
    ///
    /// - Returns: `nil` where one goes on from the other; otherwise the proof that the log has signed both.
    /// - Throws: `foreign` if the copy is of another log, `inconsistent` if the histories part and that proves no fork.
    package func fork(with copy: any Archive) async throws(ArchiveError) -> ForkProof? {
        guard let own = try await head(), let head = try await copy.head() else { return nil }
        let (log, other) = (try await log(), try await copy.log())
        guard let log, log == other else {
            throw ArchiveError(
                .foreign,
                "The copy is of the log \(other?.description ?? "unknown"), and the record of "
                    + "\(log?.description ?? "an unknown one").",
                remedy: "Name a copy of the same record.")
        }
        let (smaller, rows): (Head, any Archive) = own.size < head.size ? (own, copy) : (head, self)
        guard try await ArchiveNodes.root(of: smaller.size, from: rows) != smaller.root else { return nil }
        do throws(LogError) {
            return try await ForkProof(log: log, own.note, head.note, rows: rows)
        } catch {
            throw ArchiveError(
                .inconsistent,
                "The copy of \(head.size) entries does not fit the \(own.size) of the record: \(error)",
                remedy: "Keep both, and verify them.")
        }
    }

    /// By way of a file, a bundle at a time: a head exists for the whole only, so there is one transaction.
    private func add(_ copy: any Archive, _ head: Head, after own: Head?) async throws(ArchiveError) {
        let draft = FileManager.default.temporaryDirectory.appendingPathComponent(
            "bishkek-\(UUID().uuidString).entries")
        defer { try? FileManager.default.removeItem(at: draft) }
        let incoming = try await IncomingEntries(draft.path, after: own == nil ? nil : self)
        while case let size = await incoming.size, size < head.size {
            let limit = min(256 - size % 256, head.size - size)
            let entries = try await copy.entries(from: size, limit: limit)
            let isTaken = try await incoming.take(IncomingReader.bytes(of: entries), count: entries.count)
            guard isTaken, !entries.isEmpty else {
                throw ArchiveError(
                    .inconsistent, "Entry \(size) is missing.", remedy: "Verify what is to be imported.")
            }
        }
        let reader = incoming.reader()
        let next: @Sendable () throws(ArchiveError) -> [ArchivedEntry] = { () throws(ArchiveError) in
            try reader.entries()
        }
        guard try await append(to: head, expecting: own?.size ?? 0, next: next) else {
            throw ArchiveError(
                .busy, "Somebody else wrote into the archive.", remedy: "Stop the server first.")
        }
    }
}

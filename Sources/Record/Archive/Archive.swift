package import Ceasefire

/// Where a record is kept: entries, head and attachments. Every implementation passes the same contract tests.
package protocol Archive: TreeRows {
    /// Whether the tree's lowest row is kept with the entries themselves, as ``ArchivedEntry/leafHash``, and nowhere else.
    ///
    /// Where that is so, whoever has compared the leaf hash of every entry has compared that row.
    var keepsLeavesWithEntries: Bool { get }

    /// `nil` before entry 0.
    func head() async throws(ArchiveError) -> Head?

    /// Adds the entries that follow the first `oldSize` and replaces the head, both or neither, durably before it
    /// returns.
    /// - Returns: `false`, with nothing changed, if the archive holds another number of entries than `oldSize`.
    func append(
        _ entries: [ArchivedEntry], head: Head, expecting oldSize: Int
    ) async throws(ArchiveError) -> Bool

    /// As ``append(_:head:expecting:)`` with any number of entries, of which only a stretch is in memory at a time.
    ///
    /// - Parameter next: gives the entries in order, a stretch at each call, and none at the end. It is called within
    ///   the one transaction that writes them, so that what it throws leaves everything as it was.
    func append(
        to head: Head, expecting oldSize: Int,
        next: @escaping @Sendable () throws(ArchiveError) -> [ArchivedEntry]
    ) async throws(ArchiveError) -> Bool

    /// At most `limit` entries from index `from` on, in order.
    func entries(from: Int, limit: Int) async throws(ArchiveError) -> [ArchivedEntry]

    /// The entries with these indices, which ascend; those that are not there are left out.
    func entries(at indices: [Int]) async throws(ArchiveError) -> [ArchivedEntry]

    func index(of id: TextDigest) async throws(ArchiveError) -> Int?

    /// Keeps a file under its own SHA-256; keeping it twice changes nothing.
    func keep(attachment bytes: [UInt8]) async throws(ArchiveError) -> TextDigest

    func attachment(_ digest: TextDigest) async throws(ArchiveError) -> [UInt8]?

    /// What is attached, in order.
    func attachments() async throws(ArchiveError) -> [TextDigest]
}

extension Archive {
    package var keepsLeavesWithEntries: Bool { false }

    package func entries(at indices: [Int]) async throws(ArchiveError) -> [ArchivedEntry] {
        var found: [ArchivedEntry] = []
        for index in indices { if let entry = try await entry(at: index) { found.append(entry) } }
        return found
    }

    package func entry(at index: Int) async throws(ArchiveError) -> ArchivedEntry? {
        guard index >= 0 else { return nil }
        return try await entries(from: index, limit: 1).first
    }
}

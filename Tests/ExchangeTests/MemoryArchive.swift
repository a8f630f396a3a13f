import Ceasefire
import Record
import TransparencyLog

/// A record kept in memory, for as long as a test lasts.
actor MemoryArchive: Archive {
    private var kept: [ArchivedEntry] = []
    private var last: Head?
    private var files: [TextDigest: [UInt8]] = [:]

    func head() -> Head? { last }

    func append(_ entries: [ArchivedEntry], head: Head, expecting oldSize: Int) -> Bool {
        guard kept.count == oldSize else { return false }
        kept += entries
        last = head
        return true
    }

    func append(
        to head: Head, expecting oldSize: Int,
        next: @escaping @Sendable () throws(ArchiveError) -> [ArchivedEntry]
    ) throws(ArchiveError) -> Bool {
        var added: [ArchivedEntry] = []
        while case let stretch = try next(), !stretch.isEmpty { added += stretch }
        return append(added, head: head, expecting: oldSize)
    }

    func entries(from: Int, limit: Int) -> [ArchivedEntry] { Array(kept.dropFirst(from).prefix(limit)) }

    func index(of id: TextDigest) -> Int? { nil }

    /// Playing asks for no tiles.
    func hashes(level: Int, from: Int, limit: Int) -> [Hash] { [] }

    func keep(attachment bytes: [UInt8]) -> TextDigest {
        let digest = TextDigest(of: bytes)
        files[digest] = bytes
        return digest
    }

    func attachment(_ digest: TextDigest) -> [UInt8]? { files[digest] }

    func attachments() -> [TextDigest] { files.keys.sorted() }
}

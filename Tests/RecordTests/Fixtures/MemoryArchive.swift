import Ceasefire
import Record
import TransparencyLog

/// A record in memory, for tests: what an archive is, without a disk.
actor MemoryArchive: Archive {
    private var entries: [ArchivedEntry] = []
    private var nodes: [Int: [Hash]] = [:]
    private var kept: Head?
    private var files: [TextDigest: [UInt8]] = [:]
    /// Errors that the next appends meet.
    private var failures: [ArchiveError] = []

    func fail(with error: ArchiveError) { failures.append(error) }

    /// Where the next append waits until it is let go.
    private var gate: CheckedContinuation<Void, Never>?
    private var isHeld = false

    func hold() { isHeld = true }

    /// Until an append waits.
    func waitUntilHeld() async { while gate == nil { await Task.yield() } }

    /// Lets the append go that waits.
    func release() async {
        await waitUntilHeld()
        gate?.resume()
        gate = nil
    }

    func head() async throws(ArchiveError) -> Head? { kept }

    func append(
        _ added: [ArchivedEntry], head: Head, expecting oldSize: Int
    ) async throws(ArchiveError) -> Bool {
        if isHeld {
            isHeld = false
            await withCheckedContinuation { gate = $0 }
        }
        if !failures.isEmpty { throw failures.removeFirst() }
        guard entries.count == oldSize else { return false }
        var frontier = kept?.frontier ?? Frontier()
        let made = frontier.append(added)
        guard frontier == head.frontier, frontier.root == head.root, !added.isEmpty else {
            throw ArchiveError.headOfOtherEntries(head, after: oldSize)
        }
        let known = Set(entries.map(\.id))
        guard Set(added.map(\.id)).count == added.count, added.allSatisfy({ !known.contains($0.id) }) else {
            throw ArchiveError(.inconsistent, "A payload is there already.", remedy: "Run verify.")
        }
        entries.append(contentsOf: added)
        for node in made { nodes[node.level, default: []].append(node.hash) }
        kept = head
        return true
    }

    func append(
        to head: Head, expecting oldSize: Int,
        next: @escaping @Sendable () throws(ArchiveError) -> [ArchivedEntry]
    ) async throws(ArchiveError) -> Bool {
        guard entries.count == oldSize else { return false }
        var added: [ArchivedEntry] = []
        while case let stretch = try next(), !stretch.isEmpty { added += stretch }
        return try await append(added, head: head, expecting: oldSize)
    }

    func entries(from: Int, limit: Int) async throws(ArchiveError) -> [ArchivedEntry] {
        Array(entries.dropFirst(from).prefix(limit))
    }

    func index(of id: TextDigest) async throws(ArchiveError) -> Int? { entries.firstIndex { $0.id == id } }

    func hashes(level: Int, from: Int, limit: Int) async throws(ArchiveError) -> [Hash] {
        let row = level == 0 ? entries.map(\.leafHash) : nodes[level] ?? []
        return Array(row.dropFirst(from).prefix(limit))
    }

    func keep(attachment bytes: [UInt8]) async throws(ArchiveError) -> TextDigest {
        let digest = TextDigest(of: bytes)
        files[digest] = bytes
        return digest
    }

    func attachment(_ digest: TextDigest) async throws(ArchiveError) -> [UInt8]? { files[digest] }

    func attachments() async throws(ArchiveError) -> [TextDigest] { files.keys.sorted() }

    // What a dishonest keeper could do.

    func replace(entry index: Int, with body: [UInt8], id: TextDigest? = nil) {
        entries[index].body = body
        if let id { entries[index].id = id }
        entries[index].leafHash = MerkleTree.leafHash(body)
    }

    func replace(head: Head) { kept = head }

    /// Tells another history; the head stays what it was unless `log` signs the new one.
    func rewrite(_ history: [ArchivedEntry], signedBy log: SigningKey? = nil) throws {
        entries = history
        nodes = [:]
        var frontier = Frontier()
        for node in frontier.append(history) { nodes[node.level, default: []].append(node.hash) }
        guard let log else { return }
        let checkpoint = try Checkpoint(origin: log.name, size: frontier.size, root: frontier.root)
        kept = Head(frontier: frontier, root: frontier.root, note: try checkpoint.signed(by: log))
    }

    func replace(attachment digest: TextDigest, with bytes: [UInt8]?) { files[digest] = bytes }
}

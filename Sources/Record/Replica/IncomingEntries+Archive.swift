package import Ceasefire
package import TransparencyLog

/// What arrived, seen as the archive that it will be part of: it can be replayed and proved from before it is taken in.
extension IncomingEntries: Archive {
    package func head() async throws(ArchiveError) -> Head? { target }

    package func entries(from: Int, limit: Int) async throws(ArchiveError) -> [ArchivedEntry] {
        let end = min(size, from.addingReportingOverflow(limit).overflow ? .max : from + limit)
        var found: [ArchivedEntry] = []
        if from < first, let base {
            found = try await base.entries(from: from, limit: min(end, first) - from)
        }
        var index = max(from, first)
        while index < end {
            let (start, bodies) = try group(index / 256)
            let run = bodies.dropFirst(index - start).prefix(end - index)
            guard !run.isEmpty else { break }
            found += run.map { ArchivedEntry(body: $0) }
            index += run.count
        }
        return found
    }

    package func index(of id: TextDigest) async throws(ArchiveError) -> Int? {
        if let index = try await base?.index(of: id) { return index }
        for start in stride(from: first, to: size, by: 256) {
            let entries = try await entries(from: start, limit: 256)
            if let place = entries.firstIndex(where: { $0.id == id }) { return start + place }
        }
        return nil
    }

    package func hashes(level: Int, from: Int, limit: Int) async throws(ArchiveError) -> [Hash] {
        let old = first >> (8 * level)
        let count = size >> (8 * level)
        let end = min(count, from.addingReportingOverflow(limit).overflow ? .max : from + limit)
        var found: [Hash] = []
        if from < old, let base {
            found = try await base.hashes(level: level, from: from, limit: min(end, old) - from)
        }
        let start = max(from, old)
        guard start < end else { return found }
        if level == 0 {
            return found + (try await entries(from: start, limit: end - start)).map(\.leafHash)
        }
        return found + (start..<end).compactMap { nodes[level]?[$0] }
    }

    package func attachment(_ digest: TextDigest) async throws(ArchiveError) -> [UInt8]? {
        try await base?.attachment(digest)
    }

    package func attachments() async throws(ArchiveError) -> [TextDigest] {
        try await base?.attachments() ?? []
    }

    package func append(
        _ entries: [ArchivedEntry], head: Head, expecting oldSize: Int
    ) async throws(ArchiveError) -> Bool { throw IncomingEntries.readOnly }

    package func append(
        to head: Head, expecting oldSize: Int,
        next: @escaping @Sendable () throws(ArchiveError) -> [ArchivedEntry]
    ) async throws(ArchiveError) -> Bool { throw IncomingEntries.readOnly }

    package func keep(attachment bytes: [UInt8]) async throws(ArchiveError) -> TextDigest {
        throw IncomingEntries.readOnly
    }

    private static let readOnly = ArchiveError(
        .readOnly, "What is arriving is not written to.", remedy: "Take it into an archive first.")
}

import Ceasefire
import Crypto
import Foundation
import TransparencyLog

/// What takes long to recompute about a record, kept in a file beside it: seventy-six bytes an entry.
///
/// ```
/// bishkek-snapshot-v1 ⏎
/// entries, authors, consequential entries    three 64-bit numbers, little-endian like all that follow
/// leaf hash · id                             32 bytes each, for each entry
/// received                                   64 bits of milliseconds, for each entry
/// author                                     32 bits, for each entry: one more than the author's place below
/// consequential                              32 bits, for each such entry, and for the last ones, its index
/// authors                                    one a line
/// SHA-256 of all of the above                32 bytes
/// ```
/// The rules are not replayed for reports from which nothing follows; what follows from the other entries is folded anew
/// from their own bytes. Root and head are checked when the archive is caught up with; everything, signatures included,
/// is checked again in the background. A file that does not fit is left aside, and the record is read from its beginning.
package struct Snapshot: Sendable {
    static let magic = Array("bishkek-snapshot-v1\n".utf8)
    /// How many of the last entries are kept whatever they are: they are what people ask for first.
    static let latest = 16

    /// As many entries as the record had.
    package let size: Int
    let leafHashes: [Hash]
    let ids: [TextDigest]
    let received: [Instant]
    let authorship: Authorship
    let consequential: [Int]

    /// - Returns: `nil` for an empty record, and for one with void or unknown entries, whose reasons are found again by
    ///   reading it.
    package init?(of ledger: Ledger) {
        guard ledger.size > 0, ledger.voids.isEmpty, ledger.unknownFrom == nil else { return nil }
        let reference = ledger.process.reference
        let revised = Set(reference.corrections.keys).union(reference.withdrawals.keys)
        let ids = ledger.indices.ids.compactMap(\.self)
        let latest = ledger.process.entries.suffix(Snapshot.latest).first?.index ?? 0
        let consequential = ledger.process.entries.filter {
            $0.act.isConsequential || revised.contains($0.index) || $0.index >= latest
        }
        .map(\.index)
        // A ledger that has not kept what was revised cannot hand it on.
        guard ids.count == ledger.size, revised.isSubset(of: consequential) else { return nil }
        size = ledger.size
        leafHashes = ledger.nodes.leafHashes
        self.ids = ids
        received = ledger.received
        authorship = ledger.process.authorship
        self.consequential = consequential
    }

    /// Reads a file only where its first lines speak of more entries than so many.
    init?(_ path: String, longerThan size: Int) {
        let count = Snapshot.magic.count
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        guard let start = try? file.read(upToCount: count + 8), start.count == count + 8 else { return nil }
        let stated = start.dropFirst(count).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard stated > UInt64(size) else { return nil }
        self.init(path)
    }

    /// - Returns: `nil` where there is no such file, or one that is not whole.
    package init?(_ path: String) {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped),
            var reader = SnapshotReader(data), let size = reader.number(), let authorCount = reader.number(),
            let consequentialCount = reader.number(), size > 0, authorCount <= size,
            consequentialCount <= size,
            let leafHashes = reader.hashes(size), let ids = reader.digests(size),
            let received = reader.integers(size, of: Int64.self),
            let places = reader.integers(size, of: UInt32.self),
            let consequential = reader.integers(consequentialCount, of: UInt32.self),
            let authors = reader.names(authorCount),
            let authorship = Authorship(authors: authors, places: places),
            consequential.allSatisfy({ $0 < size })
        else { return nil }
        self.size = size
        self.leafHashes = leafHashes
        self.ids = ids
        self.received = received.map(Instant.init(milliseconds:))
        self.authorship = authorship
        self.consequential = consequential.map(Int.init)
    }

    /// Replaces the file, whole or not at all.
    /// - Throws: `disk` where it cannot be written.
    package func write(to path: String) throws(ArchiveError) {
        var bytes = Snapshot.magic
        bytes.reserveCapacity(bytes.count + 76 * size + 4 * consequential.count + 4096)
        for number in [size, authorship.authors.count, consequential.count] {
            bytes.append(number, of: UInt64.self)
        }
        for hash in leafHashes { hash.append(to: &bytes) }
        for id in ids { bytes.append(contentsOf: id.bytes) }
        for instant in received { bytes.append(instant.milliseconds, of: Int64.self) }
        for place in authorship.places { bytes.append(place, of: UInt32.self) }
        for index in consequential { bytes.append(index, of: UInt32.self) }
        for author in authorship.authors { bytes.append(contentsOf: "\(author)\n".utf8) }
        bytes.append(contentsOf: TextDigest(of: bytes).bytes)
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw ArchiveError(
                .disk, "\(path) cannot be written: \(SystemFault(error)).",
                remedy: "Look at the disk; the record itself is whole, it only opens more slowly.")
        }
    }
}

extension Array where Element == UInt8 {
    fileprivate mutating func append<Number: FixedWidthInteger>(
        _ number: some BinaryInteger, of type: Number.Type
    ) {
        Swift.withUnsafeBytes(of: Number(number).littleEndian) { append(contentsOf: $0) }
    }
}

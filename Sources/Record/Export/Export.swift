import Ceasefire
package import TransparencyLog

/// A whole record as one plain tar: the files of a static log, the attachments, and whom to trust.
///
/// The same record always gives the same bytes. `tar xf` on any web server publishes it.
package struct Export: Sendable {
    private let archive: any Archive
    private let head: Head
    private let note: SignedNote
    private let log: VerifierKey
    private let policy: [UInt8]

    /// - Parameter note: the head with cosignatures, where there are some; it must be of the archive's size or smaller
    ///   ones are not exported.
    /// - Parameter policy: a policy with witnesses; the log alone, where absent.
    package init(
        _ archive: any Archive, log: VerifierKey, note: SignedNote? = nil, policy: [UInt8]? = nil
    ) async throws(ArchiveError) {
        guard let head = try await archive.head() else {
            throw ArchiveError(
                .cannotOpen, "The record has no entries yet.", remedy: "Open the process first.")
        }
        self.archive = archive
        self.head = head
        self.log = log
        let isSame = note.map { $0.text == head.note.text } ?? false
        self.note = isSame ? note ?? head.note : head.note
        self.policy = policy ?? Array("log \(log)\nquorum none\n".utf8)
    }

    /// Hands out the bytes of the tar, one file after the other.
    package func write(
        _ emit: ([UInt8]) async throws(ArchiveError) -> Void
    ) async throws(ArchiveError) {
        try await file("checkpoint", note.bytes, emit)
        try await file("log.vkey", Array("\(log)\n".utf8), emit)
        try await file("policy", policy, emit)
        for digest in try await archive.attachments() {
            guard let bytes = try await archive.attachment(digest) else { continue }
            try await file("sha256/\(digest.hex)", bytes, emit)
        }
        try await writeTiles(emit)
        try await writeBundles(emit)
        // A tar ends with two blocks of zeros.
        try await emit([UInt8](repeating: 0, count: 2 * TarHeader.blockSize))
    }

    private func writeTiles(_ emit: ([UInt8]) async throws(ArchiveError) -> Void) async throws(ArchiveError) {
        do throws(LogError) {
            // By name: what stands in thousands (`x001/…`) follows the first thousand, and a level its predecessor.
            for tile in try Tile.tiles(from: 0, to: head.size) {
                do throws(ArchiveError) {
                    let hashes = try await archive.hashes(
                        level: tile.level, from: tile.index * 256, limit: tile.width)
                    try await file(tile.path, hashes.flatMap(\.bytes), emit)
                } catch {
                    throw LogError(.missingNode, error.description, section: "tlog-tiles v0.1.0")
                }
            }
        } catch {
            throw Export.unreadable(error)
        }
    }

    private func writeBundles(_ emit: ([UInt8]) async throws(ArchiveError) -> Void) async throws(ArchiveError)
    {
        var index = 0
        while index * 256 < head.size {
            let limit = min(256, head.size - index * 256)
            let entries = try await archive.entries(from: index * 256, limit: limit)
            let bundle: EntryBundle
            do throws(LogError) {
                bundle = try EntryBundle(index: index, entries: entries.map(\.body))
            } catch {
                throw Export.unreadable(error)
            }
            try await file(bundle.path, bundle.bytes, emit)
            index += 1
        }
    }

    private func file(
        _ name: String, _ bytes: [UInt8], _ emit: ([UInt8]) async throws(ArchiveError) -> Void
    ) async throws(ArchiveError) {
        let header = TarHeader(name: name, size: bytes.count)
        try await emit(header.block)
        try await emit(bytes)
        if header.padding > 0 { try await emit([UInt8](repeating: 0, count: header.padding)) }
    }

    private static func unreadable(_ error: LogError) -> ArchiveError {
        ArchiveError(.inconsistent, "The record cannot be exported: \(error)", remedy: "Run verify.")
    }
}

import Ceasefire
import Foundation
import Record
import TransparencyLog

/// What an archive publishes, as the files of a static log.
enum PublishedLog {
    static func files(
        of archive: any Archive, log: VerifierKey? = nil
    ) async throws -> [String: [UInt8]] {
        guard let head = try await archive.head() else { return [:] }
        var files = ["checkpoint": head.note.bytes]
        if let log { files["log.vkey"] = Array("\(log)\n".utf8) }
        for tile in try Tile.tiles(from: 0, to: head.size) {
            files[tile.path] = try await archive.hashes(
                level: tile.level, from: tile.index * 256, limit: tile.width
            ).flatMap(\.bytes)
        }
        for index in 0..<(head.size + 255) / 256 {
            let entries = try await archive.entries(
                from: index * 256, limit: min(256, head.size - index * 256))
            let bundle = try EntryBundle(index: index, entries: entries.map(\.body))
            files[bundle.path] = bundle.bytes
        }
        for digest in try await archive.attachments() {
            files["sha256/\(digest.hex)"] = try await archive.attachment(digest)
        }
        return files
    }

    /// Writes the files into a folder, in the place of what was there.
    static func write(_ files: [String: [UInt8]], to folder: String) throws {
        try? FileManager.default.removeItem(atPath: folder)
        for (name, bytes) in files {
            let file = URL(fileURLWithPath: "\(folder)/\(name)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }
}

import Foundation
import Record

/// The first bytes of an SQLite file, looked at before SQLite does: opening a file that is something else must not
/// change it.
enum FileHeader {
    private static let length = 100

    static func check(_ path: String) throws(ArchiveError) {
        let remedy = "Name the folder of a record."
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw ArchiveError(.cannotOpen, "There is no readable record at \(path).", remedy: remedy)
        }
        let read = try? file.read(upToCount: length)
        try? file.close()
        guard let header = read, !header.isEmpty else {
            throw ArchiveError(
                .damaged, "\(path) is empty.",
                remedy:
                    "If somebody is making it just now, try again; otherwise restore it from a mirror or a backup."
            )
        }
        guard header.starts(with: Array("SQLite format 3\u{0}".utf8)) else {
            throw ArchiveError(.foreign, "\(path) is no SQLite file.", remedy: remedy)
        }
        guard header.count == length else {
            throw ArchiveError(
                .damaged, "\(path) ends after \(header.count) bytes.",
                remedy: "Restore it from a mirror or a backup; keep the broken file.")
        }
        guard number(header, at: 68) == Schema.applicationID else {
            throw ArchiveError(.foreign, "\(path) is an SQLite file, but no record.", remedy: remedy)
        }
        let version = number(header, at: 60)
        guard version == Schema.version else {
            throw ArchiveError(
                version > Schema.version ? .newer : .damaged,
                "\(path) has the layout \(version); this program knows \(Schema.version).",
                remedy: version == 0
                    ? "If somebody is making it just now, try again; otherwise restore it."
                    : "Use the release that wrote it, or a later one.")
        }
    }

    private static func number(_ header: Data, at offset: Int) -> Int32 {
        Int32(bitPattern: header.dropFirst(offset).prefix(4).reduce(0) { $0 << 8 | UInt32($1) })
    }
}

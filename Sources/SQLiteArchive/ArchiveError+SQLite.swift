import Foundation
import GRDB
import Record
import TransparencyLog

extension ArchiveError {
    /// Translates what SQLite or the file system reports.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as ArchiveError: self = error
        case let error as DatabaseError: self.init(sqlite: error, path: path)
        case let error as LogError:
            self.init(
                .damaged, "\(path) holds something that is no head or hash: \(error)",
                remedy: "Restore it from a mirror or a backup; keep the broken file.")
        case is CancellationError:
            self.init(.busy, "The access to \(path) was called off.", remedy: "Try again.")
        default:
            self.init(path, cannotBe: "read or written", SystemFault(error))
        }
    }

    private init(sqlite error: DatabaseError, path: String) {
        let told = error.message ?? "code \(error.resultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_NOTADB:
            self.init(.foreign, "\(path) is no SQLite file: \(told).", remedy: "Name the folder of a record.")
        case .SQLITE_CORRUPT:
            self.init(
                .damaged, "\(path) is truncated or damaged: \(told).",
                remedy: "Restore it from a mirror or a backup; keep the broken file.")
        case .SQLITE_CANTOPEN:
            self.init(
                .cannotOpen, "\(path) cannot be opened: \(told).", remedy: "Look at the path and its rights.")
        case .SQLITE_FULL:
            self.init(.full, "There is no space left for \(path).", remedy: "Make space; nothing was lost.")
        case .SQLITE_READONLY, .SQLITE_PERM:
            self.init(
                .readOnly, "\(path) cannot be written: \(told).", remedy: "Look at the rights on the folder.")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .busy, "Another process holds \(path): \(told).",
                remedy: "Try again; if it stays, end that process.")
        case .SQLITE_CONSTRAINT:
            self.init(
                .inconsistent, "\(path) refuses what would break the record: \(told).", remedy: "Run verify.")
        case .SQLITE_ERROR where told.contains("no such table"):
            self.init(.foreign, "\(path) holds no record: \(told).", remedy: "Name the folder of a record.")
        default:
            self.init(
                .disk, "\(path): \(told).", remedy: "Look at the disk; run verify before writing again.")
        }
    }
}

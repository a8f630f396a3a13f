package import Ceasefire
import Foundation
import GRDB
package import Record
package import TransparencyLog

/// A record in one SQLite file, durable with every commit (write-ahead log, `synchronous = FULL`).
///
/// Several processes may have the same file open: whoever appends says how many entries it knows, and learns when it was
/// not the only one to write.
package struct SQLiteArchive: Archive {
    let pool: DatabasePool
    private let checkpointer: Checkpointer

    /// Makes a new, empty record.
    /// - Throws: `cannotOpen` if there is a file already.
    package init(creating path: String) throws(ArchiveError) {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw ArchiveError(
                .cannotOpen, "There is already a file at \(path).",
                remedy: "Choose another folder; a record is never written over.")
        }
        try SQLiteArchive.translating(path) {
            let queue = try DatabaseQueue(path: path)
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
                try database.inTransaction(.immediate) {
                    try database.execute(sql: Schema.sql)
                    try database.execute(sql: "PRAGMA user_version = \(Schema.version)")
                    return .commit
                }
            }
            try queue.close()
        }
        try self.init(opening: path)
    }

    /// Opens a record.
    /// - Throws: `cannotOpen`, `foreign`, `newer` or `damaged`, with the path and what to do.
    package init(opening path: String) throws(ArchiveError) {
        try FileHeader.check(path)
        pool = try SQLiteArchive.translating(path) {
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            let pool = try DatabasePool(path: path, configuration: configuration)
            // After the pool is open: opening it sets NORMAL, with which a commit may be lost with the power.
            try pool.writeWithoutTransaction {
                try $0.execute(
                    sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = \(Checkpointer.limit)")
            }
            // A truncated file shows itself at the first pages.
            _ = try pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM head") }
            return pool
        }
        checkpointer = Checkpointer(path: path)
    }

    /// How the file is written: its journal and how far a commit waits for the disk (`wal`, `2` for FULL).
    package func settings() async throws(ArchiveError) -> [String] {
        do {
            return try await pool.writeWithoutTransaction { database in
                try ["journal_mode", "synchronous"].map {
                    try String.fetchOne(database, sql: "PRAGMA \($0)") ?? ""
                }
            }
        } catch {
            throw ArchiveError(error, path: pool.path)
        }
    }

    /// Ends all access; whatever was answered is on the disk already.
    package func close() throws(ArchiveError) {
        checkpointer.close()
        try SQLiteArchive.translating(pool.path) { try pool.close() }
    }

    package var keepsLeavesWithEntries: Bool { true }

    package func head() async throws(ArchiveError) -> Head? {
        try await reading { try SQLiteArchive.head($0) }
    }

    package func append(
        _ entries: [ArchivedEntry], head: Head, expecting oldSize: Int
    ) async throws(ArchiveError) -> Bool {
        try await writing { database in
            var left = entries
            return try SQLiteArchive.append(to: head, expecting: oldSize, in: database) {
                defer { left = [] }
                return left
            }
        }
    }

    package func append(
        to head: Head, expecting oldSize: Int,
        next: @escaping @Sendable () throws(ArchiveError) -> [ArchivedEntry]
    ) async throws(ArchiveError) -> Bool {
        try await writing { try SQLiteArchive.append(to: head, expecting: oldSize, in: $0, next) }
    }

    /// Does all of `work` in one transaction, or nothing of it where it gives false or throws.
    private func writing(
        _ work: @escaping @Sendable (Database) throws -> Bool
    ) async throws(ArchiveError) -> Bool {
        do {
            return try await pool.writeWithoutTransaction { [checkpointer] database in
                defer { checkpointer.noteCommit(of: database) }
                var isWritten = false
                try database.inTransaction(.immediate) {
                    isWritten = try work(database)
                    return isWritten ? .commit : .rollback
                }
                return isWritten
            }
        } catch {
            throw ArchiveError(error, path: pool.path)
        }
    }

    package func entries(from: Int, limit: Int) async throws(ArchiveError) -> [ArchivedEntry] {
        try await reading { database in
            let statement = try database.cachedStatement(
                sql: "SELECT id, leaf, body FROM entry WHERE idx >= ? AND idx < ? ORDER BY idx")
            let end = from.addingReportingOverflow(limit)
            let rows = try Row.fetchCursor(
                statement, arguments: [from, end.overflow ? Int.max : end.partialValue])
            var entries: [ArchivedEntry] = []
            while try rows.next() != nil { entries.append(try SQLiteArchive.row(of: statement)) }
            return entries
        }
    }

    package func entries(at indices: [Int]) async throws(ArchiveError) -> [ArchivedEntry] {
        try await reading { database in
            let statement = try database.cachedStatement(
                sql: "SELECT id, leaf, body FROM entry WHERE idx = ?")
            return try indices.compactMap { index in
                let rows = try Row.fetchCursor(statement, arguments: [index])
                return try rows.next() == nil ? nil : try SQLiteArchive.row(of: statement)
            }
        }
    }

    package func index(of id: TextDigest) async throws(ArchiveError) -> Int? {
        try await reading { database in
            let statement = try database.cachedStatement(sql: "SELECT idx FROM entry WHERE id = ?")
            return try Int.fetchOne(statement, arguments: [SQLiteArchive.data(id)])
        }
    }

    package func hashes(level: Int, from: Int, limit: Int) async throws(ArchiveError) -> [Hash] {
        try await reading { database in
            let leaves = "SELECT leaf FROM entry WHERE idx >= ? AND idx < ? ORDER BY idx"
            let nodes = "SELECT hash FROM node WHERE idx >= ? AND idx < ? AND level = ? ORDER BY idx"
            let end = from.addingReportingOverflow(limit)
            var arguments: StatementArguments = [from, end.overflow ? Int.max : end.partialValue]
            if level > 0 { arguments += [level] }
            let rows = try Data.fetchAll(
                try database.cachedStatement(sql: level > 0 ? nodes : leaves), arguments: arguments)
            return try rows.map { try Hash(bytes: $0) }
        }
    }

    package func keep(attachment bytes: [UInt8]) async throws(ArchiveError) -> TextDigest {
        let digest = TextDigest(of: bytes)
        do {
            try await pool.write { database in
                try database.execute(
                    sql: "INSERT INTO attachment (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    arguments: [SQLiteArchive.data(digest), Data(bytes)])
            }
        } catch {
            throw ArchiveError(error, path: pool.path)
        }
        return digest
    }

    package func attachment(_ digest: TextDigest) async throws(ArchiveError) -> [UInt8]? {
        try await reading { database in
            let statement = try database.cachedStatement(sql: "SELECT bytes FROM attachment WHERE sha256 = ?")
            return try Data.fetchOne(statement, arguments: [SQLiteArchive.data(digest)]).map { Array($0) }
        }
    }

    package func attachments() async throws(ArchiveError) -> [TextDigest] {
        try await reading { database in
            try Data.fetchAll(database, sql: "SELECT sha256 FROM attachment ORDER BY sha256")
                .map { try SQLiteArchive.digest($0) }
        }
    }

    private func reading<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(ArchiveError) -> Value {
        do {
            return try await pool.read(work)
        } catch {
            throw ArchiveError(error, path: pool.path)
        }
    }

    private static func translating<Value>(
        _ path: String, _ work: () throws -> Value
    ) throws(ArchiveError) -> Value {
        do {
            return try work()
        } catch {
            throw ArchiveError(error, path: path)
        }
    }
}

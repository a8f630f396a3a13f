import Ceasefire
import Foundation
import GRDB
package import Record
package import TransparencyLog

/// The heads of a witness in one SQLite file, durable with every commit.
package struct SQLiteWitnessStore: WitnessStore {
    private let queue: DatabaseQueue
    private let path: String

    private static let applicationID: Int32 = 0x4269_7377

    private static let schema = """
        CREATE TABLE IF NOT EXISTS log (
            hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
            origin BLOB NOT NULL UNIQUE,
            size INTEGER NOT NULL CHECK (size >= 0),
            root BLOB NOT NULL CHECK (length(root) = 32),
            note BLOB NOT NULL
        ) STRICT;
        CREATE TRIGGER IF NOT EXISTS log_grows BEFORE UPDATE ON log
        WHEN NEW.size < OLD.size OR (NEW.size = OLD.size AND NEW.root <> OLD.root) OR NEW.origin <> OLD.origin
        BEGIN SELECT raise(ABORT, 'a witness never goes back'); END;
        CREATE TRIGGER IF NOT EXISTS log_remains BEFORE DELETE ON log
        BEGIN SELECT raise(ABORT, 'a witness never forgets'); END;
        """

    /// Makes a new store.
    /// - Throws: `cannotOpen` if there is a file already.
    package init(creating path: String) throws(ArchiveError) {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw ArchiveError(
                .cannotOpen, "There is already a file at \(path).",
                remedy: "Choose another folder; what a witness remembers is never written over.")
        }
        try self.init(path)
        do {
            try queue.write { database in
                try database.execute(sql: "PRAGMA application_id = \(SQLiteWitnessStore.applicationID)")
                try database.execute(sql: SQLiteWitnessStore.schema)
            }
        } catch {
            throw ArchiveError(error, path: path)
        }
    }

    /// Opens a store.
    /// - Throws: `cannotOpen` if there is none, `foreign` if the file is something else.
    package init(opening path: String) throws(ArchiveError) {
        guard FileManager.default.fileExists(atPath: path) else {
            throw ArchiveError(
                .cannotOpen, "There is no \(path).",
                remedy:
                    "Make a witness first: bishkek witness init. If it was lost, make one with a new key: a witness "
                    + "that forgot what it cosigned must not cosign again.")
        }
        try self.init(path)
        do {
            let found = try queue.read { try Int32.fetchOne($0, sql: "PRAGMA application_id") }
            guard found == SQLiteWitnessStore.applicationID else {
                throw ArchiveError(
                    .foreign, "\(path) is not what a witness remembers.", remedy: "Name a witness's folder.")
            }
        } catch {
            throw ArchiveError(error, path: path)
        }
    }

    private init(_ path: String) throws(ArchiveError) {
        self.path = path
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            // FULL is not enough: a commit is the end of its journal, which a power cut would bring back until the
            // folder is synced too.
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = EXTRA") }
            queue = try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw ArchiveError(error, path: path)
        }
    }

    package func head(of origin: String) async throws(ArchiveError) -> Witness.Head? {
        let hash = TextDigest(of: Array(origin.utf8)).hex
        do {
            return try await queue.read { try SQLiteWitnessStore.head($0, hash) }
        } catch {
            throw ArchiveError(error, path: path)
        }
    }

    package func note(ofHash hash: String) async throws(ArchiveError) -> SignedNote? {
        do {
            return try await queue.read { database in
                try Data.fetchOne(database, sql: "SELECT note FROM log WHERE hash = ?", arguments: [hash])
                    .map { try SignedNote(parsing: Array($0)) }
            }
        } catch {
            throw ArchiveError(error, path: path)
        }
    }

    package func replace(
        _ acceptance: Witness.Acceptance, cosigned: SignedNote
    ) async throws(ArchiveError) -> Bool {
        let origin = Array(acceptance.checkpoint.origin.utf8)
        let hash = TextDigest(of: origin).hex
        let head = acceptance.head
        do {
            return try await queue.writeWithoutTransaction { database in
                var isReplaced = false
                // Immediate, so that no other process stands between the comparison and the write.
                try database.inTransaction(.immediate) {
                    guard try SQLiteWitnessStore.head(database, hash) == acceptance.replacing else {
                        return .rollback
                    }
                    try database.execute(
                        sql: """
                            INSERT INTO log (hash, origin, size, root, note) VALUES (?, ?, ?, ?, ?)
                            ON CONFLICT (hash) DO UPDATE
                            SET size = excluded.size, root = excluded.root, note = excluded.note
                            """,
                        arguments: [
                            hash, Data(origin), head.size, Data(head.root.bytes), Data(cosigned.bytes),
                        ])
                    isReplaced = true
                    return .commit
                }
                return isReplaced
            }
        } catch {
            throw ArchiveError(error, path: path)
        }
    }

    private static func head(_ database: Database, _ hash: String) throws -> Witness.Head? {
        guard
            let row = try Row.fetchOne(
                database, sql: "SELECT size, root FROM log WHERE hash = ?", arguments: [hash])
        else { return nil }
        return Witness.Head(size: row[0], root: try Hash(bytes: row[1] as Data))
    }
}

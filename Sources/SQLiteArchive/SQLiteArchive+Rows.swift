import Ceasefire
import Foundation
import GRDB
import GRDBSQLite
import Record
import TransparencyLog

// How entries, nodes and the head stand in their tables.
extension SQLiteArchive {
    static func head(_ database: Database) throws -> Head? {
        let statement = try database.cachedStatement(sql: "SELECT size, root, frontier, note FROM head")
        guard let row = try Row.fetchOne(statement) else { return nil }
        let bytes: Data = row[2]
        let hashes = try stride(from: 0, to: bytes.count, by: 32).map {
            try Hash(bytes: bytes.dropFirst($0).prefix(32))
        }
        return Head(
            frontier: try Frontier(size: row[0], hashes: hashes), root: try Hash(bytes: row[1] as Data),
            note: try SignedNote(parsing: Array(row[3] as Data)))
    }

    static func append(
        to head: Head, expecting oldSize: Int, in database: Database,
        _ next: () throws(ArchiveError) -> [ArchivedEntry]
    ) throws -> Bool {
        let old = try SQLiteArchive.head(database)
        guard old?.size ?? 0 == oldSize else { return false }
        var frontier = old?.frontier ?? Frontier()
        while case let entries = try next(), !entries.isEmpty {
            let first = frontier.size
            let nodes = frontier.append(entries)
            try insert(entries, nodes, from: first, into: database)
        }
        guard frontier == head.frontier, frontier.root == head.root, frontier.size > oldSize else {
            throw ArchiveError.headOfOtherEntries(head, after: oldSize)
        }
        try replace(with: head, isFirst: old == nil, in: database)
        return true
    }

    private static func insert(
        _ entries: [ArchivedEntry], _ nodes: [Frontier.TileNode], from size: Int, into database: Database
    ) throws {
        let entry = try database.cachedStatement(
            sql: "INSERT INTO entry (idx, id, leaf, body) VALUES (?, ?, ?, ?)")
        for (offset, added) in entries.enumerated() {
            try entry.execute(arguments: [
                size + offset, data(added.id), Data(added.leafHash.bytes), Data(added.body),
            ])
        }
        let node = try database.cachedStatement(sql: "INSERT INTO node (level, idx, hash) VALUES (?, ?, ?)")
        for added in nodes {
            try node.execute(arguments: [added.level, added.index, Data(added.hash.bytes)])
        }
    }

    private static func replace(with head: Head, isFirst: Bool, in database: Database) throws {
        let sql =
            isFirst
            ? "INSERT INTO head (size, root, frontier, note, one) VALUES (?, ?, ?, ?, 1)"
            : "UPDATE head SET size = ?, root = ?, frontier = ?, note = ? WHERE one = 1"
        try database.cachedStatement(sql: sql).execute(arguments: [
            head.size, Data(head.root.bytes), Data(head.frontier.hashes.flatMap(\.bytes)),
            Data(head.note.bytes),
        ])
    }

    /// The entry in the row at which a statement stands, whose columns are id, leaf and body.
    ///
    /// Looked at where SQLite has it: the only copy is the one that stays. Every entry of a record passes here when it is
    /// verified, and GRDB makes an object of each column.
    static func row(of statement: GRDB.Statement) throws -> ArchivedEntry {
        let (id, leaf) = (bytes(0, of: statement), bytes(1, of: statement))
        guard let id = TextDigest(bytes: id), leaf.count == Hash.byteCount else {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT, message: "an id of \(id.count) bytes and a leaf of \(leaf.count)"
            )
        }
        return ArchivedEntry(
            id: id, leafHash: Hash(at: 0, in: leaf), body: Array(bytes(2, of: statement)))
    }

    /// The bytes of a column, until the statement goes on. (SQLite documentation, "Result Values From A Query".)
    private static func bytes(_ column: CInt, of statement: GRDB.Statement) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(statement.sqliteStatement, column)
        return UnsafeRawBufferPointer(
            start: start, count: Int(sqlite3_column_bytes(statement.sqliteStatement, column)))
    }

    static func digest(_ data: Data) throws -> TextDigest {
        guard let digest = TextDigest(bytes: data) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a digest of \(data.count) bytes")
        }
        return digest
    }

    static func data(_ digest: TextDigest) -> Data { Data(digest.bytes) }
}

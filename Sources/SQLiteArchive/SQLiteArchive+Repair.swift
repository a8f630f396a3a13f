import Foundation
import GRDB
package import Record
import TransparencyLog

// What keeps a record usable without touching what was logged: derived tables made again, and copies.
extension SQLiteArchive {
    /// Makes the table of nodes again out of the leaves, where it is not what they give.
    ///
    /// - Returns: how many nodes were missing, wrong or too many; 0 where nothing was changed.
    /// - Throws: `inconsistent` where an entry is not that of its leaf or the leaves do not give the head's root: that is
    ///   nothing derived, and is left as it is.
    package func rebuildNodes() async throws(ArchiveError) -> Int {
        do {
            return try await pool.writeWithoutTransaction { database in
                var count = 0
                try database.inTransaction(.immediate) {
                    let rows = try SQLiteArchive.nodesOfLeaves(database)
                    count = try SQLiteArchive.faults(rows, database)
                    guard count > 0 else { return .rollback }
                    try database.execute(
                        sql:
                            "DROP TRIGGER IF EXISTS node_stays; DROP TRIGGER IF EXISTS node_remains; DELETE FROM node"
                    )
                    let insert = try database.cachedStatement(
                        sql: "INSERT INTO node (level, idx, hash) VALUES (?, ?, ?)")
                    for row in rows {
                        try insert.execute(arguments: [row.level, row.index, Data(row.hash.bytes)])
                    }
                    try database.execute(sql: Schema.nodeTriggers)
                    return .commit
                }
                return count
            }
        } catch {
            throw ArchiveError(error, path: pool.path)
        }
    }

    /// Writes a whole copy to a file that does not exist yet, while others go on writing into the record.
    /// - Throws: `cannotOpen` if there is a file already, `full` or `disk` where it cannot be written.
    package func backup(to path: String) async throws(ArchiveError) {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw ArchiveError(
                .cannotOpen, "There is already a file at \(path).", remedy: "Choose another name.")
        }
        do {
            // SQLite's own copy of one moment; it is synchronised before it is given its name.
            let partial = "\(path).partial"
            try? FileManager.default.removeItem(atPath: partial)
            try await pool.writeWithoutTransaction { database in
                try database.execute(sql: "VACUUM INTO ?", arguments: [partial])
            }
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: partial))
            try file.synchronize()
            try file.close()
            try FileManager.default.moveItem(atPath: partial, toPath: path)
        } catch {
            throw ArchiveError(error, path: path)
        }
    }

    private static func nodesOfLeaves(_ database: Database) throws -> [Frontier.TileNode] {
        var frontier = Frontier()
        var nodes: [Frontier.TileNode] = []
        let rows = try Row.fetchCursor(database, sql: "SELECT idx, leaf, body FROM entry ORDER BY idx")
        while let row = try rows.next() {
            let leafHash = try Hash(bytes: row[1] as Data)
            guard MerkleTree.leafHash(Array(row[2] as Data)) == leafHash, row[0] == frontier.size else {
                throw beyondRepair("Entry \(row[0] as Int) is not the one of its leaf.")
            }
            frontier.append(leafHash: leafHash) { level, index, hash in
                if level > 0, level.isMultiple(of: 8) {
                    nodes.append(Frontier.TileNode(level: level / 8, index: index, hash: hash))
                }
            }
        }
        let root = try Data.fetchOne(database, sql: "SELECT root FROM head")
        guard root.map({ Array($0) }) ?? frontier.root.bytes == frontier.root.bytes else {
            throw beyondRepair("The entries do not give the root that the log signed.")
        }
        return nodes
    }

    private static func faults(_ nodes: [Frontier.TileNode], _ database: Database) throws -> Int {
        var wrong = 0
        let find = try database.cachedStatement(sql: "SELECT hash FROM node WHERE level = ? AND idx = ?")
        for node in nodes {
            let kept = try Data.fetchOne(find, arguments: [node.level, node.index])
            if kept.map({ Array($0) }) != node.hash.bytes { wrong += 1 }
        }
        let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM node") ?? 0
        return wrong + max(0, count - nodes.count)
    }

    private static func beyondRepair(_ what: String) -> ArchiveError {
        ArchiveError(
            .inconsistent, what,
            remedy:
                "Entries are not derived and cannot be made again: keep this file, and restore the record from a "
                + "backup or a mirror.")
    }
}

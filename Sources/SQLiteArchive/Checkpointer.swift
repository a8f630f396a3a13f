import GRDB
import GRDBSQLite
import Synchronization

/// Moves what is in the write-ahead log into the database file, on a connection of its own.
///
/// SQLite does this within a commit, when the log has grown to so many pages; whoever waits for that commit then waits for
/// the whole file to reach the disk. Here it is done beside the commits, often and little at a time: a commit that comes
/// meanwhile waits until what is being moved has reached the disk. (SQLite documentation, "Write-Ahead Logging", sections
/// 2.1 and 6.)
final class Checkpointer: Sendable {
    /// After how many pages of 4 KiB the log is moved. At 1,000 entries a second one of a hundred receipts took longer than
    /// 7 ms with 128 pages, 12 with 512 or 1,024, and 16 with some 1,700; as many entries a second were taken with each.
    static let pages = 128
    /// At how many pages the log is moved within a commit, so that it starts anew: 64 MiB.
    static let limit = 16384

    private struct State {
        var connection: DatabaseQueue?
        var pages = 0
        var isRunning = false
    }

    private let path: String
    private let state = Mutex(State())

    init(path: String) { self.path = path }

    /// Counts the pages that a connection has written since it was last asked, and begins to move the log where it is
    /// time.
    func noteCommit(of database: Database) {
        var (written, highest) = (0 as CInt, 0 as CInt)
        sqlite3_db_status(
            database.sqliteConnection, SQLITE_DBSTATUS_CACHE_WRITE, &written, &highest, 1)
        let pages = Int(written)
        let isDue = state.withLock { state in
            state.pages += pages
            guard state.pages >= Checkpointer.pages, !state.isRunning else { return false }
            state.pages = 0
            state.isRunning = true
            return true
        }
        if isDue { Task.detached(priority: .utility) { await self.run() } }
    }

    /// Waits for nobody, and is not missed when it fails: the next commits carry more of the log, that is all.
    private func run() async {
        defer { state.withLock { $0.isRunning = false } }
        guard
            let connection = try? state.withLock({ state in
                if let connection = state.connection { return connection }
                let connection = try DatabaseQueue(path: path)
                state.connection = connection
                return connection
            })
        else { return }
        _ = try? await connection.writeWithoutTransaction { try $0.checkpoint(.passive) }
    }

    func close() {
        let connection = state.withLock { state in
            defer { state.connection = nil }
            return state.connection
        }
        try? connection?.close()
    }
}

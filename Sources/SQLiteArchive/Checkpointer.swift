import GRDB
import Synchronization

/// Moves what is in the write-ahead log into the database file, on a connection of its own.
///
/// SQLite does this within a commit, when the log has grown to so many pages; whoever waits for that commit then waits for
/// the whole file to reach the disk. Here it is done beside the commits, early, so that little is left to do within one.
/// (SQLite documentation, "Write-Ahead Logging", sections 2.1 and 6.)
final class Checkpointer: Sendable {
    /// After so many commits the log is moved; a commit of one entry writes some four pages.
    static let commits = 256
    /// In how many pages the log is moved within a commit, if all else did not keep up: 64 MiB.
    static let pages = 16384

    private struct State {
        var connection: DatabaseQueue?
        var commits = 0
        var isRunning = false
    }

    private let path: String
    private let state = Mutex(State())

    init(path: String) { self.path = path }

    /// Counts a commit, and begins to move the log where it is time.
    func noteCommit() {
        let isDue = state.withLock { state in
            state.commits += 1
            guard state.commits >= Checkpointer.commits, !state.isRunning else { return false }
            state.commits = 0
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

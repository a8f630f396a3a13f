import Foundation
import TransparencyLog

/// What lies beside a record says by itself when an old file was put in place of a newer one.
extension RecordFolder {
    /// Compares a record with the newest head that was witnessed and with the snapshot, as is done before entries are taken.
    /// - Throws: `inconsistent` where either speaks of more than the record holds, or the witnessed head of another history.
    package func checkRollback(of ledger: Ledger) throws(ArchiveError) {
        if let head = witnessedHead(of: ledger) {
            guard head.size <= ledger.size else {
                throw .wentBack("\(witnessedPath) is a head of \(head.size) entries", to: ledger.size)
            }
            guard head.size == 0 || ledger.root(at: head.size) == head.root else {
                throw ArchiveError(
                    .inconsistent,
                    "\(witnessedPath) is a head of another history of the first \(head.size) entries than the record "
                        + "holds.",
                    remedy: "Take no entries. Keep both: together they prove that this log has forked.")
            }
        }
        // One that another log has left here is only a file that does not fit.
        if let snapshot = Snapshot(snapshotPath, longerThan: ledger.size),
            snapshot.leafHashes.starts(with: ledger.nodes.leafHashes)
        {
            throw .wentBack("\(snapshotPath) is of \(snapshot.size) entries", to: ledger.size)
        }
    }

    /// Whatever the policy of today says of its witnesses, the log has signed it.
    private func witnessedHead(of ledger: Ledger) -> Checkpoint? {
        guard let log = ledger.log, let bytes = FileManager.default.contents(atPath: witnessedPath)
        else { return nil }
        return try? SignedNote(parsing: Array(bytes)).head(of: log)
    }
}

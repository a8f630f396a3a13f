import Foundation
import Record
import SQLiteArchive
import TransparencyLog

/// A record opened by its keeper, who has the log's key and takes entries; what lies in the folder was found to fit.
struct Keeper {
    var folder: RecordFolder
    var archive: SQLiteArchive
    var key: SigningKey
    var sequencer: Sequencer

    /// - Parameter path: the record's folder; what is exported from one has no key and takes nothing.
    init(_ path: String) async throws {
        folder = RecordFolder(path)
        guard let archive = try OpenRecord.archive(at: path) as? SQLiteArchive else {
            throw Failure.usage(
                "\(path) is a file that was exported: entries are taken only in the folder of its keeper.")
        }
        guard FileManager.default.fileExists(atPath: folder.logKeyPath) else {
            throw Failure(
                "\(path) has no log key (\(folder.logKeyPath)): only the keeper, who has it, takes entries. Hand the act "
                    + "in where the record is kept.")
        }
        self.archive = archive
        key = try folder.logKey()
        let ledger = try await OpenRecord.ledger(of: archive, at: path)
        sequencer = try await Sequencer(archive: archive, key: key, from: ledger)
        let present = await sequencer.ledger
        try await present.checkTiles(of: archive)
        try folder.checkRollback(of: present)
    }
}

import Ceasefire
import Foundation
import Pages
import Record
import SQLiteArchive
import TransparencyLog

/// A record opened for reading: a keeper's folder, or a file that was exported from one.
struct OpenRecord {
    var archive: any Archive
    var ledger: Ledger
    /// What witnesses say; only the keeper's folder holds that.
    var heads: (any CosignedHeads)?
    /// The names of files that prove that the log has told two stories.
    var forks: [String] = []

    init(_ path: String) async throws {
        archive = try OpenRecord.archive(at: path)
        ledger = try await OpenRecord.ledger(of: archive, at: path)
        try await ledger.catchUp(with: archive)
        if let log = ledger.log { forks = RecordFolder(path).forks(of: log).map(\.name) }
        guard ledger.size > 0 else {
            throw OpenRecord.empty(path)
        }
        if let log = ledger.log, archive is SQLiteArchive {
            heads = WitnessedFolder(RecordFolder(path), log: log)
        }
    }

    /// From the snapshot beside the record, where one fits, or else from the beginning.
    static func ledger(of archive: any Archive, at path: String) async throws -> Ledger {
        guard let snapshot = Snapshot(RecordFolder(path).snapshotPath),
            let ledger = try await Ledger(snapshot, of: archive)
        else { return Ledger() }
        return ledger
    }

    static func empty(_ path: String) -> Failure {
        Failure("\(path) has no entries yet. Play a history into it: bishkek play HISTORY --into \(path)")
    }

    static func archive(at path: String) throws -> any Archive {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Failure.usage(
                "There is nothing at \(path). Name a record's folder, or a file exported from one.")
        }
        guard isFolder.boolValue else { return try ExportArchive(path) }
        let database = RecordFolder(path).databasePath
        guard FileManager.default.fileExists(atPath: database) else {
            if let origin = try ReplicaFolder(path).origin() {
                throw Failure(
                    "The mirror at \(path) is not complete yet. Run again: bishkek mirror \(origin.source) \(path)",
                    code: 2)
            }
            throw Failure.usage(
                "The folder \(path) holds no record (no record.sqlite). Make one: bishkek play HISTORY --into \(path)"
            )
        }
        return try SQLiteArchive(opening: database)
    }

    /// The instrument called `name`, or what there is instead.
    func instrument(_ name: String) throws -> InstrumentID {
        let known = ledger.process.texts.order
        guard let id = InstrumentID(name), known.contains(id) else {
            throw Failure.usage(
                "The record has no instrument “\(name)”. It has: \(known.map(\.text).joined(separator: ", "))."
            )
        }
        return id
    }

    func party(_ name: String, of instrument: InstrumentID, in view: View) throws -> ParticipantID {
        let called = ledger.process.participation.order.filter { id in
            ledger.process.participation.participants[id]?.names.contains {
                $0.text.lowercased() == name.lowercased()
            } ?? false
        }
        if called.count == 1 { return called[0] }
        guard let id = ParticipantID(name), ledger.process.participation.participants[id] != nil else {
            let parties = view.parties(of: instrument).map(\.text).joined(separator: ", ")
            throw Failure.usage(
                "The record has no participant “\(name)”. Parties of \(instrument): \(parties).")
        }
        return id
    }

    func text(_ digest: TextDigest) async throws -> String {
        guard let bytes = try await archive.attachment(digest) else {
            throw Failure("The file of text \(digest.hex) is not attached to the record.", code: 2)
        }
        guard digest.names(bytes) else {
            throw Failure(
                "The file kept as text \(digest.hex) has other bytes than were signed. Do not rely on it: run verify."
            )
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

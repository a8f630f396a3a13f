import ArgumentParser
import Ceasefire
import Exchange
import Foundation
import Record
import SQLiteArchive
import TransparencyLog

struct PlayHistory: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "play",
        abstract: "Play a history, written as files, into a record.",
        discussion: """
            Each act is signed with the key of the history's recorder, who attests it from a source. In an exercise the
            actors' own keys are generated, and they perform their acts; the record says on every page that it is one.
            Keys are written to a folder beside the record, never into it.

            EXAMPLES
              bishkek play Examples/bishkek-1994 --into demo
              bishkek play my-exercise --into exercise --keys ~/exercise-keys
            """)

    @Argument(help: "The history's folder (with history.yaml).") var history: String
    @Option(help: "The record's folder; made if there is none.") var into: String
    @Option(help: "Where the participants' private keys are written; INTO-keys, if not given.") var keys:
        String?
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await carryOut {
            guard FileManager.default.fileExists(atPath: self.history) else {
                throw Failure.usage("There is nothing at \(self.history). Name a history's folder.")
            }
            let history = try History.read(from: URL(fileURLWithPath: history))
            let folder = RecordFolder(into)
            let keyFolder = try KeyFolder(keys ?? into + "-keys", outside: folder)
            let isNew = !FileManager.default.fileExists(atPath: folder.databasePath)
            if isNew { _ = try folder.create(origin: history.header.origin) }
            let archive =
                isNew
                ? try SQLiteArchive(creating: folder.databasePath)
                : try SQLiteArchive(opening: folder.databasePath)
            let key = try folder.logKey()
            guard key.name == history.header.origin else {
                throw Failure(
                    "\(into) is the log of \(key.name), and the history of \(history.header.origin). Play it into a "
                        + "folder of its own, or correct “origin” in history.yaml.")
            }
            let predecessor = try folder.predecessor()
            if let named = history.header.predecessor, let predecessor, named != predecessor {
                throw Failure(
                    "history.yaml names another predecessor than \(folder.predecessorPath). Leave “predecessor” out of "
                        + "history.yaml, or make the folder again with the one that is meant.")
            }
            let sequencer = try await Sequencer(archive: archive, key: key)
            let size = await sequencer.ledger.size
            guard size == 0 else {
                throw Failure(
                    "\(into) holds \(size) entries already. Play a history into a folder of its own.")
            }
            let progress = Progress("Playing", of: history.acts.count)
            var play = Play(
                history, with: sequencer, into: archive, log: key.verifierKey.description,
                succeeding: predecessor
            ) {
                participant throws(KeyFault) in try keyFolder.create(for: participant)
            }
            let kept = KeptFiles(folder, keyFolder)
            let count: Int
            do {
                count = try await play.run { progress.show($0) }
            } catch {
                // What this very run began and could not finish would only stand in the way of the corrected history.
                // Without an entry of its own it may be that somebody else plays into this folder just now.
                var isOwn = isNew && play.hasLogged
                if isNew, !isOwn, case .refused = error as? PlayFault {
                    isOwn = try await archive.head() == nil
                }
                guard isOwn else { throw error }
                try? archive.close()
                kept.removeOthers()
                throw Failure("\(Failure(error).description)\nNothing was kept. Correct it and play again.")
            }
            report(count, history, keyFolder)
        }
    }

    private func report(_ count: Int, _ history: History, _ keys: KeyFolder) {
        if output.json {
            return output.print { w in
                w.openObject()
                w.member("folder", into)
                w.member("entries", count)
                w.truth("exercise", history.header.isExercise)
                w.member("keys", keys.path)
                w.closeObject()
            }
        }
        let how =
            history.header.isExercise
            ? "EXERCISE: performed by generated keys" : "attested by its recorder, from published sources"
        print("Played “\(history.header.title)” into \(into): \(count) entries, \(how).")
    }
}

/// The files that were there before a record was begun.
private struct KeptFiles {
    private let record: RecordFolder
    private let keys: KeyFolder
    private let files: Set<String>

    init(_ record: RecordFolder, _ keys: KeyFolder) {
        self.record = record
        self.keys = keys
        files = KeptFiles.files(in: keys.path)
    }

    /// Removes the record that was begun, and the keys that were made for it.
    func removeOthers() {
        for path in KeptFiles.files(in: keys.path).subtracting(files) {
            try? FileManager.default.removeItem(atPath: path)
        }
        let database = record.databasePath
        for path in [database, database + "-wal", database + "-shm", record.logKeyPath] {
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    private static func files(in folder: String) -> Set<String> {
        Set((try? FileManager.default.contentsOfDirectory(atPath: folder))?.map { "\(folder)/\($0)" } ?? [])
    }
}

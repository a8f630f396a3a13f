import ArgumentParser
import Foundation
import Record
import SQLiteArchive
import TransparencyLog

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a record's folder from a backup, and go on with what a mirror holds beyond it.",
        discussion: """
            A log must never sign another history than the one that it signed before. So a restored record has to reach the
            last head that anybody has seen: name a mirror or an export with --from. The log's key is put back by hand, into
            DIR/keys/log.key.

            EXAMPLES
              bishkek restore demo-2026-11-27.sqlite demo --from mirror-of-the-mission
            """)

    @Argument(help: "The file that `bishkek backup` wrote.") var backup: String
    @Argument(help: "The folder to make.") var folder: String
    @Option(help: "A mirror's folder, or an exported file, that holds the entries since the backup.")
    var from: String?
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await carryOut {
            guard FileManager.default.fileExists(atPath: backup) else {
                throw Failure.usage("There is no file \(backup).")
            }
            let record = RecordFolder(folder)
            guard !FileManager.default.fileExists(atPath: record.databasePath) else {
                throw Failure.usage(
                    "\(folder) holds a record already. A record is never written over: name a new folder.")
            }
            try PrivateFile.makeFolder("\(folder)/keys")
            try await SQLiteArchive(opening: backup).backup(to: record.databasePath)
            let archive = try SQLiteArchive(opening: record.databasePath)
            let old = try await archive.head()?.size ?? 0
            var added = 0
            if let from {
                let copy = try OpenRecord.archive(at: from)
                try await check(Verifier().verify(copy), from)
                added = try await archive.extend(from: copy)
            }
            try await check(Verifier().verify(archive), folder)
            report(old, added)
        }
    }

    private func check(_ verification: Verification, _ what: String) throws {
        guard verification.verdict != .failed else {
            throw Failure("\(what) does not verify, and is not gone on with. Run: bishkek verify \(what)")
        }
    }

    private func report(_ old: Int, _ added: Int) {
        if output.json {
            return output.print { w in
                w.openObject()
                w.member("folder", folder)
                w.member("restored", old)
                w.member("added", added)
                w.closeObject()
            }
        }
        print(
            "Restored \(old) entries into \(folder)\(added > 0 ? ", and \(added) more from the mirror" : "")."
        )
        if from == nil {
            print(
                "No mirror was named. If anybody has seen a longer record, restore again with --from before serving:"
            )
            print("otherwise the log would sign a second history.")
        }
        print("Next: put the log's key into \(folder)/keys/log.key, then serve.")
    }
}

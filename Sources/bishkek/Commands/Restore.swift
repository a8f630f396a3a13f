import ArgumentParser
import Foundation
import Pages
import Record
import SQLiteArchive
import TransparencyLog

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a record's folder from a backup, and go on with what a mirror holds beyond it.",
        discussion: """
            A log must never sign another history than the one that it signed before. So a restored record has to reach the
            last head that anybody has seen: name a mirror, an export or a published folder with --from. The log's key is put
            back by hand, into DIR/keys/log.key.

            EXAMPLES
              bishkek restore demo-2026-11-27.sqlite demo --from mirror-of-the-mission
            """)

    @Argument(help: "The file that `bishkek backup` wrote.") var backup: String
    @Argument(help: "The folder to make.") var folder: String
    @Option(
        help:
            "A mirror's folder, an exported file, or a published folder, that holds the entries since the backup."
    )
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
            let old = try SQLiteArchive(opening: backup)
            let copy = try from.map(copy(at:))
            if let from, let copy {
                guard try await Verifier().verify(copy).verdict != .failed else {
                    throw Failure("\(from) does not verify, and is not gone on with. Nothing was restored.")
                }
                if let fork = try await old.fork(with: copy) { throw try refusal(of: fork, from, record) }
            }
            let size = try await old.head()?.size ?? 0
            report(size, try await make(record, of: old, and: copy))
        }
    }

    private func copy(at path: String) throws -> any Archive {
        FileManager.default.fileExists(atPath: "\(path)/checkpoint")
            ? try ExportArchive(published: path) : try OpenRecord.archive(at: path)
    }

    /// Keeps the proof where the record would be: whoever restores another copy there sees it.
    private func refusal(of fork: ForkProof, _ from: String, _ record: RecordFolder) throws -> Failure {
        try PrivateFile.makeFolder(folder)
        let file = try record.keep(fork: fork)
        return Failure(
            "\(backup) and \(from) hold two histories, and the log signed both: heads of \(fork.firstHead.size) and of "
                + "\(fork.secondHead.size) entries that do not fit together. Nothing was restored. The proof is kept in "
                + "\(file). Show it to everybody who relies on this log.")
    }

    /// Makes the whole record under a name of its own, and gives it its place once it verifies.
    /// - Returns: how many entries the copy had beyond the backup.
    private func make(
        _ record: RecordFolder, of old: SQLiteArchive, and copy: (any Archive)?
    ) async throws -> Int {
        let isNew = !FileManager.default.fileExists(atPath: folder)
        let draft = RecordFolder("\(folder)/restoring")
        // What an interrupted run left.
        try? FileManager.default.removeItem(atPath: draft.path)
        defer {
            try? FileManager.default.removeItem(atPath: draft.path)
            // Fails where there is anything in it.
            if isNew { rmdir(folder) }
        }
        try PrivateFile.makeFolder(draft.path)
        try await old.backup(to: draft.databasePath)
        let archive = try SQLiteArchive(opening: draft.databasePath)
        let added = if let copy { try await archive.extend(from: copy) } else { 0 }
        let report = VerificationReport(try await Verifier().verify(archive))
        guard report.verification.verdict != .failed else {
            let why = report.rows.filter { $0.word == "failed" }.flatMap(\.reasons).first ?? report.headline
            throw Failure("\(backup) does not verify. Nothing was restored. \(why)")
        }
        // Copied once more: what was added may still lie in the write-ahead log, beside the file.
        let whole = "\(draft.path)/whole"
        try await archive.backup(to: whole)
        try FileManager.default.moveItem(atPath: whole, toPath: record.databasePath)
        try DurableFile.settle(folder: folder)
        try PrivateFile.makeFolder("\(folder)/keys")
        return added
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
        let more = from.map { added > 0 ? ", and \(added) more from \($0)" : "; \($0) holds no more" } ?? ""
        print("Restored \(old) entries into \(folder)\(more).")
        if from == nil {
            print(
                "No copy was named. If anybody has seen a longer record, restore again with --from before serving:"
            )
            print("otherwise the log would sign a second history.")
        }
        print("Next: put the log's key into \(folder)/keys/log.key, then serve.")
    }
}

import ArgumentParser
import Foundation
import Record
import SQLiteArchive

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy a record into one file, also while it is served.",
        discussion: """
            The copy holds entries, head and attachments of one moment. It holds no key: keep the log's key (DIR/keys)
            elsewhere, and apart from the backups.

            EXAMPLES
              bishkek backup demo demo-2026-11-27.sqlite
            """)

    @Argument(help: "The record's folder.") var record: String
    @Argument(help: "The file to write.") var file: String
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await carryOut {
            guard let archive = try OpenRecord.archive(at: record) as? SQLiteArchive else {
                throw Failure.usage("\(record) is an export: it is a copy already.")
            }
            try await archive.backup(to: file)
            let size = try await SQLiteArchive(opening: file).head()?.size ?? 0
            if output.json {
                return output.print { w in
                    w.openObject()
                    w.member("file", file)
                    w.member("entries", size)
                    w.closeObject()
                }
            }
            print("Copied \(size) entries to \(file). The log's key is not in it.")
        }
    }
}

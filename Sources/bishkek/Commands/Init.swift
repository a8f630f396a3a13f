import ArgumentParser
import Foundation
import Record
import SQLiteArchive
import TransparencyLog

struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the folder of a new record, with the key of its log.",
        discussion: """
            The record is empty until its first entry opens the process: play a history into it. The log's key stays in
            DIR/keys; whoever should be able to verify the record needs the verifier key that is printed.

            EXAMPLES
              bishkek init demo --origin example.org/ceasefire
            """)

    @Argument(help: "The folder to make.") var folder: String
    @Option(help: "The log's name, such as example.org/ceasefire. It cannot be changed later.") var origin:
        String
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await carryOut {
            let record = RecordFolder(folder)
            let key = try record.create(origin: origin)
            _ = try SQLiteArchive(creating: record.databasePath)
            if output.json {
                return output.print { w in
                    w.openObject()
                    w.member("folder", folder)
                    w.member("log", key.verifierKey.description)
                    w.closeObject()
                }
            }
            print("Made \(folder), a record without entries.")
            print("The log's verifier key, for everybody: \(key.verifierKey)")
            print("Next: bishkek play HISTORY --into \(folder)")
        }
    }
}

import ArgumentParser
import Foundation
import Record
import TransparencyLog

struct ExportRecord: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the whole record to one file, a plain tar that others verify without you.",
        discussion: """
            EXAMPLES
              bishkek export demo demo.tar && bishkek verify demo.tar
            """)

    @Argument(help: "The record's folder.") var record: String
    @Argument(help: "The file to write.") var file: String
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await carryOut {
            let record = try await OpenRecord(record)
            guard let log = record.ledger.log else { throw Failure("The record names no log key.") }
            let export = try await Export(
                record.archive, log: log, note: await record.heads?.witnessed?.note,
                policy: await record.heads?.policyFile)
            try await export.write(to: file)
            if output.json {
                return output.print { w in
                    w.openObject()
                    w.member("file", file)
                    w.member("size", record.ledger.size)
                    w.member("root", record.ledger.root.base64)
                    w.member("log", log.description)
                    w.closeObject()
                }
            }
            print("Wrote \(record.ledger.size) entries to \(file).")
            print("Whoever receives it checks it against the log's key: \(log)")
        }
    }
}

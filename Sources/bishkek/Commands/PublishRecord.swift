import ArgumentParser
import Foundation
import Record
import TransparencyLog

struct PublishRecord: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Write the record as static files, which any web server can hold and anybody can verify.",
        discussion: """
            Only what is new is written, and the checkpoint last. A folder that publishes more than the record holds is
            left alone: then the record went back.

            EXAMPLES
              bishkek publish demo --into /srv/www/ceasefire
            """)

    @Argument(help: "The record's folder, or a file exported from one.") var record: String
    @Option(help: "The folder to publish into; made if there is none.") var into: String
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await carryOut {
            let record = try await OpenRecord(record)
            guard let log = record.ledger.log else { throw Failure("The record names no log key.") }
            var publication = try Publication(into: into, log: log)
            var note: SignedNote?
            if let head = try await record.archive.head() { note = await record.heads?.cosigned(head.note) }
            let size = try await publication.publish(
                record.archive, cosigned: note, policy: await record.heads?.policyFile)
            if output.json {
                return output.print { w in
                    w.openObject()
                    w.member("folder", into)
                    w.member("size", size)
                    w.member("log", log.description)
                    w.closeObject()
                }
            }
            print("Published \(size) entries into \(into).")
        }
    }
}

import ArgumentParser
import Ceasefire
import Foundation
import Record
import Site
import SQLiteArchive

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the pages of a record, and the files by which anybody verifies it.",
        discussion: """
            The pages are read-only. With --add, whoever has a key of the record hands signed envelopes in: POST /add.
            Stop with Control-C.

            EXAMPLES
              bishkek serve demo --port 1994
              bishkek serve demo --add --publish /srv/www/ceasefire
            """)

    @Argument(help: "The record's folder, or a file exported from one.") var record: String
    @Option(help: "The port.") var port = 1994
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Flag(help: "Take entries. This needs the record's folder, with the log's key.") var add = false
    @Flag(help: "Take entries though no witness can say whether the record went back.") var withoutWitnesses =
        false
    @Option(help: "Publish the record into this folder as it grows, as static files.") var publish: String?

    func validate() throws {
        guard (1...65535).contains(port) else {
            throw ValidationError("--port \(port): a port is 1 to 65535.")
        }
    }

    func run() async throws {
        try await carryOut {
            let server = try await add ? keeping() : reading()
            do {
                try await server.run()
            } catch let error as ArchiveError {
                throw error
            } catch {
                throw Failure(
                    "Cannot serve on \(host), port \(port): it is in use, or may not be used. Choose another with --port."
                )
            }
        }
    }

    private func reading() async throws -> Server {
        let record = try await OpenRecord(self.record)
        let duties = try await publishing(record.archive, record.ledger, record.heads)
        announce(record.ledger)
        return try Server(
            archive: record.archive, ledger: record.ledger, folder: folder(record.archive),
            heads: record.heads, host: host, port: port, duties: duties)
    }

    private func keeping() async throws -> Server {
        let keeper = try await Keeper(record)
        let ledger = await keeper.sequencer.ledger
        guard let log = ledger.log else { throw OpenRecord.empty(record) }
        let witnessing = try keeper.witnessing(log)
        let (mayTake, why) = try await keeper.askRollback(witnessing)
        if mayTake {
            Terminal.say(why)
        } else {
            let consequence =
                withoutWitnesses
                ? "Taking entries all the same (--without-witnesses)."
                : "Read-only; start again when one answers, or with --without-witnesses if you are sure."
            FileHandle.standardError.write(Data("bishkek: \(why) \(consequence)\n".utf8))
        }
        let heads: any CosignedHeads = witnessing ?? WitnessedFolder(keeper.folder, log: log)
        var duties = try await publishing(keeper.archive, ledger, heads)
        if let witnessing { duties.append({ await witnessing.run() }) }
        announce(ledger)
        return try Server(
            archive: keeper.archive, ledger: ledger, folder: keeper.folder,
            add: mayTake || withoutWitnesses
                ? Add(to: keeper.archive, through: keeper.sequencer, forksInto: keeper.folder) : nil,
            heads: heads,
            host: host, port: port, duties: duties)
    }

    /// What is published contradicts the record, or does not: that is known before anything is served or taken.
    private func publishing(
        _ archive: any Archive, _ ledger: Ledger, _ heads: (any CosignedHeads)?
    ) async throws -> [@Sendable () async throws -> Void] {
        guard let publish, let log = ledger.log else { return [] }
        var publication = try Publication(into: publish, log: log)
        let policy = await heads?.policyFile
        _ = try await publication.publish(archive, policy: policy)
        return [
            { [publication] in
                try await publication.follow(archive, policy: policy) {
                    await heads?.cosigned($0) ?? $0
                } say: { error in
                    FileHandle.standardError.write(Data("bishkek: \(error.description)\n".utf8))
                }
            }
        ]
    }

    /// A file that was exported is somebody's copy: nothing is written beside it.
    private func folder(_ archive: any Archive) -> RecordFolder? {
        archive is ExportArchive ? nil : RecordFolder(record)
    }

    private func announce(_ ledger: Ledger) {
        let name = host == "127.0.0.1" ? "localhost" : host
        Terminal.say("Serving “\(ledger.opening?.title ?? "")” on http://\(name):\(port)")
    }
}

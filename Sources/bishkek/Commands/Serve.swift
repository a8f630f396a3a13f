import ArgumentParser
import Ceasefire
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
              bishkek serve demo --add
            """)

    @Argument(help: "The record's folder, or a file exported from one.") var record: String
    @Option(help: "The port.") var port = 1994
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Flag(help: "Take entries. This needs the record's folder, with the log's key.") var add = false

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
            } catch {
                throw Failure(
                    "Cannot serve on \(host), port \(port): it is in use, or may not be used. Choose another with --port."
                )
            }
        }
    }

    private func reading() async throws -> Server {
        let record = try await OpenRecord(self.record)
        announce(record.ledger)
        return try Server(
            archive: record.archive, ledger: record.ledger, snapshotPath: snapshotPath(record.archive),
            host: host, port: port)
    }

    private func keeping() async throws -> Server {
        let keeper = try await Keeper(record)
        let ledger = await keeper.sequencer.ledger
        guard ledger.size > 0 else { throw OpenRecord.empty(record) }
        announce(ledger)
        return try Server(
            archive: keeper.archive, ledger: ledger, snapshotPath: snapshotPath(keeper.archive),
            add: Add(to: keeper.archive, through: keeper.sequencer), host: host, port: port)
    }

    /// A file that was exported is somebody's copy: nothing is written beside it.
    private func snapshotPath(_ archive: any Archive) -> String? {
        archive is ExportArchive ? nil : RecordFolder(record).snapshotPath
    }

    private func announce(_ ledger: Ledger) {
        let name = host == "127.0.0.1" ? "localhost" : host
        print("Serving “\(ledger.opening?.title ?? "")” on http://\(name):\(port)")
    }
}

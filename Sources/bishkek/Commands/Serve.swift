import ArgumentParser
import Ceasefire
import Record
import Site
import SQLiteArchive

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the pages of a record, and the files by which anybody verifies it.",
        discussion: """
            The pages are read-only. Stop with Control-C.

            EXAMPLES
              bishkek serve demo --port 1994
            """)

    @Argument(help: "The record's folder, or a file exported from one.") var record: String
    @Option(help: "The port.") var port = 1994
    @Option(help: "The address to listen on.") var host = "127.0.0.1"

    func validate() throws {
        guard (1...65535).contains(port) else {
            throw ValidationError("--port \(port): a port is 1 to 65535.")
        }
    }

    func run() async throws {
        try await carryOut {
            let folder = RecordFolder(record)
            let record = try await OpenRecord(record)
            let server = try Server(
                archive: record.archive, ledger: record.ledger, folder: folder, host: host, port: port)
            print(
                "Serving “\(record.ledger.opening?.title ?? "")” on http://\(host == "127.0.0.1" ? "localhost" : host):\(port)"
            )
            do {
                try await server.run()
            } catch {
                throw Failure(
                    "Cannot serve on \(host), port \(port): it is in use, or may not be used. Choose another with --port."
                )
            }
        }
    }
}

import ArgumentParser
import Foundation
import Record
import Site
import SQLiteArchive
import TransparencyLog

struct WitnessLogs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness",
        abstract: "Be a witness of logs: cosign each head that goes on from the one before.",
        discussion: """
            Whoever has a log's head with a witness's cosignature knows that nobody was shown another history of it, as
            far as that witness saw. A witness needs no record and holds none.

            EXAMPLES
              bishkek witness init geneva --name geneva.example/witness
              bishkek witness serve geneva --log example.org/ceasefire+1234abcd+… --port 1995 --host 0.0.0.0
            """,
        subcommands: [WitnessInit.self, WitnessServe.self])
}

struct WitnessInit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make the folder of a new witness, with its key.",
        discussion: """
            EXAMPLES
              bishkek witness init geneva --name geneva.example/witness
            """)

    @Argument(help: "The folder to make.") var folder: String
    @Option(help: "The witness's name, such as geneva.example/witness. It cannot be changed later.") var name:
        String
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await carryOut {
            let witness = WitnessFolder(folder)
            let key = try witness.create(name: name)
            _ = try SQLiteWitnessStore(creating: witness.databasePath)
            if output.json {
                return output.print { w in
                    w.openObject()
                    w.member("folder", folder)
                    w.member("witness", key.verifierKey.description)
                    w.closeObject()
                }
            }
            print("Made \(folder), a witness that knows no log yet.")
            print("Its verifier key, for everybody: \(key.verifierKey)")
            print("Next: bishkek witness serve \(folder) --log VKEY")
        }
    }
}

struct WitnessServe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Answer the keepers of logs who ask for cosignatures.",
        discussion: """
            Stop with Control-C.

            EXAMPLES
              bishkek witness serve geneva --log "$(cat log.vkey)" --port 1995
            """)

    @Argument(help: "The witness's folder.") var folder: String
    @Option(
        help: "The verifier key of a log to witness, or a file that holds it. May be given several times.")
    var log: [String] = []
    @Option(help: "The port.") var port = 1995
    @Option(help: "The address to listen on.") var host = "127.0.0.1"

    func validate() throws {
        guard (1...65535).contains(port) else {
            throw ValidationError("--port \(port): a port is 1 to 65535.")
        }
        if log.isEmpty {
            throw ValidationError("--log is missing: a witness knows the logs that it cosigns.")
        }
    }

    func run() async throws {
        try await carryOut {
            let folder = WitnessFolder(folder)
            let store = try SQLiteWitnessStore(opening: folder.databasePath)
            let key = try folder.key()
            let logs = try log.map { try VerifierKey(option: $0) }
            let witness = try Witness(key: key, logs: logs)
            Terminal.say(
                "\(key.name) witnesses \(logs.map(\.name).joined(separator: ", ")) on http://\(host):\(port)\n"
                    + "Its verifier key: \(key.verifierKey)")
            do {
                try await WitnessServer(witness, store: store, host: host, port: port).run()
            } catch {
                throw Failure(
                    "Cannot serve on \(host), port \(port): it is in use, or may not be used. Choose another with --port."
                )
            }
        }
    }
}

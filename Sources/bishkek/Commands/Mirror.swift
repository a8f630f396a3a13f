import ArgumentParser
import Foundation
import Pages
import Record
import Site
import SQLiteArchive
import TransparencyLog

struct Mirror: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Hold a copy of somebody else's record, and check that it goes on from every head ever seen.",
        discussion: """
            Everything is checked before anything is taken in: the log's signature, the root over all entries, every
            envelope, the rules. Interrupted, it goes on where it stopped. Two heads that contradict each other are kept as
            proof of a fork in DIR/forks. A mirror has no key of the log: it is read, served, verified and exported.

            EXAMPLES
              bishkek mirror https://example.org demo --log example.org/ceasefire+1234abcd+…
              bishkek mirror https://example.org demo --follow --every 60
              bishkek mirror demo.tar copy
            """)

    @Argument(
        help: "The address of a served record or log, a file exported from one, or a folder of its files.")
    var source: String
    @Argument(help: "The folder of the mirror; made if there is none.") var folder: String
    @Option(help: "The log's verifier key, or a file that holds it; the source's own word, if not given.")
    var log: String?
    @Flag(help: "Go on and ask again, until you stop it with Control-C.") var follow = false
    @Option(help: "With --follow: how many seconds lie between two questions.") var every = 30
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...86_400).contains(every) else {
            throw ValidationError("--every \(every): ask every 1 to 86400 seconds.")
        }
    }

    func run() async throws {
        try await carryOut {
            let watch = MirrorWatch(isQuiet: output.json)
            let replica = Replica(
                ReplicaFolder(folder), of: try logSource(watch), called: source,
                log: try log.map { try VerifierKey(option: $0) },
                open: { (record: RecordFolder, isNew: Bool) throws(ArchiveError) -> any Archive in
                    isNew
                        ? try SQLiteArchive(creating: record.databasePath)
                        : try SQLiteArchive(opening: record.databasePath)
                },
                told: { watch.tell($0) })
            while true {
                do {
                    let outcome = try await replica.follow()
                    try await report(outcome, replica)
                } catch let fault as ReplicaFault {
                    // Whoever follows waits for a source that is silent for a while.
                    guard follow, fault.code == .silent || fault.code == .noEntries else {
                        throw Failure(fault)
                    }
                    watch.say("\(fault.message)")
                }
                guard follow else { return }
                try await Task.sleep(for: .seconds(every))
            }
        }
    }

    private func logSource(_ watch: MirrorWatch) throws -> any LogSource {
        if source.hasPrefix("http://") || source.hasPrefix("https://") {
            return PatientSource(HTTPSource(source)) { watch.say($0) }
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: source, isDirectory: &isFolder) else {
            throw Failure.usage(
                "There is nothing at \(source). Name an address (https://…), an exported file, or a folder of a log's files."
            )
        }
        guard isFolder.boolValue else { return try ExportSource(source) }
        if FileManager.default.fileExists(atPath: RecordFolder(source).databasePath) {
            throw Failure.usage(
                "\(source) is the folder of a record. Serve it, or export it, and mirror that: bishkek export \(source) FILE"
            )
        }
        return FolderSource(source)
    }

    private func report(_ outcome: ReplicaOutcome, _ replica: Replica) async throws {
        if output.json {
            let log = await replica.log?.description
            output.print { w in
                w.openObject()
                w.member("outcome", outcome.word)
                w.member("size", outcome.size)
                w.member("log", log)
                w.member("folder", folder)
                if case .forked(_, let file) = outcome { w.member("fork", file) }
                w.closeObject()
            }
        } else {
            switch outcome {
            case .same(let size): if !follow { print("\(folder) holds all \(size) entries of \(source).") }
            case .grown(let from, let to):
                print(
                    "Took in entries \(from) to \(to - 1) from \(source): root, signatures and rules hold."
                        + (from == 0 ? " Next: bishkek verify \(folder)" : ""))
            case .stale(let theirs, let ours):
                print(
                    "\(source) shows \(theirs) entries, and \(folder) holds \(ours): the source is behind, or was set back. "
                        + "Nothing was given up.")
            case .forked(let fork, let file):
                for line in ForkReport(fork).lines { print(line) }
                print("The proof is kept in \(file). Show it to everybody who relies on this log.")
            }
        }
        if case .forked = outcome { throw ExitCode(1) }
    }
}

extension ReplicaOutcome {
    fileprivate var word: String {
        switch self {
        case .same: "same"
        case .grown: "grown"
        case .stale: "stale"
        case .forked: "forked"
        }
    }

    /// How many entries are held after it; `nil` where that was not the question.
    fileprivate var size: Int? {
        switch self {
        case .same(let size), .grown(_, let size), .stale(_, let size): size
        case .forked: nil
        }
    }
}

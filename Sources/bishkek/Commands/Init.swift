import ArgumentParser
import Ceasefire
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

            A record whose log's key is lost, whose log told two stories, or whose head nobody can reproduce has ended. Its
            successor commits to the last good head of a copy of it, with --succeeds and the --reason.

            EXAMPLES
              bishkek init demo --origin example.org/ceasefire
              bishkek init next --origin example.org/ceasefire-2 --succeeds demo.tar --reason lost-key
            """)

    @Argument(help: "The folder to make.") var folder: String
    @Option(help: "The log's name, such as example.org/ceasefire. It cannot be changed later.") var origin:
        String
    @Option(help: "The record that this one succeeds: a folder, or a file exported from it.") var succeeds:
        String?
    @Option(help: "Why that one ended: fork, lost-key or unreproducible.") var reason: Reason?
    @OptionGroup var output: OutputOptions

    enum Reason: String, ExpressibleByArgument {
        case fork
        case lostKey = "lost-key"
        case unreproducible

        var succession: SuccessionReason {
            switch self {
            case .fork: .fork
            case .lostKey: .lostKey
            case .unreproducible: .unreproducible
            }
        }
    }

    func validate() throws {
        guard (succeeds == nil) == (reason == nil) else {
            throw ValidationError(
                "--succeeds OLD and --reason (fork, lost-key or unreproducible) go together.")
        }
    }

    func run() async throws {
        try await carryOut {
            let predecessor = try await chosen()
            let record = RecordFolder(folder)
            let key = try record.create(origin: origin)
            if let predecessor { try record.keep(predecessor) }
            _ = try SQLiteArchive(creating: record.databasePath)
            if output.json {
                return output.print { w in
                    w.openObject()
                    w.member("folder", folder)
                    w.member("log", key.verifierKey.description)
                    w.member("predecessor", predecessor)
                    w.closeObject()
                }
            }
            print("Made \(folder), a record without entries.")
            if let predecessor {
                print(
                    "It will succeed \(predecessor.origin) from its head of \(predecessor.size) entries on: "
                        + "entry 0 commits to it.")
            }
            print("The log's verifier key, for everybody: \(key.verifierKey)")
            print("Next: bishkek play HISTORY --into \(folder)")
        }
    }

    /// The last head of the old record, which must itself hold what it signed.
    private func chosen() async throws -> Predecessor? {
        guard let succeeds, let reason else { return nil }
        let archive = try OpenRecord.archive(at: succeeds)
        let verification = try await Verifier().verify(archive)
        guard let head = try await archive.head(), verification.verdict != .failed else {
            throw Failure(
                "\(succeeds) does not verify, so that it has no head to go on from. Choose a copy that does, from a "
                    + "mirror or a backup: bishkek verify COPY.")
        }
        guard let log = verification.log, log.name != origin else {
            throw Failure.usage(
                "\(origin) is the origin of the record that ended, and is never used again. Choose another --origin."
            )
        }
        return try Predecessor(head.note, of: log, reason: reason.succession)
    }
}

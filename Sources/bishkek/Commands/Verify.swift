import ArgumentParser
import Ceasefire
import Exchange
import Foundation
import Pages
import Record
import TransparencyLog

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check a record, an export or a proof, from its bytes to its rules.",
        discussion: """
            Everything is recomputed: digests, signatures, the tree, the rules. Exit status 0 passed, 1 failed,
            2 indeterminate.

            EXAMPLES
              bishkek verify demo
              bishkek verify demo.tar --checkpoint what-we-saw-in-may
              bishkek verify next --predecessor demo.tar
              bishkek verify entry-100.proof --log example.org/ceasefire+1234abcd+…
            """)

    @Argument(help: "A record's folder, a file exported from one, or the proof of an entry.") var path: String
    @Option(help: "A file with a checkpoint that you hold from earlier or from elsewhere.") var checkpoint:
        [String] = []
    @Option(help: "For a proof: the log's verifier key, or a file that holds it.") var log: String?
    @Option(help: "The record that this one succeeds: a folder or an export, which must be the one it names.")
    var predecessor: String?
    @Flag(help: "Ask that every attachment be there.") var attachments = false
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await carryOut {
            if let proof = try proofFile() { return try verify(proof) }
            var verifier = Verifier(asksForAttachments: attachments)
            if let predecessor { verifier.predecessor = try OpenRecord.archive(at: predecessor) }
            for file in checkpoint { verifier.held.append(try held(file)) }
            let archive = try OpenRecord.archive(at: path)
            guard let head = try await archive.head() else {
                throw Failure(
                    "\(path) has no entries yet: there is nothing to verify. Play a history into it.", code: 2
                )
            }
            let progress = Progress("Verifying", of: head.size)
            let verification =
                archive is ExportArchive
                ? try await verifier.verify(export: path) { progress.show($0) }
                : try await verifier.verify(archive) { progress.show($0) }
            if output.json {
                output.print { verification.write(answer: &$0) }
            } else {
                let report = VerificationReport(verification)
                for line in report.lines { print(line) }
            }
            if let status = verification.verdict.exitStatus { throw ExitCode(status) }
        }
    }

    // MARK: Proofs

    private func proofFile() throws -> EntryProof? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        let head = (try? file.read(upToCount: 22)) ?? Data()
        guard head.starts(with: Data("c2sp.org/tlog-proof@v1".utf8)) else { return nil }
        let bytes = try file.readToEnd() ?? Data()
        guard bytes.count <= 1 << 20 else { throw Failure("\(path) is too large for a proof.") }
        return try EntryProof(parsing: Array(head + bytes))
    }

    private func verify(_ proof: EntryProof) throws {
        guard let log else {
            throw Failure(
                "A proof is checked with the log's verifier key, which you must have from elsewhere: --log KEY or a file.",
                code: 2)
        }
        let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? log
        try proof.verify(log: try VerifierKey(text.trimmingCharacters(in: .whitespacesAndNewlines)))
        let statement = try? PreparedAct(LogEntry(leaf: proof.leaf).envelope, home: .utc).statement
        if output.json {
            return output.print { w in
                w.openObject()
                w.member("verdict", "passed")
                w.member("entry", proof.proof.index)
                w.member("act", statement?.act.name)
                w.member("author", statement?.author)
                w.closeObject()
            }
        }
        let what = statement.map { ": \($0.act.name) by \($0.author)" } ?? ""
        print("✓ passed: entry \(proof.proof.index)\(what) is in the record under the signed head.")
        print("This does not show who signed the entry; that takes the whole record.")
    }

    private func held(_ file: String) throws -> Checkpoint {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure.usage("There is no file \(file).")
        }
        return try Checkpoint(parsing: try SignedNote(parsing: Array(data)).text)
    }
}

extension Verification.Verdict {
    /// `nil` for passed.
    var exitStatus: Int32? {
        switch self {
        case .passed: nil
        case .failed: 1
        case .indeterminate: 2
        }
    }
}

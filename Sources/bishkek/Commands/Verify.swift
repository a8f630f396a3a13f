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
              bishkek verify demo.tar --log example.org/ceasefire+1234abcd+…
              bishkek verify demo.tar --checkpoint what-we-saw-in-may
              bishkek verify next --predecessor demo.tar
              bishkek verify demo/forks/200-….fork
              bishkek verify entry-100.proof --log example.org/ceasefire+1234abcd+…
            """)

    @Argument(help: "A record's folder, a file exported from one, the proof of an entry or of a fork.")
    var path: String
    @Option(help: "A file with a checkpoint that you hold from earlier or from elsewhere.") var checkpoint:
        [String] = []
    @Option(help: "The log's verifier key, which you have from elsewhere, or a file that holds it.") var log:
        String?
    @Option(help: "The record that this one succeeds: a folder or an export, which must be the one it names.")
    var predecessor: String?
    @Flag(help: "Ask that every attachment be there.") var attachments = false
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await carryOut {
            let log = try log.map { try VerifierKey(option: $0) }
            if let bytes = file(named: ForkProof.header, limit: ForkProof.maximumByteCount) {
                return try verify(fork: bytes, log)
            }
            if let proof = try proofFile() { return try verify(proof, log) }
            var verifier = Verifier(log: log, asksForAttachments: attachments)
            if let predecessor { verifier.predecessor = try OpenRecord.archive(at: predecessor) }
            for file in checkpoint { verifier.held.append(try held(file)) }
            let archive = try OpenRecord.archive(at: path)
            guard let head = try await archive.head() else {
                throw Failure(
                    "\(path) has no entries yet: there is nothing to verify. Play a history into it.", code: 2
                )
            }
            let folder = RecordFolder(path)
            if let log = try ReplicaFolder(path).origin()?.log {
                verifier.held += folder.heads(of: log)
            }
            let progress = Progress("Verifying", of: head.size)
            var verification =
                archive is ExportArchive
                ? try await verifier.verify(export: path) { progress.show($0) }
                : try await verifier.verify(archive) { progress.show($0) }
            if archive is ExportArchive {
                for fork in verification.forks { try reportUnkept(fork) }
            } else {
                for fork in verification.forks { try folder.keep(fork: fork) }
                for fork in folder.forks(of: verification.log) {
                    verification.take(fork: fork.proof)
                }
            }
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
        try file(named: "c2sp.org/tlog-proof@v1", limit: 1 << 20).map { try EntryProof(parsing: $0) }
    }

    /// The bytes of the file, where its first line is `header`.
    private func file(named header: String, limit: Int) -> [UInt8]? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        let line = Array("\(header)\n".utf8)
        guard let head = try? file.read(upToCount: line.count), Array(head) == line,
            let rest = try? file.read(upToCount: limit) ?? Data()
        else { return nil }
        return line + Array(rest)
    }

    private func verify(fork bytes: [UInt8], _ log: VerifierKey?) throws {
        let fork = try ForkProof(parsing: bytes)
        guard log == nil || log == fork.log else {
            throw Failure("This is the fork of another log: \(fork.log)")
        }
        if output.json {
            return output.print { w in
                w.openObject()
                w.member("verdict", "passed")
                w.member("fork", fork.log.description)
                w.member("sizes", [fork.firstHead.size, fork.secondHead.size])
                w.closeObject()
            }
        }
        print("✓ passed: the proof holds.")
        for line in ForkReport(fork).lines { print(line) }
    }

    /// Says where a fork is that an export proves: nothing is written beside it unasked.
    private func reportUnkept(_ fork: ForkProof) throws {
        if output.json { return }
        print("The log signed a head that contradicts this history. This file, kept, proves a fork:\n")
        print(String(decoding: fork.bytes, as: UTF8.self))
    }

    private func verify(_ proof: EntryProof, _ log: VerifierKey?) throws {
        guard let log else {
            throw Failure(
                "A proof is checked with the log's verifier key, which you must have from elsewhere: --log KEY or a file.",
                code: 2)
        }
        try proof.verify(log: log)
        let statement = try? ActStatement(leaf: proof.leaf, home: .utc)
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

    private func held(_ file: String) throws -> (head: Checkpoint, note: SignedNote) {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure.usage("There is no file \(file).")
        }
        do throws(LogError) {
            let note = try SignedNote(parsing: Array(data))
            return (try Checkpoint(parsing: note.text), note)
        } catch {
            throw Failure.usage("--checkpoint \(file) is no signed checkpoint: \(error.message)")
        }
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

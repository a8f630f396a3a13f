import ArgumentParser
import Ceasefire
import Exchange
import Foundation
import Record

struct SealAct: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "Sign an act whose body only some can read; the record holds what commits to it.",
        discussion: """
            ACT is a file with one act, written as in a history: account.stated, finding.made or dataset.attached. Its body is
            encrypted to each of --to, X25519 public keys, and kept in the vault; author, actor, time and source stay
            readable. Whoever loses the vault's file or all keys loses the body for ever: keep copies.

            EXAMPLES
              bishkek seal demo report.yaml --by anna --sign anna.pem --to mission.pub.pem --output report.json
              openssl genpkey -algorithm X25519 -out mission.pem
              openssl pkey -in mission.pem -pubout -out mission.pub.pem
            """)

    @Argument(help: "A record's folder, or a file exported from one.") var record: String
    @Argument(help: "The file with the act.") var act: String
    @Option(
        help:
            "A file with the X25519 public key (PEM) of somebody who can open it; several times for several.")
    var to: [String] = []
    @OptionGroup var signing: SigningOptions
    @OptionGroup var vault: VaultOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await carryOut {
            guard !to.isEmpty else {
                throw Failure.usage("Who can open it? Name at least one public key with --to FILE.")
            }
            let file = try signing.checkOutput()
            let recipients = try to.map { try Recipient(pem: try FileText.read($0)) }
            let record = try await OpenRecord(record)
            guard let id = record.ledger.record else { throw Failure("The record has no entry 0.", code: 2) }
            let vault = try vault.vault(of: self.record)
            guard FileManager.default.fileExists(atPath: self.act) else {
                throw Failure.usage("There is no file \(self.act) with an act.")
            }
            let stated = try ActFile.read(from: URL(fileURLWithPath: self.act), home: record.ledger.home)
            guard SealedAct.kinds.contains(stated.act.name) else {
                throw Failure.usage(
                    "\(stated.act.name) cannot be sealed. These can: \(SealedAct.kinds.sorted().joined(separator: ", "))."
                )
            }
            let author = try await signing.author(in: record)
            let content = SealedContent(stated.act)
            guard content.body.count <= SealedContent.maximumBody else {
                throw Failure(
                    "The body has \(content.body.count) bytes, and an act that opens it holds "
                        + "\(SealedContent.maximumBody). Attach long texts by digest.")
            }
            // What the rules refuse could be sealed and never opened.
            _ = try envelope(of: stated.act, stated, by: author)
            let commitment = content.commitment(by: author.id, in: id)
            let seal = SealedAct(kind: stated.act.name, commitment: commitment)
            let envelope = try envelope(of: .sealed(seal), stated, by: author)
            let item = try VaultItem(content, by: author.id, in: id, for: recipients)
            try vault.keep(item)
            try signing.write(envelope, to: file)
            report(seal, item, envelope, file, vault.file(of: commitment))
        }
    }

    private func envelope(of act: Act, _ stated: ActFile, by author: Author) throws -> Envelope {
        try author.envelope(
            act, actor: stated.actor, onBehalfOf: stated.onBehalfOf, occurred: stated.occurred,
            source: stated.source, language: stated.language)
    }

    private func report(
        _ seal: SealedAct, _ item: VaultItem, _ envelope: Envelope, _ file: String, _ kept: String
    ) {
        if output.json {
            return output.print { w in
                w.openObject()
                w.member("act", seal.kind)
                w.member("id", envelope.id)
                w.member("commitment", seal.commitment)
                w.member("recipients", item.recipients)
                w.member("vault", kept)
                w.member("envelope", file)
                w.closeObject()
            }
        }
        print(
            "Sealed: \(file) states \(seal.kind) and keeps its body back. It commits to \(seal.commitment).")
        print(
            "The body is in \(kept), for \(item.recipients.count) key(s). Without this file it is lost for ever."
        )
        print(
            "If the keeper is to keep it, send that file too; it belongs into the vault of the record's folder."
        )
        print(SigningOptions.next(file))
    }
}

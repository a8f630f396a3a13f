import ArgumentParser
import Ceasefire
import Exchange
import Foundation
import Pages
import Record

struct OpenSealed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Read a sealed body with your key; with --publish, open it for everybody.",
        discussion: """
            Reading changes nothing and tells nobody. What comes out is checked against what the record commits to. With
            --publish an act is signed that opens the entry for everybody; once it is in the record it cannot be taken
            back.

            EXAMPLES
              bishkek open demo 120 --key mission.pem
              bishkek open demo 120 --key mission.pem --publish --by mission --sign mission-key.pem --output open.json
            """)

    @Argument(help: "A record's folder, or a file exported from one.") var record: String
    @Argument(help: "The index of the sealed entry.") var entry: Int
    @Option(help: "A file with your X25519 private key (PEM).") var key: String
    @Flag(help: "Sign the act that opens it for everybody.") var publish = false
    @OptionGroup var signing: SigningOptions
    @OptionGroup var vault: VaultOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await carryOut {
            let file = publish ? try signing.checkOutput() : nil
            let record = try await OpenRecord(record)
            let sealed = try record.sealed(entry)
            let key = try RecipientKey(pem: try FileText.read(key))
            let content = try sealed.content(in: try vault.vault(of: self.record), with: key)
            let act = try content.act(sealed.seal.act.kind, home: record.ledger.home)
            if let file {
                let opening = SealOpening(entry: entry, salt: content.salt, act: act)
                let author = try await signing.author(in: record)
                try signing.write(try author.envelope(.reference(.unsealed(opening))), to: file)
            }
            if output.json {
                return output.print { w in
                    w.openObject()
                    w.member("entry", entry)
                    w.member("act", act.name)
                    w.member("author", sealed.author)
                    w.member("commitment", sealed.seal.act.commitment)
                    w.name("body")
                    act.write(to: &w)
                    w.member("envelope", file)
                    w.closeObject()
                }
            }
            if var stated = record.ledger.process.entry(at: entry) {
                stated.act = act
                print(Catalogue(View(record.ledger.process)).sentence(Fact(stated)))
            }
            print(String(decoding: content.body, as: UTF8.self))
            guard let file else { return print("This is what was sealed. Nobody else was told.") }
            print("\(file) opens it for everybody, for ever, once it is handed in.")
            print(SigningOptions.next(file))
        }
    }
}

import ArgumentParser
import Ceasefire
import Foundation
import Record

struct DestroySealed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "destroy",
        abstract: "Erase a sealed body from the vault for ever, and sign the act that says so.",
        discussion: """
            The record stays whole and verifies as before. The body is gone from this vault for ever; copies of the vault's
            file, backups of it, and what somebody has opened already cannot be reached.

            EXAMPLES
              bishkek destroy demo 120 --by keeper --sign keeper.pem --output destroyed.json --yes
            """)

    @Argument(help: "A record's folder, or a file exported from one.") var record: String
    @Argument(help: "The index of the sealed entry.") var entry: Int
    @Option(help: "Why, for the record.") var reason: String?
    @Flag(help: "Destroy it. Without this, nothing is done.") var yes = false
    @OptionGroup var signing: SigningOptions
    @OptionGroup var vault: VaultOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await carryOut {
            let file = try signing.checkOutput()
            let record = try await OpenRecord(record)
            let sealed = try record.sealed(entry)
            let vault = try vault.vault(of: self.record)
            let commitment = sealed.seal.act.commitment
            _ = try vault.item(commitment)
            let author = try await signing.author(in: record)
            let act = Act.reference(.destroyed(SealDestruction(entry: entry, reason: reason)))
            let envelope = try author.envelope(act)
            guard yes else {
                throw Failure.usage(
                    "This erases \(vault.file(of: commitment)) for ever: nobody will read what entry \(entry) sealed "
                        + "from this vault again. Copies already opened cannot be reached. Nothing was done; to do it, "
                        + "add --yes.")
            }
            try signing.write(envelope, to: file)
            do {
                try vault.destroy(commitment)
            } catch {
                try? FileManager.default.removeItem(atPath: file)
                throw error
            }
            if output.json {
                return output.print { w in
                    w.openObject()
                    w.member("entry", entry)
                    w.member("commitment", commitment)
                    w.member("envelope", file)
                    w.closeObject()
                }
            }
            print(
                "Destroyed: the vault no longer has what entry \(entry) sealed. Copies already opened cannot be reached."
            )
            print("Erase it from your backups of the vault too.")
            print(SigningOptions.next(file))
        }
    }
}

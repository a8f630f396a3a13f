import ArgumentParser
import Ceasefire
import Foundation
import Record

/// Where sealed bodies are kept.
struct VaultOptions: ParsableArguments {
    @Option(help: "The folder that keeps sealed bodies; DIR/vault of a record's folder, if not given.")
    var vault: String?

    func vault(of record: String) throws -> Vault {
        if let vault { return Vault(vault) }
        let folder = RecordFolder(record)
        guard FileManager.default.fileExists(atPath: folder.databasePath) else {
            throw Failure.usage("An exported file has no vault. Name the folder with --vault.")
        }
        return Vault(folder.vaultPath)
    }
}

extension OpenRecord {
    /// A sealed entry, and whoever sealed it.
    func sealed(_ index: Int) throws -> SealedEntry {
        guard let (seal, author) = ledger.seal(at: index), let id = ledger.record else {
            let known = ledger.process.reference.seals.keys.sorted().map(String.init)
            throw Failure.usage(
                "Entry \(index) is not sealed. "
                    + (known.isEmpty
                        ? "No entry of this record is." : "These are: \(known.joined(separator: ", "))."))
        }
        return SealedEntry(index: index, seal: seal, author: author, record: id)
    }
}

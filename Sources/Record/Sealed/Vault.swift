package import Ceasefire
import Foundation

/// The folder in which sealed bodies are kept, one file each under its commitment. Only its owner can read it; replicas
/// do not hold it, and the record is whole without it.
package struct Vault: Sendable {
    package let path: String

    package init(_ path: String) { self.path = path }

    package func file(of commitment: TextDigest) -> String { "\(path)/\(commitment)" }

    /// Keeps an item, safely on disk, with mode 0600.
    /// - Throws: `taken` if there is one with the same commitment, `file` if it cannot be written.
    package func keep(_ item: VaultItem) throws(VaultFault) {
        let file = file(of: item.commitment)
        guard !FileManager.default.fileExists(atPath: file) else {
            throw VaultFault(.taken, "The vault has \(file) already, and nothing is written over.")
        }
        do throws(KeyFault) {
            try PrivateFile.makeFolder(path)
            try PrivateFile.write(item.text, to: file)
        } catch {
            throw VaultFault(.file, error.message)
        }
    }

    /// - Throws: `missing` if it was destroyed or never kept here, `altered` if it is that of another commitment.
    package func item(_ commitment: TextDigest) throws(VaultFault) -> VaultItem {
        let file = file(of: commitment)
        guard FileManager.default.fileExists(atPath: file) else { throw missing(commitment) }
        let text: String
        do throws(KeyFault) {
            text = try PrivateFile.read(file)
        } catch {
            throw VaultFault(.file, error.message)
        }
        let item = try VaultItem(text)
        guard item.commitment == commitment else {
            throw VaultFault(.altered, "\(file) keeps what another entry had sealed. Get it again.")
        }
        return item
    }

    /// Erases an item for ever: its bytes are written over, then the file is removed.
    ///
    /// Disks and file systems may keep older blocks, and whoever copied the file still has it.
    /// - Throws: `missing` if there is none, `file` if it cannot be written over or removed; it may then still be there.
    package func destroy(_ commitment: TextDigest) throws(VaultFault) {
        let path = file(of: commitment)
        guard FileManager.default.fileExists(atPath: path) else { throw missing(commitment) }
        do {
            let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
            let size = try file.seekToEnd()
            try file.seek(toOffset: 0)
            try file.write(contentsOf: Data(count: Int(size)))
            try file.synchronize()
            try file.close()
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw VaultFault(.file, "\(path) cannot be destroyed: \(SystemFault(error)). It is still there.")
        }
    }

    private func missing(_ commitment: TextDigest) -> VaultFault {
        VaultFault(
            .missing, "The vault \(path) has nothing for \(commitment): it was destroyed, or never kept here."
        )
    }
}

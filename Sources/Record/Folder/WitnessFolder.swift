import Foundation
package import TransparencyLog

/// Where a witness's files lie: `witness.sqlite` and `keys/witness.key`.
package struct WitnessFolder: Sendable {
    package let path: String

    package init(_ path: String) { self.path = path }

    package var databasePath: String { "\(path)/witness.sqlite" }
    package var keyPath: String { "\(path)/keys/witness.key" }

    /// Makes the folder and the witness's key, which only its owner can read.
    /// - Throws: `file` if the folder holds a witness already or cannot be written, `malformedPrivateKey` if the name
    ///   cannot be that of a key.
    package func create(name: String) throws(KeyFault) -> SigningKey {
        for file in [databasePath, keyPath] where FileManager.default.fileExists(atPath: file) {
            throw KeyFault(
                .file, "There is already \(file). Choose another folder; a witness is never written over.")
        }
        let key: SigningKey
        do {
            key = try SigningKey(generatedFor: name, algorithm: .ed25519Cosignature)
        } catch {
            throw KeyFault(.malformedPrivateKey, "\(error)")
        }
        try PrivateFile.makeFolder("\(path)/keys")
        try PrivateFile.write("\(key.secretText)\n", to: keyPath)
        return key
    }

    package func key() throws(KeyFault) -> SigningKey {
        let text = try PrivateFile.read(keyPath)
        do {
            return try SigningKey(text.trimmingCharacters(in: .newlines))
        } catch {
            throw KeyFault(.malformedPrivateKey, "\(keyPath) holds no key of a witness: \(error)")
        }
    }
}

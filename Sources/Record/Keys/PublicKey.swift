package import Ceasefire
import Crypto
import Foundation

/// A participant's public key, ready to verify.
package struct PublicKey: Hashable, Sendable {
    package let algorithm: KeyAlgorithm
    /// The SubjectPublicKeyInfo.
    package let spki: [UInt8]

    /// - Throws: `malformedPublicKey` unless `spki` is the padded base64 of such a key.
    package init(_ algorithm: KeyAlgorithm, spki text: String) throws(KeyFault) {
        guard let spki = Base64Text.decode(Array(text.utf8)), spki.starts(with: algorithm.publicKeyPrefix),
            spki.count == algorithm.publicKeyPrefix.count + algorithm.publicKeyLength
        else {
            throw KeyFault(.malformedPublicKey, "no SubjectPublicKeyInfo of \(algorithm.rawValue) in base64")
        }
        self.algorithm = algorithm
        self.spki = spki
    }

    package init(_ key: Key) throws(KeyFault) { try self.init(key.algorithm, spki: key.spki) }

    init(_ algorithm: KeyAlgorithm, raw: some Collection<UInt8>) {
        self.algorithm = algorithm
        spki = algorithm.publicKeyPrefix + raw
    }

    /// The SHA-256 of the SubjectPublicKeyInfo in hexadecimal, the DSSE key id.
    package var id: String { TextDigest(of: spki).hex }

    package var spkiText: String { Base64Text.string(spki) }

    /// The key without the SubjectPublicKeyInfo around it.
    var raw: ArraySlice<UInt8> { spki[algorithm.publicKeyPrefix.count...] }

    package func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        guard signature.count == algorithm.signatureLength else { return false }
        switch algorithm {
        case .ed25519:
            guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw) else { return false }
            return key.isValidSignature(signature, for: message)
        case .mldsa65:
            guard let key = try? MLDSA65.PublicKey(rawRepresentation: raw) else { return false }
            return key.isValidSignature(signature, for: message)
        }
    }
}

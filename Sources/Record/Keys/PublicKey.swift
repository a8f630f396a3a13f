package import Ceasefire
import Crypto
import Foundation
import TransparencyLog

/// A participant's public key, ready to verify.
package struct PublicKey: Hashable, Sendable {
    package let algorithm: KeyAlgorithm
    /// The SubjectPublicKeyInfo.
    package let spki: [UInt8]

    /// - Throws: `malformedPublicKey` unless `spki` is the padded base64 of such a key.
    package init(_ algorithm: KeyAlgorithm, spki text: String) throws(KeyFault) {
        guard let spki = Base64.decode(Array(text.utf8)), spki.starts(with: algorithm.publicKeyPrefix),
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

    /// The SHA-256 of the SubjectPublicKeyInfo, the DSSE key id.
    package var digest: TextDigest { TextDigest(of: spki) }

    /// The DSSE key id in hexadecimal.
    package var id: String { digest.hex }

    package var spkiText: String { Base64.string(spki) }

    package func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        verifier?.isValid(signature, for: message) ?? false
    }
}

extension PublicKey {
    /// The key as the cryptographic library reads it. Whoever checks many signatures by one key reads it once.
    enum Verifier: Sendable {
        case ed25519(Curve25519.Signing.PublicKey)
        case mldsa65(MLDSA65.PublicKey)

        func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
            switch self {
            case .ed25519(let key):
                signature.count == KeyAlgorithm.ed25519.signatureLength
                    && key.isValidSignature(signature, for: message)
            case .mldsa65(let key):
                signature.count == KeyAlgorithm.mldsa65.signatureLength
                    && key.isValidSignature(signature, for: message)
            }
        }
    }

    /// `nil` where the bytes are no key of the algorithm.
    var verifier: Verifier? {
        let raw = spki[algorithm.publicKeyPrefix.count...]
        return switch algorithm {
        case .ed25519: (try? Curve25519.Signing.PublicKey(rawRepresentation: raw)).map { .ed25519($0) }
        case .mldsa65: (try? MLDSA65.PublicKey(rawRepresentation: raw)).map { .mldsa65($0) }
        }
    }
}

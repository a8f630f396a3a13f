import Ceasefire
import Crypto
import Foundation

/// A key that may have signed, read once and tried on many envelopes.
struct CandidateKey: Sendable {
    private enum Reading: Sendable {
        case ed25519(Curve25519.Signing.PublicKey)
        case mldsa65(MLDSA65.PublicKey)
    }

    let key: Key
    /// The DSSE key id.
    let id: String
    private let reading: Reading

    /// `nil` where the key is none of its algorithm.
    init?(_ key: Key) {
        guard let publicKey = try? PublicKey(key) else { return nil }
        self.key = key
        id = publicKey.id
        switch key.algorithm {
        case .ed25519:
            guard let read = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey.raw) else {
                return nil
            }
            reading = .ed25519(read)
        case .mldsa65:
            guard let read = try? MLDSA65.PublicKey(rawRepresentation: publicKey.raw) else { return nil }
            reading = .mldsa65(read)
        }
    }

    func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        guard signature.count == key.algorithm.signatureLength else { return false }
        return switch reading {
        case .ed25519(let key): key.isValidSignature(signature, for: message)
        case .mldsa65(let key): key.isValidSignature(signature, for: message)
        }
    }
}

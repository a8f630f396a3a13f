import Ceasefire

/// A key that may have signed, read once and tried on many envelopes.
final class CandidateKey: Sendable {
    let key: Key
    private let publicKey: PublicKey
    private let verifier: PublicKey.Verifier

    /// `nil` where the key is none of its algorithm.
    init?(_ key: Key) {
        guard let publicKey = try? PublicKey(key), let verifier = publicKey.verifier else { return nil }
        self.key = key
        self.publicKey = publicKey
        self.verifier = verifier
    }

    /// The DSSE key id; it is asked for only where there are several signatures.
    var id: TextDigest { publicKey.digest }

    func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        verifier.isValid(signature, for: message)
    }
}

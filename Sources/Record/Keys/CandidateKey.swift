import Ceasefire

/// A key that may have signed, read once and tried on many envelopes.
struct CandidateKey: Sendable {
    let key: Key
    /// The DSSE key id.
    let id: String
    private let verifier: PublicKey.Verifier

    /// `nil` where the key is none of its algorithm.
    init?(_ key: Key) {
        guard let publicKey = try? PublicKey(key), let verifier = publicKey.verifier else { return nil }
        self.key = key
        self.verifier = verifier
        id = publicKey.id
    }

    func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        verifier.isValid(signature, for: message)
    }
}

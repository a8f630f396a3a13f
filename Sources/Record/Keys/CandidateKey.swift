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

/// The keys of one author that may have signed, for many envelopes.
struct CandidateKeys: Sendable {
    /// Those that are keys of their algorithms.
    let keys: [Key]
    private let candidates: [CandidateKey]

    init(_ keys: [Key]) {
        candidates = keys.compactMap { CandidateKey($0) }
        self.keys = candidates.count == keys.count ? keys : candidates.map(\.key)
    }

    /// The keys that `isSigner` holds for; where it holds for all, no list is made.
    func filter(_ isSigner: (CandidateKey) -> Bool) -> [Key] {
        guard let other = candidates.firstIndex(where: { !isSigner($0) }) else { return keys }
        return candidates[..<other].map(\.key) + candidates[(other + 1)...].filter(isSigner).map(\.key)
    }
}

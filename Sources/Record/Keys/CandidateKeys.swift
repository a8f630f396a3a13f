import Ceasefire

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

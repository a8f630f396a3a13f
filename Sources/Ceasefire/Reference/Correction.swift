/// An earlier entry is replaced by another statement; both stay visible.
public struct Correction: Hashable, Sendable {
    /// Its index.
    public var entry: Int
    public var claim: Claim
    public var reason: String?

    public init(entry: Int, claim: Claim, reason: String? = nil) {
        self.entry = entry
        self.claim = claim
        self.reason = reason
    }
}

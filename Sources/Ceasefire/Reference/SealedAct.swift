/// An act whose body is kept back: the record holds what commits to it, and no rule reads more until it is opened.
public struct SealedAct: Hashable, Sendable {
    /// The acts that may be sealed.
    public static let kinds: Set<String> = ["account.stated", "finding.made", "dataset.attached"]

    /// The name of the act.
    public var kind: String
    /// SHA-256 over record, author, salt and body.
    public var commitment: TextDigest

    public init(kind: String, commitment: TextDigest) {
        self.kind = kind
        self.commitment = commitment
    }
}

/// A key may be in other hands: from here on it is out of force, and what it signed from an entry on is doubtful.
///
/// Nothing becomes void by it: what was signed keeps its effects, and everybody is told of the doubt.
public struct KeyCompromise: Hashable, Sendable {
    /// Whose key it is.
    public var participant: ParticipantID
    /// The SHA-256 of the key's SubjectPublicKeyInfo.
    public var key: TextDigest
    /// The index of the first entry that others may have signed.
    public var from: Int
    public var reason: String?

    public init(participant: ParticipantID, key: TextDigest, from: Int, reason: String? = nil) {
        self.participant = participant
        self.key = key
        self.from = from
        self.reason = reason
    }
}

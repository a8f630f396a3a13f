/// Consent to be bound, otherwise than by a signature.
public struct ConsentExpression: Hashable, Sendable {
    public var instrument: InstrumentID
    public var kind: ConsentKind
    /// The text consented to.
    public var text: TextDigest?
    /// The third party that conveyed it.
    public var through: ParticipantID?
    public var words: String?

    public init(
        instrument: InstrumentID,
        kind: ConsentKind,
        text: TextDigest? = nil,
        through: ParticipantID? = nil,
        words: String? = nil
    ) {
        self.instrument = instrument
        self.kind = kind
        self.text = text
        self.through = through
        self.words = words
    }
}

/// A change to one clause, on a given copy or in the draft.
public struct Alteration: Hashable, Sendable {
    public var instrument: InstrumentID
    /// The copy that bears it; a draft's proposal, where absent.
    public var copy: CopyID?
    public var clause: ClauseID
    public var language: String
    public var before: String
    public var after: String
    public var hand: Hand
    /// The text before.
    public var from: TextDigest
    /// The text after.
    public var result: TextDigest
    public var proposedBy: [ParticipantID]
    public var initialledBy: [ParticipantID]

    public init(
        instrument: InstrumentID,
        copy: CopyID? = nil,
        clause: ClauseID,
        language: String,
        before: String,
        after: String,
        hand: Hand,
        from: TextDigest,
        result: TextDigest,
        proposedBy: [ParticipantID] = [],
        initialledBy: [ParticipantID] = []
    ) {
        self.instrument = instrument
        self.copy = copy
        self.clause = clause
        self.language = language
        self.before = before
        self.after = after
        self.hand = hand
        self.from = from
        self.result = result
        self.proposedBy = proposedBy
        self.initialledBy = initialledBy
    }
}

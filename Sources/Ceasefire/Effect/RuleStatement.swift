/// What the text says about beginning, ending and lapsing, in the grammar of effect rules.
public struct RuleStatement: Hashable, Sendable {
    public var instrument: InstrumentID
    public var rule: RuleID
    /// Those whom the rule can bind.
    public var parties: [ParticipantID]
    /// The clauses; the whole instrument, where empty.
    public var scope: [ClauseID]
    /// Towards whom; all others, where empty.
    public var towards: [ParticipantID]
    public var begins: Condition
    public var deemedFrom: Moment?
    public var ends: Condition?
    public var lapses: Condition?
    /// The rule in one sentence.
    public var words: String?

    public init(
        instrument: InstrumentID,
        rule: RuleID,
        parties: [ParticipantID] = [],
        scope: [ClauseID] = [],
        towards: [ParticipantID] = [],
        begins: Condition,
        deemedFrom: Moment? = nil,
        ends: Condition? = nil,
        lapses: Condition? = nil,
        words: String? = nil
    ) {
        self.instrument = instrument
        self.rule = rule
        self.parties = parties
        self.scope = scope
        self.towards = towards
        self.begins = begins
        self.deemedFrom = deemedFrom
        self.ends = ends
        self.lapses = lapses
        self.words = words
    }
}

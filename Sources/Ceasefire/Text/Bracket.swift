/// Disputed language, with its alternatives and those who must agree.
public struct Bracket: Hashable, Sendable {
    public var instrument: InstrumentID
    public var bracket: BracketID
    public var clause: ClauseID
    public var language: String?
    public var alternatives: [BracketAlternative]
    /// Who must agree before it can be closed.
    public var parties: [ParticipantID]

    public init(
        instrument: InstrumentID,
        bracket: BracketID,
        clause: ClauseID,
        language: String? = nil,
        alternatives: [BracketAlternative] = [],
        parties: [ParticipantID] = []
    ) {
        self.instrument = instrument
        self.bracket = bracket
        self.clause = clause
        self.language = language
        self.alternatives = alternatives
        self.parties = parties
    }
}

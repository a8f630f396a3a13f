/// A body finds facts, and, as far as its mandate goes, classifies and attributes them.
public struct Finding: Hashable, Sendable {
    public var finding: MatterID
    public var instrument: InstrumentID?
    public var clause: ClauseID?
    public var facts: String
    public var classification: Classification?
    public var attribution: [ParticipantID]
    public var standard: ProofStandard

    public init(
        finding: MatterID,
        instrument: InstrumentID? = nil,
        clause: ClauseID? = nil,
        facts: String,
        classification: Classification? = nil,
        attribution: [ParticipantID] = [],
        standard: ProofStandard
    ) {
        self.finding = finding
        self.instrument = instrument
        self.clause = clause
        self.facts = facts
        self.classification = classification
        self.attribution = attribution
        self.standard = standard
    }
}

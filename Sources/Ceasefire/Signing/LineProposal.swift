/// A further line is demanded or added.
public struct LineProposal: Hashable, Sendable {
    public var instrument: InstrumentID
    public var line: Line
    public var demandedBy: [ParticipantID]

    public init(instrument: InstrumentID, line: Line, demandedBy: [ParticipantID] = []) {
        self.instrument = instrument
        self.line = line
        self.demandedBy = demandedBy
    }
}

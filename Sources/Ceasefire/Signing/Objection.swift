/// An objection to the instrument or to somebody's declaration.
public struct Objection: Hashable, Sendable {
    public var instrument: InstrumentID
    public var to: [ParticipantID]
    public var words: String?

    public init(instrument: InstrumentID, to: [ParticipantID] = [], words: String? = nil) {
        self.instrument = instrument
        self.to = to
        self.words = words
    }
}

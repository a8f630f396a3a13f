/// The text is adopted.
public struct TextAdoption: Hashable, Sendable {
    public var instrument: InstrumentID
    public var texts: [TextDigest]
    public var by: [ParticipantID]

    public init(instrument: InstrumentID, texts: [TextDigest] = [], by: [ParticipantID] = []) {
        self.instrument = instrument
        self.texts = texts
        self.by = by
    }
}

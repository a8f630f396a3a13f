/// What is said about a person's full powers (Vienna Convention on the Law of Treaties, arts. 7 and 8).
public struct PowersStatement: Hashable, Sendable {
    public var person: ParticipantID
    public var state: PowersState
    /// For this instrument only, where given.
    public var instrument: InstrumentID?
    /// The document shown.
    public var document: String?

    public init(
        person: ParticipantID,
        state: PowersState,
        instrument: InstrumentID? = nil,
        document: String? = nil
    ) {
        self.person = person
        self.state = state
        self.instrument = instrument
        self.document = document
    }
}

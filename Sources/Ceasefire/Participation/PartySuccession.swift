/// One party takes the place of another, from when this happens.
public struct PartySuccession: Hashable, Sendable {
    public var predecessor: ParticipantID
    public var successor: ParticipantID
    /// To which bonds it succeeds; all, where empty.
    public var instruments: [InstrumentID]

    public init(predecessor: ParticipantID, successor: ParticipantID, instruments: [InstrumentID] = []) {
        self.predecessor = predecessor
        self.successor = successor
        self.instruments = instruments
    }
}

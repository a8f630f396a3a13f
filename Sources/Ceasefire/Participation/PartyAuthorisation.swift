/// A party lets another consent for it.
public struct PartyAuthorisation: Hashable, Sendable {
    public var party: ParticipantID
    public var agent: ParticipantID
    /// For which instruments; all, where empty.
    public var instruments: [InstrumentID]

    public init(party: ParticipantID, agent: ParticipantID, instruments: [InstrumentID] = []) {
        self.party = party
        self.agent = agent
        self.instruments = instruments
    }
}

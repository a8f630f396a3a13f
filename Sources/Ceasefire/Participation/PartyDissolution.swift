/// A party ceases to exist; its bonds close.
public struct PartyDissolution: Hashable, Sendable {
    public var party: ParticipantID

    public init(party: ParticipantID) {
        self.party = party
    }
}

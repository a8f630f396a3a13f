/// A party splits.
public struct PartySplit: Hashable, Sendable {
    public var party: ParticipantID
    public var into: [ParticipantID]

    public init(party: ParticipantID, into: [ParticipantID] = []) {
        self.party = party
        self.into = into
    }
}

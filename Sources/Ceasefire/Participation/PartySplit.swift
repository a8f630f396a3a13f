/// A party splits. Which part succeeds to what is said by a succession of its own.
public struct PartySplit: Hashable, Sendable {
    public var party: ParticipantID
    public var into: [ParticipantID]

    public init(party: ParticipantID, into: [ParticipantID] = []) {
        self.party = party
        self.into = into
    }
}

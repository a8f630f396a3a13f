/// Parties merge into one, which takes the place of each.
public struct PartyMerger: Hashable, Sendable {
    public var parties: [ParticipantID]
    public var into: ParticipantID

    public init(parties: [ParticipantID] = [], into: ParticipantID) {
        self.parties = parties
        self.into = into
    }
}

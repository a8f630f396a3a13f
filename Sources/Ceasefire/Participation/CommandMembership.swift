/// A party comes under the command of another, or becomes its member.
public struct CommandMembership: Hashable, Sendable {
    public var party: ParticipantID
    public var under: ParticipantID
    /// Membership rather than command.
    public var member: Bool

    public init(party: ParticipantID, under: ParticipantID, member: Bool = false) {
        self.party = party
        self.under = under
        self.member = member
    }
}

/// A party, or another participant whose role is not that of a side, enters the list.
public struct PartyListing: Hashable, Sendable {
    public var party: ParticipantID
    public var kind: PartyKind
    /// `party` for a side; mediators, guarantors and witnesses never bind themselves by their line.
    public var role: Role
    /// What each side calls it.
    public var names: [Name]
    public var disclaimers: [String]

    public init(
        party: ParticipantID,
        kind: PartyKind,
        role: Role,
        names: [Name] = [],
        disclaimers: [String] = []
    ) {
        self.party = party
        self.kind = kind
        self.role = role
        self.names = names
        self.disclaimers = disclaimers
    }
}

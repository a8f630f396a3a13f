/// A participant whom entry 0 names, with root keys and recovery quorum.
public struct Founder: Hashable, Sendable {
    public var participant: ParticipantID
    public var kind: PartyKind
    public var role: Role
    public var names: [Name]
    public var keys: [Key]
    /// How many of the keys replace a lost one; all, where absent.
    public var recovery: Int?

    public init(
        participant: ParticipantID,
        kind: PartyKind,
        role: Role,
        names: [Name] = [],
        keys: [Key] = [],
        recovery: Int? = nil
    ) {
        self.participant = participant
        self.kind = kind
        self.role = role
        self.names = names
        self.keys = keys
        self.recovery = recovery
    }
}

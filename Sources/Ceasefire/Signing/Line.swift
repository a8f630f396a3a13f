/// A place in the signature block. It may name no party.
public struct Line: Hashable, Sendable {
    public var line: LineID
    /// `party` where a signature on it binds somebody.
    public var role: Role
    public var party: ParticipantID?
    /// As printed.
    public var capacity: String?
    /// As printed or inscribed.
    public var name: String?

    public init(
        line: LineID,
        role: Role,
        party: ParticipantID? = nil,
        capacity: String? = nil,
        name: String? = nil
    ) {
        self.line = line
        self.role = role
        self.party = party
        self.capacity = capacity
        self.name = name
    }
}

/// A person is accredited: for whom, as what, on which powers.
public struct Accreditation: Hashable, Sendable {
    public var person: ParticipantID
    public var names: [Name]
    /// For whom the person acts.
    public var party: ParticipantID?
    public var capacity: Role
    /// The office held.
    public var title: String?
    /// Full powers; `nil` where nobody said anything.
    public var powers: PowersState?
    /// The person's own key, countersigned.
    public var key: Key?

    public init(
        person: ParticipantID,
        names: [Name] = [],
        party: ParticipantID? = nil,
        capacity: Role,
        title: String? = nil,
        powers: PowersState? = nil,
        key: Key? = nil
    ) {
        self.person = person
        self.names = names
        self.party = party
        self.capacity = capacity
        self.title = title
        self.powers = powers
        self.key = key
    }
}

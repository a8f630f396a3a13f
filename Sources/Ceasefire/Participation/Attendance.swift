/// Who attended a meeting, as what, for whom.
public struct Attendance: Hashable, Sendable {
    public var person: ParticipantID
    public var capacity: Role?
    public var party: ParticipantID?

    public init(person: ParticipantID, capacity: Role? = nil, party: ParticipantID? = nil) {
        self.person = person
        self.capacity = capacity
        self.party = party
    }
}

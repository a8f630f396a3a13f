/// An accreditation ends.
public struct AccreditationRevocation: Hashable, Sendable {
    public var person: ParticipantID
    public var reason: String?

    public init(person: ParticipantID, reason: String? = nil) {
        self.person = person
        self.reason = reason
    }
}

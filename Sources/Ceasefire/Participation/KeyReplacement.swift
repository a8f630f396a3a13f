/// A participant's key is replaced by a new one that countersigns.
public struct KeyReplacement: Hashable, Sendable {
    public var participant: ParticipantID
    public var key: Key

    public init(participant: ParticipantID, key: Key) {
        self.participant = participant
        self.key = key
    }
}

/// A bound on how many entries a participant may add in 24 hours.
public struct Quota: Hashable, Sendable {
    public var participant: ParticipantID
    public var entriesPerDay: Int

    public init(participant: ParticipantID, entriesPerDay: Int) {
        self.participant = participant
        self.entriesPerDay = entriesPerDay
    }
}

/// A participant denies that another may take part.
public struct StandingObjection: Hashable, Sendable {
    public var to: ParticipantID
    public var ground: String?

    public init(to: ParticipantID, ground: String? = nil) {
        self.to = to
        self.ground = ground
    }
}

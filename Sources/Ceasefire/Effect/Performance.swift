/// Somebody certifies that an act was done.
public struct Performance: Hashable, Sendable {
    public var who: ParticipantID
    public var matter: MatterID
    public var instrument: InstrumentID?
    public var words: String?

    public init(who: ParticipantID, matter: MatterID, instrument: InstrumentID? = nil, words: String? = nil) {
        self.who = who
        self.matter = matter
        self.instrument = instrument
        self.words = words
    }
}

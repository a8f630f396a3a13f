/// A copy travels.
public struct Transmission: Hashable, Sendable {
    public var instrument: InstrumentID
    public var copy: CopyID
    public var to: ParticipantID?
    public var place: PlaceID?
    public var means: String?

    public init(
        instrument: InstrumentID,
        copy: CopyID,
        to: ParticipantID? = nil,
        place: PlaceID? = nil,
        means: String? = nil
    ) {
        self.instrument = instrument
        self.copy = copy
        self.to = to
        self.place = place
        self.means = means
    }
}

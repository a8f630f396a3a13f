/// Somebody objects to a correction.
public struct ErrorObjection: Hashable, Sendable {
    public var instrument: InstrumentID
    public var error: MatterID
    public var ground: String?

    public init(instrument: InstrumentID, error: MatterID, ground: String? = nil) {
        self.instrument = instrument
        self.error = error
        self.ground = ground
    }
}

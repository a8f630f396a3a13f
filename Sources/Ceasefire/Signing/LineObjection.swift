/// Somebody objects to a line.
public struct LineObjection: Hashable, Sendable {
    public var instrument: InstrumentID
    public var line: LineID
    public var ground: String?

    public init(instrument: InstrumentID, line: LineID, ground: String? = nil) {
        self.instrument = instrument
        self.line = line
        self.ground = ground
    }
}

/// Initials on a line, or beside an alteration.
public struct Initialling: Hashable, Sendable {
    public var instrument: InstrumentID
    public var line: LineID?
    public var copy: CopyID?
    /// The altered text that the initials accept.
    public var text: TextDigest?

    public init(instrument: InstrumentID, line: LineID? = nil, copy: CopyID? = nil, text: TextDigest? = nil) {
        self.instrument = instrument
        self.line = line
        self.copy = copy
        self.text = text
    }
}

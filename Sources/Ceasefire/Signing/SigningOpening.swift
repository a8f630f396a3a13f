/// The instrument is opened for signature.
public struct SigningOpening: Hashable, Sendable {
    public var instrument: InstrumentID
    public var mode: SigningMode
    public var lines: [Line]
    public var languages: [String]
    /// After which a signature is late.
    public var until: Moment?

    public init(
        instrument: InstrumentID,
        mode: SigningMode,
        lines: [Line] = [],
        languages: [String] = [],
        until: Moment? = nil
    ) {
        self.instrument = instrument
        self.mode = mode
        self.lines = lines
        self.languages = languages
        self.until = until
    }
}

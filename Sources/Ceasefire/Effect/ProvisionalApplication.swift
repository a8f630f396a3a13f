/// A party applies the instrument before it binds.
public struct ProvisionalApplication: Hashable, Sendable {
    public var instrument: InstrumentID
    public var until: Moment?

    public init(instrument: InstrumentID, until: Moment? = nil) {
        self.instrument = instrument
        self.until = until
    }
}

/// A signature ad referendum is confirmed.
public struct SignatureConfirmation: Hashable, Sendable {
    public var instrument: InstrumentID
    public var line: LineID?

    public init(instrument: InstrumentID, line: LineID? = nil) {
        self.instrument = instrument
        self.line = line
    }
}

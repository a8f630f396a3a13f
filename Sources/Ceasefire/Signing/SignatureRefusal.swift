/// The actor declines to sign.
public struct SignatureRefusal: Hashable, Sendable {
    public var instrument: InstrumentID
    public var line: LineID?
    public var reason: String?

    public init(instrument: InstrumentID, line: LineID? = nil, reason: String? = nil) {
        self.instrument = instrument
        self.line = line
        self.reason = reason
    }
}

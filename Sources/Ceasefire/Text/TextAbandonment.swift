/// Work on the text is given up.
public struct TextAbandonment: Hashable, Sendable {
    public var instrument: InstrumentID
    public var reason: String?

    public init(instrument: InstrumentID, reason: String? = nil) {
        self.instrument = instrument
        self.reason = reason
    }
}

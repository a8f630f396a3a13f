/// A name is set on a line; that is not a signature.
public struct Inscription: Hashable, Sendable {
    public var instrument: InstrumentID
    public var line: LineID
    public var name: String
    public var hand: Hand
    /// The copy that bears it; all copies, where absent.
    public var copy: CopyID?

    public init(instrument: InstrumentID, line: LineID, name: String, hand: Hand, copy: CopyID? = nil) {
        self.instrument = instrument
        self.line = line
        self.name = name
        self.hand = hand
        self.copy = copy
    }
}

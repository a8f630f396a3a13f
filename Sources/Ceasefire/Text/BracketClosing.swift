/// A bracket is closed on one alternative.
public struct BracketClosing: Hashable, Sendable {
    public var instrument: InstrumentID
    public var bracket: BracketID
    public var alternative: AlternativeID
    /// The text that then stands.
    public var result: TextDigest?

    public init(
        instrument: InstrumentID,
        bracket: BracketID,
        alternative: AlternativeID,
        result: TextDigest? = nil
    ) {
        self.instrument = instrument
        self.bracket = bracket
        self.alternative = alternative
        self.result = result
    }
}

/// A party agrees to one alternative.
public struct BracketSupport: Hashable, Sendable {
    public var instrument: InstrumentID
    public var bracket: BracketID
    public var alternative: AlternativeID
    public var adReferendum: Bool

    public init(
        instrument: InstrumentID,
        bracket: BracketID,
        alternative: AlternativeID,
        adReferendum: Bool = false
    ) {
        self.instrument = instrument
        self.bracket = bracket
        self.alternative = alternative
        self.adReferendum = adReferendum
    }
}

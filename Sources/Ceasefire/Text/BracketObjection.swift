/// A party reserves its position, or objects to an alternative.
public struct BracketObjection: Hashable, Sendable {
    public var instrument: InstrumentID
    public var bracket: BracketID
    public var alternative: AlternativeID?
    public var ground: String?

    public init(
        instrument: InstrumentID,
        bracket: BracketID,
        alternative: AlternativeID? = nil,
        ground: String? = nil
    ) {
        self.instrument = instrument
        self.bracket = bracket
        self.alternative = alternative
        self.ground = ground
    }
}

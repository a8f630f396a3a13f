/// The texts are made authentic and definitive.
public struct TextAuthentication: Hashable, Sendable {
    public var instrument: InstrumentID
    public var texts: [TextDigest]

    public init(instrument: InstrumentID, texts: [TextDigest] = []) {
        self.instrument = instrument
        self.texts = texts
    }
}

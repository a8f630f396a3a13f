/// Somebody claims that texts in different languages say the same.
public struct LanguageAlignment: Hashable, Sendable {
    public var instrument: InstrumentID
    public var texts: [TextDigest]

    public init(instrument: InstrumentID, texts: [TextDigest] = []) {
        self.instrument = instrument
        self.texts = texts
    }
}

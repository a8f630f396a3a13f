/// A party declares that it leaves.
public struct Denunciation: Hashable, Sendable {
    public var instrument: InstrumentID
    public var words: String?

    public init(instrument: InstrumentID, words: String? = nil) {
        self.instrument = instrument
        self.words = words
    }
}

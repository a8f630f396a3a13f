/// The actor gives notice that something was received.
public struct ReceiptNotice: Hashable, Sendable {
    public var instrument: InstrumentID
    /// What was received.
    public var matter: MatterID
    public var words: String?

    public init(instrument: InstrumentID, matter: MatterID, words: String? = nil) {
        self.instrument = instrument
        self.matter = matter
        self.words = words
    }
}

/// One exact text, in one language.
public struct TextTabling: Hashable, Sendable {
    public var instrument: InstrumentID
    /// SHA-256 of the plain text file.
    public var text: TextDigest
    /// BCP 47.
    public var language: String
    public var basis: TextBasis
    /// The text that this one transcribes, translates or sums up.
    public var of: TextDigest?
    /// They partition the file.
    public var clauses: [Clause]

    public init(
        instrument: InstrumentID,
        text: TextDigest,
        language: String,
        basis: TextBasis,
        of: TextDigest? = nil,
        clauses: [Clause] = []
    ) {
        self.instrument = instrument
        self.text = text
        self.language = language
        self.basis = basis
        self.of = of
        self.clauses = clauses
    }
}

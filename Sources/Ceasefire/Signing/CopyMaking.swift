/// One exemplar of the instrument, bearing exact texts.
public struct CopyMaking: Hashable, Sendable {
    public var instrument: InstrumentID
    public var copy: CopyID
    public var kind: CopyKind
    /// One for each language it bears.
    public var texts: [TextDigest]
    /// The copy it reproduces.
    public var of: CopyID?
    public var place: PlaceID?

    public init(
        instrument: InstrumentID,
        copy: CopyID,
        kind: CopyKind,
        texts: [TextDigest] = [],
        of: CopyID? = nil,
        place: PlaceID? = nil
    ) {
        self.instrument = instrument
        self.copy = copy
        self.kind = kind
        self.texts = texts
        self.of = of
        self.place = place
    }
}

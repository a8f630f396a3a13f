/// A declaration or a reservation.
public struct Declaration: Hashable, Sendable {
    public var instrument: InstrumentID
    public var kind: DeclarationKind
    public var clauses: [ClauseID]
    public var words: String

    public init(instrument: InstrumentID, kind: DeclarationKind, clauses: [ClauseID] = [], words: String) {
        self.instrument = instrument
        self.kind = kind
        self.clauses = clauses
        self.words = words
    }
}

/// How one instrument bears on another.
public struct RelationStatement: Hashable, Sendable {
    public var relation: RelationKind
    public var subject: InstrumentID
    public var object: InstrumentID
    public var basis: RelationBasis
    /// The binding clause that makes it.
    public var clause: ClauseID?
    /// The clauses of the object; all, where empty.
    public var scope: [ClauseID]
    /// Between whom; those common to both, where empty.
    public var parties: [ParticipantID]
    /// The new end that an extension sets.
    public var until: Moment?
    public var words: String?

    public init(
        relation: RelationKind,
        subject: InstrumentID,
        object: InstrumentID,
        basis: RelationBasis,
        clause: ClauseID? = nil,
        scope: [ClauseID] = [],
        parties: [ParticipantID] = [],
        until: Moment? = nil,
        words: String? = nil
    ) {
        self.relation = relation
        self.subject = subject
        self.object = object
        self.basis = basis
        self.clause = clause
        self.scope = scope
        self.parties = parties
        self.until = until
        self.words = words
    }
}

/// What makes a relation operate.
public enum RelationBasis: String, Hashable, Sendable, CaseIterable {
    case clause, entitled, asserted
}

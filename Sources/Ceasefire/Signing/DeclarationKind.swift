/// A declaration interprets; a reservation excludes or modifies.
public enum DeclarationKind: String, Hashable, Sendable, CaseIterable {
    case declaration, reservation
}

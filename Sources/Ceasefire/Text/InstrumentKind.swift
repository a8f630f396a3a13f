/// What the instrument calls itself.
public enum InstrumentKind: String, Hashable, Sendable, CaseIterable {
    case `protocol`
    case agreement
    case arrangement
    case letter
    case order
    case statement
    case declaration
    case communique
    case principles
    case announcement
}

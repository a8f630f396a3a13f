/// What a finding says the facts are.
public enum Classification: String, Hashable, Sendable, CaseIterable {
    case violation, noViolation, exercise, unclear
}

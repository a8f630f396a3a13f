/// What a body answered.
public enum Answer: String, Hashable, Sendable, CaseIterable {
    case yes, no, noValidResult
}

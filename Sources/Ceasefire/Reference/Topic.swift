/// What an account is about.
public enum Topic: String, Hashable, Sendable, CaseIterable {
    case breach, clash, condition, background
}

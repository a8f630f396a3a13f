/// How a signature was made.
public enum Medium: String, Hashable, Sendable, CaseIterable {
    case ink, digital
}

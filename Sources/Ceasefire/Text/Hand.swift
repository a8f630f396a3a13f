/// How something was written.
public enum Hand: String, Hashable, Sendable, CaseIterable {
    case handwritten, typed
}

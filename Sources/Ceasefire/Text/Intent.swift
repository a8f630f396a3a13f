/// Whether an instrument is meant to bind.
public enum Intent: String, Hashable, Sendable, CaseIterable {
    case binding, `none`
}

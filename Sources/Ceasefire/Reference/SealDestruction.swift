/// What was kept of a sealed act is destroyed; copies that somebody has opened already cannot be reached.
public struct SealDestruction: Hashable, Sendable {
    /// The index of the sealed entry.
    public var entry: Int
    public var reason: String?

    public init(entry: Int, reason: String? = nil) {
        self.entry = entry
        self.reason = reason
    }
}

/// An earlier entry is withdrawn; it stays visible.
public struct Withdrawal: Hashable, Sendable {
    /// Its index.
    public var entry: Int
    public var reason: String?

    public init(entry: Int, reason: String? = nil) {
        self.entry = entry
        self.reason = reason
    }
}

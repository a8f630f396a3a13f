/// A key that is no longer in force.
public struct FormerKey: Hashable, Sendable {
    public var key: Key
    /// The index of the entry that put it out of force.
    public var until: Int
}

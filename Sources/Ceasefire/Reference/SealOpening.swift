/// A sealed act is opened for everybody: it counts from here on as if its body had stood where the seal stands.
public struct SealOpening: Hashable, Sendable {
    /// The index of the sealed entry.
    public var entry: Int
    public var salt: Salt
    /// The act with its body, which must be what was committed to.
    public var act: Act

    public init(entry: Int, salt: Salt, act: Act) {
        self.entry = entry
        self.salt = salt
        self.act = act
    }
}

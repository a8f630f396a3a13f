/// From here on another version of the rules applies.
public struct RulesAdoption: Hashable, Sendable {
    public var version: Int

    public init(version: Int) {
        self.version = version
    }
}

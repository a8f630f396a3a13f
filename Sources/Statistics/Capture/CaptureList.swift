/// One list of the same kind of people or events, as one source recorded them.
public struct CaptureList: Sendable, Hashable {
    /// Who made the list.
    public enum Origin: String, Sendable, Hashable, CaseIterable {
        /// Someone who is no party to what is counted and did not copy from another list.
        case independent
        /// A party to the conflict, whose reasons to list and to leave out are its own.
        case party
    }

    /// The list's name.
    public let name: String
    /// Who made it.
    public let origin: Origin

    /// A list by its name and origin.
    public init(_ name: String, origin: Origin) {
        self.name = name
        self.origin = origin
    }
}

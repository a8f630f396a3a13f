/// A sealed entry, and what became of it.
public struct Seal: Hashable, Sendable {
    public enum State: Hashable, Sendable {
        /// Only those who can open the vault know what it says.
        case withheld
        /// The entry that opens it.
        case opened(by: Int)
        /// The entry that says so. Somebody who had opened it before may still publish it.
        case destroyed(by: Int)

        /// The state in one word, for programs.
        public var word: String {
            switch self {
            case .withheld: "withheld"
            case .opened: "opened"
            case .destroyed: "destroyed"
            }
        }
    }

    public var act: SealedAct
    /// The entry that opens it.
    public var opening: Int?
    /// The entry that says that the vault no longer has it.
    public var destruction: Int?

    public var state: State {
        if let opening { return .opened(by: opening) }
        return destruction.map { .destroyed(by: $0) } ?? .withheld
    }
}

/// What is said about full powers.
public enum PowersState: String, Hashable, Sendable, CaseIterable {
    case shown, missing, waived, objected, confirmed, disavowed
}

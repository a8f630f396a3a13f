/// How signatures are gathered.
public enum SigningMode: String, Hashable, Sendable, CaseIterable {
    case together, circulation, escrow
}

/// Why an origin ended.
public enum SuccessionReason: String, Hashable, Sendable, CaseIterable {
    /// The log signed two heads that no record joins.
    case fork
    /// Nobody can sign its heads any more.
    case lostKey
    /// It signed a head whose entries nobody has.
    case unreproducible
}

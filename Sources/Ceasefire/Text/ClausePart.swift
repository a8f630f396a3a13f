/// Which part of the text a clause belongs to; only operative parts are compared for identicality.
public enum ClausePart: String, Hashable, Sendable, CaseIterable {
    case operative, heading, letterhead, address, date, signatures
}

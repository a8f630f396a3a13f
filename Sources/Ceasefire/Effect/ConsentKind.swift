/// The kinds of act by which a party consents to be bound.
public enum ConsentKind: String, Hashable, Sendable, CaseIterable {
    case signature
    case initialling
    case identicalLetter
    case acceptance
    case announcement
    case fulfilment
    case ratification
    case accession
    case deposit
}

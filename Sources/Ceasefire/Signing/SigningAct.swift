/// Lines, copies, names and signatures.
public indirect enum SigningAct: Hashable, Sendable {
    case opened(SigningOpening)
    case lineProposed(LineProposal)
    case lineObjected(LineObjection)
    case copied(CopyMaking)
    case inscribed(Inscription)
    case initialled(Initialling)
    case signed(Signature)
    case confirmed(SignatureConfirmation)
    case refused(SignatureRefusal)
    case withdrawn(SignatureWithdrawal)
    case declared(Declaration)
    case objected(Objection)
    case transmitted(Transmission)
    case certified(CopiesCertification)

    /// The act's name on the wire; never renamed once released.
    public var name: String {
        switch self {
        case .opened: "signing.opened"
        case .lineProposed: "line.proposed"
        case .lineObjected: "line.objected"
        case .copied: "copy.made"
        case .inscribed: "name.inscribed"
        case .initialled: "initials.affixed"
        case .signed: "signature.affixed"
        case .confirmed: "signature.confirmed"
        case .refused: "signature.refused"
        case .withdrawn: "signature.withdrawn"
        case .declared: "declaration.made"
        case .objected: "objection.raised"
        case .transmitted: "copy.transmitted"
        case .certified: "copies.certified"
        }
    }
}

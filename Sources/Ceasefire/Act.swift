/// One act of any stage: what an entry says was done.
///
/// It is one word wide, since the stages hold their acts by reference: most entries pass through many hands, and what is
/// done takes some twenty words.
public enum Act: Hashable, Sendable {
    case participation(ParticipationAct)
    case text(TextAct)
    case signing(SigningAct)
    case effect(EffectAct)
    case monitoring(MonitoringAct)
    case reference(ReferenceAct)
    indirect case sealed(SealedAct)

    /// The act's name on the wire, such as `signature.affixed`.
    public var name: String {
        switch self {
        case .participation(let act): act.name
        case .text(let act): act.name
        case .signing(let act): act.name
        case .effect(let act): act.name
        case .monitoring(let act): act.name
        case .reference(let act): act.name
        case .sealed(let act): act.kind
        }
    }

    /// Whether a later act or a derived answer can depend on the act: on all but accounts that claim nothing and speak
    /// on no issue, and data sets.
    public var isConsequential: Bool {
        switch self {
        case .reference(.accounted(let account)): account.issue != nil || !account.claims.isEmpty
        case .reference(.dataSetAttached): false
        default: true
        }
    }
}

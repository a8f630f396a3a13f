/// For whom, from when and until when, under which rule.
public indirect enum EffectAct: Hashable, Sendable {
    case ruled(RuleStatement)
    case consented(ConsentExpression)
    case receipted(ReceiptNotice)
    case provisionallyApplied(ProvisionalApplication)
    case denounced(Denunciation)
    case performed(Performance)
    case decided(Decision)
    case related(RelationStatement)
    case undertaken(Undertaking)

    /// The act's name on the wire; never renamed once released.
    public var name: String {
        switch self {
        case .ruled: "rule.stated"
        case .consented: "consent.expressed"
        case .receipted: "receipt.notified"
        case .provisionallyApplied: "instrument.provisionallyApplied"
        case .denounced: "instrument.denounced"
        case .performed: "performance.certified"
        case .decided: "question.decided"
        case .related: "instruments.related"
        case .undertaken: "undertaking.stated"
        }
    }
}

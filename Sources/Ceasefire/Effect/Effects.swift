/// Rules, undertakings and relations: the fold of the acts of effect.
public struct Effects: Hashable, Sendable {
    public internal(set) var rules: [InstrumentID: [RuleID: Int]] = [:]
    public internal(set) var undertakings: [InstrumentID: [UndertakingID: Int]] = [:]

    public init() {}

    mutating func fold(_ act: EffectAct, of entry: Entry) {
        switch act {
        case .ruled(let act): rules[act.instrument, default: [:]][act.rule] = entry.index
        case .undertaken(let act): undertakings[act.instrument, default: [:]][act.undertaking] = entry.index
        case .consented, .receipted, .provisionallyApplied, .denounced, .performed, .decided, .related: break
        }
    }
}

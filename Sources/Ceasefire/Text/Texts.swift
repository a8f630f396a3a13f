/// Instruments and their texts: the fold of the acts of the text stage.
public struct Texts: Hashable, Sendable {
    public struct OpenBracket: Hashable, Sendable {
        public var entry: Int
        public var bracket: Bracket
        public var openedBy: ParticipantID
        public var supports: [ParticipantID: AlternativeID] = [:]
        public var objections: Set<ParticipantID> = []
        public var closedBy: Int?
    }

    public internal(set) var instruments: [InstrumentID: InstrumentIntroduction] = [:]
    public internal(set) var introducedBy: [InstrumentID: Int] = [:]
    /// In the order in which they were introduced.
    public internal(set) var order: [InstrumentID] = []
    public internal(set) var tablings: [TextDigest: TextTabling] = [:]
    /// Every digest that an admitted act gave a text to: tabled, or the result of a change.
    public internal(set) var digests: [TextDigest: InstrumentID] = [:]
    public internal(set) var brackets: [InstrumentID: [BracketID: OpenBracket]] = [:]
    public internal(set) var corrections: [InstrumentID: [MatterID: Int]] = [:]

    public init() {}

    mutating func fold(_ act: TextAct, of entry: Entry) {
        let party = entry.onBehalfOf ?? entry.actingParticipant
        switch act {
        case .introduced(let act):
            instruments[act.instrument] = act
            introducedBy[act.instrument] = entry.index
            order.append(act.instrument)
        case .tabled(let act):
            tablings[act.text] = act
            digests[act.text] = act.instrument
        case .altered(let act): digests[act.result] = act.instrument
        case .bracketOpened(let act):
            brackets[act.instrument, default: [:]][act.bracket] = OpenBracket(
                entry: entry.index, bracket: act, openedBy: party)
        case .bracketSupported(let act):
            brackets[act.instrument]?[act.bracket]?.supports[party] = act.alternative
            brackets[act.instrument]?[act.bracket]?.objections.remove(party)
        case .bracketObjected(let act):
            brackets[act.instrument]?[act.bracket]?.supports[party] = nil
            brackets[act.instrument]?[act.bracket]?.objections.insert(party)
        case .bracketClosed(let act):
            brackets[act.instrument]?[act.bracket]?.closedBy = entry.index
            if let result = act.result { digests[result] = act.instrument }
        case .errorNotified(let act):
            corrections[act.instrument, default: [:]][act.error] = entry.index
            digests[act.result] = act.instrument
        case .dated, .adopted, .authenticated, .aligned, .errorObjected, .abandoned: break
        }
    }

    /// What is said of an instrument or a text already named, once that is corrected.
    mutating func restate(_ act: TextAct) {
        switch act {
        case .introduced(let act): instruments[act.instrument] = act
        case .tabled(let act): tablings[act.text] = act
        case .errorNotified(let act): digests[act.result] = act.instrument
        default: break
        }
    }
}

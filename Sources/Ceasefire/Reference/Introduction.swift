/// A name that an act brings in, by which later acts refer to what it stands for.
struct Introduction: Hashable, CustomStringConvertible {
    var noun: Refusal.Noun
    /// Empty for all lines of an instrument, which are opened together.
    var name: String
    /// Where names are those of one instrument.
    var instrument: InstrumentID?

    var description: String {
        let whose = instrument.map { " of “\($0)”" } ?? ""
        return name.isEmpty ? "\(noun.rawValue)s\(whose)" : "\(noun.rawValue) “\(name)”\(whose)"
    }
}

extension Act {
    /// `nil` where nothing refers to the act but by its index.
    var introduction: Introduction? {
        switch self {
        case .participation(.listed(let act)): Introduction(noun: .party, name: act.party.text)
        case .participation(.accredited(let act)): Introduction(noun: .person, name: act.person.text)
        case .participation(.placeNamed(let act)): Introduction(noun: .place, name: act.place.text)
        case .participation(.met(let act)): Introduction(noun: .meeting, name: act.meeting.text)
        case .text(.introduced(let act)): Introduction(noun: .instrument, name: act.instrument.text)
        case .text(.tabled(let act)):
            Introduction(noun: .text, name: act.text.hex, instrument: act.instrument)
        case .text(.bracketOpened(let act)):
            Introduction(noun: .bracket, name: act.bracket.text, instrument: act.instrument)
        case .text(.errorNotified(let act)):
            Introduction(noun: .correction, name: act.error.text, instrument: act.instrument)
        case .signing(.opened(let act)): Introduction(noun: .line, name: "", instrument: act.instrument)
        case .signing(.lineProposed(let act)):
            Introduction(noun: .line, name: act.line.line.text, instrument: act.instrument)
        case .signing(.copied(let act)):
            Introduction(noun: .copy, name: act.copy.text, instrument: act.instrument)
        case .effect(.ruled(let act)):
            Introduction(noun: .rule, name: act.rule.text, instrument: act.instrument)
        case .effect(.undertaken(let act)):
            Introduction(noun: .undertaking, name: act.undertaking.text, instrument: act.instrument)
        default: nil
        }
    }
}

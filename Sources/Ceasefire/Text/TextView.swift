/// One exact text of an instrument as it stands in the record.
public struct TextVersion: Hashable, Sendable {
    public var text: TextDigest
    public var language: String
    public var basis: TextBasis
    public var clauses: [Clause]
    public var entry: Int
    /// The copies that bear it.
    public var copies: [CopyID]
}

/// A change that a copy bears, or that is proposed for the draft.
public struct AlterationView: Hashable, Sendable {
    public var alteration: Alteration
    public var entry: Int
    public var moment: Moment
    public var account: Alternative?
    /// Who initialled it, at once or later: those are bound by it who sign or initial it.
    public var initialledBy: [ParticipantID]
}

/// A bracket with everybody's position.
public struct BracketView: Hashable, Sendable {
    public var bracket: Bracket
    public var openedBy: ParticipantID
    public var entry: Int
    public var positions: [Position]
    public var closed: AlternativeID?
    /// Whether it was closed although not everybody who must agree had agreed.
    public var isIrregular: Bool

    public struct Position: Hashable, Sendable {
        public var party: ParticipantID
        public var word: Word
        public var alternative: AlternativeID?
        public var entry: Int
    }

    public enum Word: String, Hashable, Sendable, CaseIterable { case agreed, agreedAdReferendum, reserved }
}

/// A correction of an error, with its period for objections.
public struct CorrectionView: Hashable, Sendable {
    public var notice: ErrorNotice
    public var entry: Int
    public var objections: [Evidence]
    public var state: State

    public enum State: String, Hashable, Sendable, CaseIterable { case pending, corrected, objected }
}

/// How far the text has come.
public enum TextState: String, Hashable, Sendable, CaseIterable { case none, draft, adopted, abandoned }

extension View {
    /// The texts tabled by a time, each with the copies that then bore it.
    public func versions(of instrument: InstrumentID, at time: Moment? = nil) -> [TextVersion] {
        facts(of: instrument).compactMap { fact in
            guard case .text(.tabled(let act)) = fact.act, fact.isDone(by: time) else { return nil }
            let copies = self.copies(of: instrument, at: time).filter { copy in
                texts(of: copy, of: instrument, at: time).contains(act.text)
            }
            return TextVersion(
                text: act.text, language: act.language, basis: act.basis, clauses: act.clauses,
                entry: fact.entry,
                copies: copies)
        }
    }

    /// The copies made by a time.
    public func copies(of instrument: InstrumentID, at time: Moment? = nil) -> [CopyID] {
        facts(of: instrument).compactMap { fact in
            guard case .signing(.copied(let act)) = fact.act, fact.isDone(by: time) else { return nil }
            return act.copy
        }
    }

    public func alterations(of instrument: InstrumentID, at time: Moment? = nil) -> [AlterationView] {
        facts(of: instrument).compactMap { fact in
            guard case .text(.altered(let act)) = fact.act, fact.isDone(by: time) else { return nil }
            var initials = act.initialledBy
            for other in facts(of: instrument) {
                guard case .signing(.initialled(let initial)) = other.act, initial.text == act.result else {
                    continue
                }
                if !initials.contains(other.party) { initials.append(other.party) }
            }
            return AlterationView(
                alteration: act, entry: fact.entry, moment: fact.moment, account: fact.account,
                initialledBy: initials)
        }
    }

    public func brackets(of instrument: InstrumentID, at time: Moment? = nil) -> [BracketView] {
        let moment = time?.lastInstant ?? .distantFuture
        var brackets: [BracketView] = []
        for fact in facts(of: instrument) where fact.moment.earliest <= moment {
            guard case .text(let act) = fact.act else { continue }
            if case .bracketOpened(let bracket) = act {
                brackets.append(
                    BracketView(
                        bracket: bracket, openedBy: fact.party, entry: fact.entry, positions: [], closed: nil,
                        isIrregular: false))
            }
            guard let position = brackets.firstIndex(where: { $0.bracket.bracket == act.bracket }) else {
                continue
            }
            take(act, fact, into: &brackets[position])
        }
        return brackets
    }

    private func take(_ act: TextAct, _ fact: Fact, into bracket: inout BracketView) {
        var word: BracketView.Word
        var alternative: AlternativeID?
        switch act {
        case .bracketSupported(let act):
            (word, alternative) = (act.adReferendum ? .agreedAdReferendum : .agreed, act.alternative)
        case .bracketObjected(let act): (word, alternative) = (.reserved, act.alternative)
        case .bracketClosed(let act):
            bracket.closed = act.alternative
            bracket.isIrregular = !bracket.bracket.parties.allSatisfy { party in
                bracket.positions.contains {
                    $0.party == party && $0.word != .reserved && $0.alternative == act.alternative
                }
            }
            return
        default: return
        }
        bracket.positions.removeAll { $0.party == fact.party }
        bracket.positions.append(
            BracketView.Position(party: fact.party, word: word, alternative: alternative, entry: fact.entry))
    }

    /// A notified correction stands once its period has passed without an objection.
    public func corrections(of instrument: InstrumentID, at time: Moment) -> [CorrectionView] {
        let facts = facts(of: instrument)
        return facts.compactMap { fact in
            guard case .text(.errorNotified(let notice)) = fact.act, fact.moment.earliest <= time.lastInstant
            else { return nil }
            let objections = facts.filter { other in
                guard case .text(.errorObjected(let act)) = other.act, act.error == notice.error else {
                    return false
                }
                return other.moment.earliest <= min(notice.objectionsUntil.latest, time.lastInstant)
            }
            let state: CorrectionView.State =
                !objections.isEmpty
                ? .objected : notice.objectionsUntil.latest <= time.lastInstant ? .corrected : .pending
            return CorrectionView(
                notice: notice, entry: fact.entry, objections: objections.map { $0.evidence() }, state: state)
        }
    }

    /// The dates that accounts give an instrument, each with who says so.
    public func dates(of instrument: InstrumentID) -> [(date: Moment, fact: Fact)] {
        facts(of: instrument).compactMap { fact in
            guard case .text(.dated(let act)) = fact.act else { return nil }
            return (act.date, fact)
        }
    }

    public func facet(textOf instrument: InstrumentID, at time: Moment) -> TextState {
        var state = TextState.none
        for fact in facts(of: instrument) where fact.moment.earliest <= time.lastInstant {
            switch fact.act {
            case .text(.tabled): if state == .none { state = .draft }
            case .text(.adopted), .text(.authenticated): state = .adopted
            case .text(.abandoned): state = .abandoned
            // Whoever signs has adopted what is signed (Vienna Convention, arts. 9 and 10).
            case .signing(.signed): if state == .draft { state = .adopted }
            default: continue
            }
        }
        return state
    }
}

extension TextAct {
    /// The bracket that the act is about.
    var bracket: BracketID? {
        switch self {
        case .bracketOpened(let act): act.bracket
        case .bracketSupported(let act): act.bracket
        case .bracketObjected(let act): act.bracket
        case .bracketClosed(let act): act.bracket
        default: nil
        }
    }
}

/// An undertaking with its clock, at a time.
public struct UndertakingView: Hashable, Sendable {
    public var undertaking: Undertaking
    public var entry: Int
    public var clock: Clock
    public var deadline: Derivation?
    /// Why it is contested where the clock stands.
    public var choices: [Choice]

    /// Where the clock of an undertaking stands; its times from the earliest to the latest account.
    public enum Clock: Hashable, Sendable {
        /// The undertaking has no deadline.
        case none
        /// Nothing has started it.
        case notStarted
        case running(until: ClosedRange<Instant>)
        case ranOut(at: ClosedRange<Instant>)
        /// Done in time, or late.
        case done(at: ClosedRange<Instant>, late: Bool)
        /// Accounts or imprecise times leave open where it stands, or there are too many of them.
        case contested

        /// Where it stands if either may be so.
        func joined(with other: Clock) -> Clock {
            func join(_ one: ClosedRange<Instant>, _ two: ClosedRange<Instant>) -> ClosedRange<Instant> {
                min(one.lowerBound, two.lowerBound)...max(one.upperBound, two.upperBound)
            }
            return switch (self, other) {
            case (.running(let one), .running(let two)): .running(until: join(one, two))
            case (.ranOut(let one), .ranOut(let two)): .ranOut(at: join(one, two))
            case (.done(let one, let late), .done(let two, let alsoLate)) where late == alsoLate:
                .done(at: join(one, two), late: late)
            default: self == other ? self : .contested
            }
        }
    }
}

extension View {
    public func undertakings(of instrument: InstrumentID, at time: Moment) -> [UndertakingView] {
        facts(of: instrument).compactMap { fact in
            guard case .effect(.undertaken(let act)) = fact.act else { return nil }
            var view = UndertakingView(
                undertaking: act, entry: fact.entry, clock: .none, deadline: nil, choices: [])
            run(&view, at: time.lastInstant)
            return view
        }
    }

    /// The deadline of an undertaking never ends the instrument; it only runs.
    private func run(_ view: inout UndertakingView, at moment: Instant) {
        let act = view.undertaking
        guard let deadline = act.deadline else { return }
        let rule = RuleStatement(
            instrument: act.instrument, rule: act.undertaking.renamed(), parties: act.actors, begins: deadline
        )
        let question = Evaluation.Question(
            instrument: act.instrument, rule: rule, place: Place(act.actors.first ?? .each))
        let worlds = inAllWorlds { evaluation in
            let due = evaluation.during(.beginning, of: act.instrument) {
                $0.evaluate(deadline, question, path: "c")
            }
            return (due: due, clock: evaluation.clock(of: act, due, at: moment))
        }
        let clocks = worlds.answers?.map(\.answer.clock) ?? []
        view.deadline = Derivation(worlds.map { $0.due }, asOf: clocks.map { _ in moment })
        view.clock = clocks.first.map { clocks.reduce($0) { $0.joined(with: $1) } } ?? .contested
        guard view.clock == .contested else { return }
        let turning = Set(clocks).flatMap { clock in
            worlds.map { clock.joined(with: $0.clock) != .contested }.decisive
        }
        view.choices = clocks.isEmpty ? worlds.reached : worlds.reached.filter(turning.contains)
    }
}

extension Evaluation {
    /// Where the clock of an undertaking stands in this world, in which it is due when `due` holds.
    fileprivate mutating func clock(
        of act: Undertaking, _ due: Node, at moment: Instant
    ) -> UndertakingView.Clock {
        guard let until = due.holds.first else { return .notStarted }
        let done = during(.ending, of: act.instrument) { $0.performance(of: act, by: moment) }
        if let done { return .done(at: done...done, late: done > until) }
        // Started by something that had not happened yet: the clock stood still.
        if case .after = due.reason, let start = due.parts.first?.holds.first, moment < start {
            return .notStarted
        }
        return moment < until ? .running(until: until...until) : .ranOut(at: until...until)
    }

    private mutating func performance(of act: Undertaking, by moment: Instant) -> Instant? {
        guard let matter = act.matter else { return nil }
        var first: Instant?
        for fact in view.happenings {
            guard case .effect(.performed(let done)) = fact.act, done.matter == matter,
                act.actors.isEmpty || isDone(by: done.who, for: act, fact),
                act.certifiedBy == nil || fact.actor == act.certifiedBy, fact.moment.earliest <= moment,
                isTrue(fact)
            else { continue }
            let instant = instant(of: fact)
            if instant <= moment { first = min(first ?? instant, instant) }
        }
        return first
    }

    /// Whether somebody who has to, or who then stood in the place of one who has to, did it.
    private mutating func isDone(by who: ParticipantID, for act: Undertaking, _ fact: Fact) -> Bool {
        if act.actors.contains(who) { return true }
        for actor in act.actors {
            for holder in Place.named(places(of: actor, under: act.instrument)).holders
            where holder.party == who && held(holder, during: fact) {
                return true
            }
        }
        return false
    }
}

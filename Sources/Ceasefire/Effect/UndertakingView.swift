/// An undertaking with its clock, at a time.
public struct UndertakingView: Hashable, Sendable {
    public var undertaking: Undertaking
    public var entry: Int
    public var clock: Clock
    public var deadline: Derivation?

    /// Where the clock of an undertaking stands.
    public enum Clock: Hashable, Sendable {
        /// The undertaking has no deadline.
        case none
        /// Nothing has started it.
        case notStarted
        case running(until: Instant)
        case ranOut(at: Instant)
        /// Done in time, or late.
        case done(at: Instant, late: Bool)
        /// Accounts differ on when it is due or whether it was done, or too many do.
        case contested
    }
}

extension View {
    public func undertakings(of instrument: InstrumentID, at time: Moment) -> [UndertakingView] {
        facts(of: instrument).compactMap { fact in
            guard case .effect(.undertaken(let act)) = fact.act else { return nil }
            let (clock, deadline) = clock(of: act, at: time.lastInstant)
            return UndertakingView(undertaking: act, entry: fact.entry, clock: clock, deadline: deadline)
        }
    }

    /// The deadline of an undertaking never ends the instrument; it only runs.
    private func clock(
        of act: Undertaking, at moment: Instant
    ) -> (UndertakingView.Clock, Derivation?) {
        guard let deadline = act.deadline else { return (.none, nil) }
        let rule = RuleStatement(
            instrument: act.instrument, rule: act.undertaking.renamed(), parties: act.actors, begins: deadline
        )
        let question = Evaluation.Question(
            instrument: act.instrument, rule: rule, party: act.actors.first ?? .each)
        let worlds = inAllWorlds { evaluation in
            let due = evaluation.evaluate(deadline, question, path: "c")
            return (due: due, clock: evaluation.clock(of: act, due, at: moment))
        }
        let answers = worlds.answers ?? []
        let why = Derivation(worlds.map { $0.due }, asOf: answers.map { _ in moment })
        let clocks = Set(answers.map(\.answer.clock))
        return (clocks.count == 1 ? clocks.first ?? .contested : .contested, why)
    }
}

extension Evaluation {
    /// Where the clock of an undertaking stands in this world, in which it is due when `due` holds.
    fileprivate mutating func clock(
        of act: Undertaking, _ due: Node, at moment: Instant
    ) -> UndertakingView.Clock {
        guard let until = due.holds.first else { return .notStarted }
        if let done = performance(of: act, by: moment) { return .done(at: done, late: done > until) }
        // Started by something that had not happened yet: the clock stood still.
        if case .after = due.reason, let start = due.parts.first?.holds.first, moment < start {
            return .notStarted
        }
        return moment < until ? .running(until: until) : .ranOut(at: until)
    }

    private mutating func performance(of act: Undertaking, by moment: Instant) -> Instant? {
        guard let matter = act.matter else { return nil }
        for fact in view.happenings {
            guard case .effect(.performed(let done)) = fact.act, done.matter == matter,
                act.actors.isEmpty || act.actors.contains(done.who),
                act.certifiedBy == nil || fact.actor == act.certifiedBy, fact.moment.earliest <= moment,
                isTrue(fact)
            else { continue }
            return fact.moment.earliest
        }
        return nil
    }
}

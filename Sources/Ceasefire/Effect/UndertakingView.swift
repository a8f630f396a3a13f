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
        /// Accounts differ on when it is due, or too many do.
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
        let actor = act.actors.first ?? .each
        let rule = RuleStatement(
            instrument: act.instrument, rule: act.undertaking.renamed(), parties: act.actors, begins: deadline
        )
        let worlds = inAllWorlds { evaluation in
            evaluation.evaluate(
                deadline, Evaluation.Question(instrument: act.instrument, rule: rule, party: actor), path: "c"
            )
        }
        guard let answers = worlds.answers else { return (.contested, Derivation(worlds, asOf: [])) }
        let why = Derivation(worlds, asOf: answers.map { _ in moment })
        let due = Set(answers.map { $0.answer.holds.first })
        guard due.count == 1, let only = due.first else { return (.contested, why) }
        guard let until = only else { return (.notStarted, why) }
        if let done = performance(of: act, by: moment) { return (.done(at: done, late: done > until), why) }
        // Started by something that had not happened yet: the clock stood still.
        guard started(deadline, act, by: moment) else { return (.notStarted, why) }
        return (moment < until ? .running(until: until) : .ranOut(at: until), why)
    }

    private func started(_ deadline: Condition, _ act: Undertaking, by moment: Instant) -> Bool {
        guard case .after(_, let start) = deadline else { return true }
        let rule = RuleStatement(
            instrument: act.instrument, rule: act.undertaking.renamed(), parties: act.actors, begins: start)
        let worlds = inAllWorlds { evaluation in
            evaluation.evaluate(
                start,
                Evaluation.Question(instrument: act.instrument, rule: rule, party: act.actors.first ?? .each),
                path: "c")
        }
        return worlds.map { $0.holds.first.map { $0 <= moment } ?? false }.verdict == .met
    }

    private func performance(of act: Undertaking, by moment: Instant) -> Instant? {
        guard let matter = act.matter else { return nil }
        for fact in happenings {
            guard case .effect(.performed(let done)) = fact.act, done.matter == matter,
                act.actors.isEmpty || act.actors.contains(done.who),
                act.certifiedBy == nil || fact.actor == act.certifiedBy, fact.moment.earliest <= moment
            else { continue }
            return fact.moment.earliest
        }
        return nil
    }
}

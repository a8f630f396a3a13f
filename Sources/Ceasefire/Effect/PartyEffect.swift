/// What an instrument does for one party under one rule, at a time.
public struct PartyEffect: Hashable, Sendable {
    public var instrument: InstrumentID
    public var party: ParticipantID
    /// `nil` where no rule can bind the party.
    public var rule: RuleID?
    /// The clauses that the rule is about; the whole instrument, where empty.
    public var scope: [ClauseID]
    /// Those of them that have an effect of their own, because another instrument bears on them alone.
    public var except: [ClauseID] = []
    public var state: EffectState
    /// Whether it is in force: met, missing, contested, failed or not resolved.
    public var verdict: Verdict
    /// Which part of the day asked for; `nil` for an instant, or where accounts differ.
    public var dayPart: DayPart?
    /// From when it is or was in force, from the earliest to the latest account.
    public var since: ClosedRange<Instant>?
    /// When that ended or is to end.
    public var until: ClosedRange<Instant>?
    public var bonds: [Bond]
    public var ends: [Ending]
    public var derivation: Derivation

    /// Towards one other party or body.
    public struct Bond: Hashable, Sendable {
        public var towards: ParticipantID
        public var verdict: Verdict
        /// From when; `nil` where it has not begun by then.
        public var since: Instant?
        public var until: Instant?
    }

    /// What ended it, wholly or towards one party.
    public struct Ending: Hashable, Sendable {
        public var at: Instant
        public var reason: EndReason
        public var towards: ParticipantID?
        public var entries: [Int]
    }
}

/// The state of an instrument's effect for a party.
public enum EffectState: String, Hashable, Sendable, CaseIterable {
    case noneIntended, noRule, notAddressed, pending, addressedNotBound, provisional, inForce, suspended,
        ended, failed
    case contested, notResolved
}

/// Which part of a day something holds.
public enum DayPart: Hashable, Sendable {
    case allDay
    case from(Instant)
    case until(Instant)
    case between(Instant, Instant)
    /// What ended on that day and was revived on it.
    case several([DayPart])
    case no
}

extension View {
    /// The effect of an instrument for a party, under each rule that can bind it.
    public func effects(
        of instrument: InstrumentID, for party: ParticipantID, at time: Moment
    ) -> [PartyEffect] {
        let introduction = process.texts.instruments[instrument]
        if introduction?.intent == Intent.none {
            return [unruled(instrument, party, .noneIntended, .noneIntended(instrument), at: time)]
        }
        let questions = questions(of: instrument, for: party, by: time)
        guard !questions.isEmpty else {
            if self.rules(of: instrument, for: nil).isEmpty {
                return [unruled(instrument, party, .noRule, .noRule(instrument), at: time)]
            }
            return [
                unruled(instrument, party, .notAddressed, .notAddressed(party, by: instrument), at: time)
            ]
        }
        return questions.map { effect(of: instrument, $0, for: party, at: time) }
    }

    /// Nothing comes into force; what the party consented to is still told.
    private func unruled(
        _ instrument: InstrumentID, _ party: ParticipantID, _ state: EffectState, _ reason: Reason,
        at time: Moment
    ) -> PartyEffect {
        let kinds = process.texts.instruments[instrument]?.consentBy ?? []
        let consent = inAllWorlds(for: party) {
            $0.consent(of: Place(party), [], instrument, .consentToBeBound(party, kinds))
        }
        let instants = [Instant](repeating: time.lastInstant, count: consent.answers?.count ?? 0)
        let part = Derivation(consent, asOf: instants)
        let why = Derivation(
            .inForce(instrument, for: party), .missing, parts: [Derivation(reason, .missing), part])
        return PartyEffect(
            instrument: instrument, party: party, rule: nil, scope: [], state: state, verdict: .missing,
            dayPart: .no,
            since: nil, until: nil, bonds: [], ends: [], derivation: why)
    }

    private func effect(
        of instrument: InstrumentID, _ rivals: [Rule], for party: ParticipantID, at time: Moment
    ) -> PartyEffect {
        let stated = rivals[0].statement
        let ruled = inAllWorlds(for: party) { evaluation -> (rule: Rule?, course: Course) in
            for rule in rivals where evaluation.isTrue(rule.fact) {
                var course = evaluation.course(of: instrument, rule.statement, for: party)
                course.condition.rename(.begins(rule.statement.rule), to: .begins(stated.rule))
                return (rule, course)
            }
            // A rule that a rival account lays down does not exist in the other worlds.
            var course = Course(Node(.inForce(instrument, for: party), .never))
            course.addressed = .distantPast
            return (nil, course)
        }
        let worlds = ruled.map(\.course)
        let moment = time.lastInstant
        let held = worlds.map { $0.inForce.contains(moment) }
        var verdict = held.verdict
        let courses = worlds.answers?.map(\.answer) ?? []
        if verdict == .missing, !courses.isEmpty,
            courses.allSatisfy({ $0.condition.isFailed(at: moment) })
        {
            verdict = .failed
        }
        // What put it in force is looked at as of then, also where it is deemed to have been in force before.
        let instants = courses.map { course in
            course.began.map { course.inForce.first.map { $0 <= moment } ?? false ? $0 : min($0, moment) }
                ?? moment
        }
        var why = Derivation(worlds.map(\.condition), asOf: instants)
        why.reason = .inForce(instrument, for: party)
        why.verdict = verdict
        why.parts += deemed(ruled.answers?.map(\.answer) ?? [], by: moment)
        why.parts += causes(worlds, at: moment)
        let states = Set(courses.map { $0.state(at: moment) })
        let state: EffectState =
            verdict == .notResolved ? .notResolved : states.count == 1 ? states.first ?? .pending : .contested
        why.choices =
            switch state {
            case .notResolved: worlds.reached
            // In force on no account, yet not for the same reason on all of them.
            case .contested where verdict != .contested:
                worlds.map { $0.state(at: moment) == states.first }.decisive
            default: held.decisive
            }
        return PartyEffect(
            instrument: instrument, party: party, rule: stated.rule, scope: stated.scope,
            except: rivals[0].except, state: state,
            verdict: verdict, dayPart: View.dayPart(courses, time),
            since: View.range(courses.compactMap { $0.inForceAt(moment)?.from }),
            until: View.range(courses.compactMap { $0.inForceAt(moment)?.to }.filter { $0 < .distantFuture }),
            bonds: bonds(worlds, at: moment), ends: endings(courses, by: moment), derivation: why)
    }

    private func bonds(_ worlds: Worlds<Course>, at moment: Instant) -> [PartyEffect.Bond] {
        let others = Set((worlds.answers ?? []).flatMap { $0.answer.bonds.keys }).sorted()
        return others.map { other in
            let verdict = worlds.map { $0.bonds[other]?.contains(moment) ?? false }.verdict
            let spans = (worlds.answers ?? []).compactMap { $0.answer.bonds[other]?.spans }
            let since = spans.compactMap { $0.first?.from }.min().flatMap { $0 <= moment ? $0 : nil }
            let until = spans.compactMap { $0.last?.to }.min().flatMap { $0 < .distantFuture ? $0 : nil }
            return PartyEffect.Bond(towards: other, verdict: verdict, since: since, until: until)
        }
    }

    /// That the effect reaches back before its condition held, where the rule says so.
    private func deemed(_ ruled: [(rule: Rule?, course: Course)], by moment: Instant) -> [Derivation] {
        var reaching: [(date: Moment, entries: Set<Int>, count: Int)] = []
        for (rule, course) in ruled {
            guard let rule, let date = rule.statement.deemedFrom, let start = course.inForce.first,
                let began = course.began, start < began, start <= moment
            else { continue }
            let place = reaching.firstIndex { $0.date == date } ?? reaching.count
            if place == reaching.count { reaching.append((date, [], 0)) }
            reaching[place].entries.insert(rule.fact.entry)
            reaching[place].count += 1
        }
        return reaching.map { date, entries, count in
            Derivation(
                .deemedFrom(date), count == ruled.count ? .met : .contested, entries: entries.sorted())
        }
    }

    /// What else explains the state, once, towards all of whom it is so; met where it is so in every world.
    private func causes(_ worlds: Worlds<Course>, at moment: Instant) -> [Derivation] {
        let causes = worlds.map { $0.causes(at: moment) }
        let all = causes.answers?.map(\.answer) ?? []
        var result: [Derivation] = []
        for cause in all.joined() where !result.contains(where: { $0.reason == cause.reason }) {
            let same = causes.map { $0.first { $0.reason == cause.reason } }
            let stands = same.map { $0 != nil }
            result.append(
                Derivation(
                    cause.reason, stands.verdict,
                    choices: stands.verdict == .contested ? stands.decisive : [],
                    since: View.range(same.answers?.compactMap { $0.answer?.since } ?? []),
                    entries: cause.entries))
        }
        return result.reduce(into: []) { merged, part in
            let place = merged.firstIndex { $0.joins(part) }
            guard let place else { return merged.append(part) }
            merged[place].reason.towards += part.reason.towards
        }
    }

    /// Each ending once, at its earliest, however many worlds it comes about in.
    private func endings(_ courses: [Course], by moment: Instant) -> [PartyEffect.Ending] {
        var result: [PartyEffect.Ending] = []
        for end in courses.flatMap({ $0.endings(by: moment) }).sorted(by: { $0.at < $1.at }) {
            guard !result.contains(where: { $0.reason == end.reason && $0.towards == end.towards }) else {
                continue
            }
            result.append(
                PartyEffect.Ending(at: end.at, reason: end.reason, towards: end.towards, entries: end.entries)
            )
        }
        return result
    }

    private static func range(_ instants: [Instant]) -> ClosedRange<Instant>? {
        guard let first = instants.min(), let last = instants.max() else { return nil }
        return first...last
    }

    /// A bare date is an interval: all day, from an hour on, until an hour, or not at all.
    private static func dayPart(_ courses: [Course], _ time: Moment) -> DayPart? {
        guard !time.isPrecise else { return nil }
        let day = TimeSet(from: time.earliest, to: time.latest)
        let parts = Set(
            courses.map { course -> DayPart in
                let parts = course.inForce.intersection(day).spans.map { span -> DayPart in
                    switch (span.from == time.earliest, span.to == time.latest) {
                    case (true, true): .allDay
                    case (false, true): .from(span.from)
                    case (true, false): .until(span.to)
                    case (false, false): .between(span.from, span.to)
                    }
                }
                return parts.count > 1 ? .several(parts) : parts.first ?? .no
            })
        return parts.count == 1 ? parts.first : nil
    }
}

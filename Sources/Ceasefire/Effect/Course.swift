/// How an instrument runs for one party in one world: when it begins, towards whom, what interrupts and what ends it.
struct Course {
    /// The condition under which the rule begins, consent to be bound included.
    var condition: Node
    /// When the rule's condition first held and the party had consented.
    var began: Instant?
    var inForce = TimeSet.never
    var suspensions: [Suspension] = []
    var provisions: [(holds: TimeSet, fact: Fact)] = []
    var bonds: [ParticipantID: TimeSet] = [:]
    var ends: [End] = []
    /// That the time for beginning ran out before it had begun.
    var lapsed: Cause?
    var consent = TimeSet.never
    var ruleBegan: Instant?

    struct End: Hashable {
        var at: Instant
        var reason: EndReason
        /// Towards whom; everybody, where `nil`.
        var towards: ParticipantID?
        var entries: [Int]
    }

    struct Suspension {
        /// Only while it would otherwise be in force.
        var holds: TimeSet
        var reason: EndReason
        var until: Instant?
        /// Towards whom; everybody, where `nil`.
        var towards: ParticipantID?
        var entries: [Int]
    }

    /// What explains a state beside the conditions of the rule.
    struct Cause {
        var reason: Reason
        var since: Instant
        var entries: [Int]
    }

    var entries: [Int] { condition.allEntries }
}

extension Evaluation {
    /// The course under all rules that bind `party` as a whole or for some clauses.
    mutating func course(of instrument: InstrumentID, for party: ParticipantID) -> Course {
        var whole = Course(condition: Node(.noRule(instrument), .never))
        for rule in view.rules(of: instrument, for: party) {
            guard isTrue(rule.fact) else { continue }
            let course = course(of: instrument, rule.statement, for: party)
            whole.inForce = whole.inForce.union(course.inForce)
            whole.condition.parts.append(course.condition)
        }
        return whole
    }

    mutating func course(
        of instrument: InstrumentID, _ rule: RuleStatement, for party: ParticipantID
    ) -> Course {
        pending.append(instrument)
        defer { pending.removeLast() }
        var course = beginning(of: instrument, rule, for: party)
        provisional(instrument, party, &course)
        guard let began = course.began else { return course }
        let question = Question(instrument: instrument, rule: rule, party: party)
        let start = rule.deemedFrom.map { min($0.earliest, began) } ?? began
        var life = TimeSet(from: start)
        if let ends = rule.ends {
            let node = during(.ending, of: instrument) { $0.evaluate(ends, question, path: "e") }
            if let end = node.holds.intersection(life).first {
                life = life.intersection(TimeSet(from: .distantPast, to: end))
                course.ends.append(
                    Course.End(at: end, reason: .byItsRule(rule.rule), towards: nil, entries: node.entries))
            }
        }
        prolong(&life, instrument, party, &course)
        depart(&life, instrument, party, &course)
        bind(life, instrument, rule, party, &course)
        return course
    }

    /// Effect begins at the earliest instant at which the condition holds and the party has consented; then it stands.
    private mutating func beginning(
        of instrument: InstrumentID, _ rule: RuleStatement, for party: ParticipantID
    ) -> Course {
        let question = Question(instrument: instrument, rule: rule, party: party)
        let kinds = view.process.texts.instruments[instrument]?.consentBy ?? []
        let (consent, begins) = during(.beginning, of: instrument) {
            (
                $0.consent(of: party, [], instrument, .consentToBeBound(party, kinds)),
                $0.evaluate(rule.begins, question)
            )
        }
        // Once its condition has held, the rule has begun, whatever is withdrawn afterwards.
        var begun = begins.holds.first.map { TimeSet(from: $0) } ?? .never
        var together = begun.intersection(consent.holds)
        var failed = begins.failed
        var lapsed: Course.Cause?
        if let lapses = rule.lapses {
            let node = during(.obstacle, of: instrument) { $0.evaluate(lapses, question, path: "l") }
            if let end = node.holds.first, together.first.map({ end <= $0 }) ?? true {
                lapsed = Course.Cause(
                    reason: .lapsed(rule.rule), since: end, entries: node.allEntries)
                failed = min(failed ?? end, end)
                together = .never
                if begun.intersection(TimeSet(from: .distantPast, to: end)).isEmpty { begun = .never }
            }
        }
        let rulePart = Node(.begins(rule.rule), begun, failed: begun.isEmpty ? failed : nil, parts: [begins])
        var course = Course(
            condition: Node(
                .inForce(instrument, for: party), together.first.map { TimeSet(from: $0) } ?? .never,
                failed: failed, parts: [consent, rulePart]))
        course.began = together.first
        course.lapsed = lapsed
        course.consent = consent.holds
        course.ruleBegan = begun.first
        return course
    }

    private mutating func provisional(
        _ instrument: InstrumentID, _ party: ParticipantID, _ course: inout Course
    ) {
        for fact in view.facts(of: instrument) {
            guard case .effect(.provisionallyApplied(let act)) = fact.act, fact.party == party, isTrue(fact)
            else {
                continue
            }
            let until = min(act.until?.latest ?? .distantFuture, course.began ?? .distantFuture)
            let from = during(.beginning, of: instrument) { $0.instant(of: fact) }
            course.provisions.append((TimeSet(from: from, to: until), fact))
        }
    }

    /// An extension before the end moves the end; after it, it revives from its own date and the gap stays. A
    /// reaffirmation without term deletes the end.
    private mutating func prolong(
        _ life: inout TimeSet, _ instrument: InstrumentID, _ party: ParticipantID, _ course: inout Course
    ) {
        for fact in view.facts(of: instrument) {
            guard case .effect(.related(let act)) = fact.act, act.object == instrument,
                act.relation == .extends || act.relation == .reaffirms,
                concerns(act, party), isTrue(fact), let from = operates(fact, act, for: party)
            else { continue }
            let until: Instant
            switch (act.relation, act.until) {
            case (_, .some(let moment)): until = moment.latest
            case (.reaffirms, nil): until = .distantFuture
            default: continue
            }
            guard let start = life.first else { continue }
            if let current = life.span(at: max(from, start)) ?? life.spans.last(where: { $0.to == from }) {
                // Before the end (or as it comes): the end moves, also to an earlier one if that is what was agreed.
                course.ends.removeAll { $0.at >= current.to }
                life = life.subtracting(TimeSet(from: current.from)).union(
                    TimeSet(from: current.from, to: until))
            } else {
                life = life.union(TimeSet(from: from, to: until))
            }
            if until < .distantFuture {
                course.ends.append(
                    Course.End(
                        at: until, reason: .relation(act.relation, by: act.subject, act.basis), towards: nil,
                        entries: [fact.entry]))
            }
        }
    }

    /// The party's own departure, and its dissolution.
    private mutating func depart(
        _ life: inout TimeSet, _ instrument: InstrumentID, _ party: ParticipantID, _ course: inout Course
    ) {
        for end in departures(of: party, from: instrument) {
            life = life.intersection(TimeSet(from: .distantPast, to: end.at))
            course.ends.append(end)
        }
    }

    /// When a party left an instrument, or ceased to exist.
    private mutating func departures(of party: ParticipantID, from instrument: InstrumentID) -> [Course.End] {
        during(.ending, of: instrument) { $0.endings(of: party, from: instrument) }
    }

    private mutating func endings(of party: ParticipantID, from instrument: InstrumentID) -> [Course.End] {
        var ends: [Course.End] = []
        for fact in view.participationFacts {
            guard case .participation(.dissolved(let act)) = fact.act, act.party == party, isTrue(fact) else {
                continue
            }
            ends.append(
                Course.End(
                    at: instant(of: fact), reason: .dissolved(party), towards: nil, entries: [fact.entry]))
        }
        for fact in view.facts(of: instrument) {
            guard case .effect(.denounced) = fact.act, fact.party == party, isTrue(fact) else { continue }
            var end = instant(of: fact)
            if let notice = view.process.texts.instruments[instrument]?.denunciation {
                end = notice.start(end, dated: [fact.moment])
                end = notice.end(from: end, at: notice.offsets.first ?? people.opening?.home.offset ?? .utc)
            } else if world.choose(.denunciation(entry: fact.entry), of: 2) == 1 {
                // Vienna Convention, art. 56: without a provision, whether a party may leave is a question of its own.
                continue
            }
            ends.append(Course.End(at: end, reason: .denounced(party), towards: nil, entries: [fact.entry]))
        }
        return ends
    }

    /// Bonds run between each pair: what ends one leaves the others.
    private mutating func bind(
        _ life: TimeSet, _ instrument: InstrumentID, _ rule: RuleStatement, _ party: ParticipantID,
        _ course: inout Course
    ) {
        let others = (rule.towards.isEmpty ? rule.parties : rule.towards).filter {
            $0 != party && $0 != .each
        }
        var joined: Instant?
        for other in others {
            var bond = life
            if rule.parties.contains(other) {
                guard let start = beginning(of: instrument, rule, for: other).began else { continue }
                bond = bond.intersection(
                    TimeSet(from: rule.deemedFrom.map { min($0.earliest, start) } ?? start))
                for end in departures(of: other, from: instrument) where !bond.isEmpty {
                    bond = bond.intersection(TimeSet(from: .distantPast, to: end.at))
                    course.ends.append(
                        Course.End(at: end.at, reason: end.reason, towards: other, entries: end.entries))
                }
            }
            if let first = bond.first { joined = min(joined ?? first, first) }
            relate(&bond, instrument, party, [other], towards: other, &course)
            course.bonds[other] = bond
            course.inForce = course.inForce.union(bond)
        }
        // Bound from its own date, also while nobody else is yet; and until the last bond has ended.
        var alone = joined.map { life.intersection(TimeSet(from: .distantPast, to: $0)) } ?? life
        if !alone.isEmpty { relate(&alone, instrument, party, others, towards: nil, &course) }
        course.inForce = course.inForce.union(alone)
    }
}

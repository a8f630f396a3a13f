/// How an instrument runs for one party in one world: when it begins, towards whom, what interrupts and what ends it.
struct Course {
    /// The condition under which the rule begins, consent to be bound included.
    var condition: Node
    /// From when the party has a place under the rule.
    var addressed: Instant?
    /// When the rule's condition first held and the party had consented, or had succeeded to one that had.
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

    init(_ condition: Node) { self.condition = condition }

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

    /// Adds what a party has in another place. What began first explains both.
    mutating func join(_ other: Course) {
        if other.began ?? .distantFuture < began ?? .distantFuture {
            condition = other.condition
            began = other.began
            lapsed = other.lapsed
        }
        addressed = [addressed, other.addressed].compactMap(\.self).min()
        consent = consent.union(other.consent)
        ruleBegan = [ruleBegan, other.ruleBegan].compactMap(\.self).min()
        inForce = inForce.union(other.inForce)
        bonds.merge(other.bonds) { $0.union($1) }
        suspensions += other.suspensions
        ends += other.ends
    }
}

extension Evaluation {
    /// The course under all rules that bind `party` as a whole or for some clauses.
    mutating func course(of instrument: InstrumentID, for party: ParticipantID) -> Course {
        let inquiry = Inquiry(
            instrument: instrument, party: party, pending: pending, surroundings: surroundings)
        if let known = courses[inquiry] { return known }
        var whole = Course(Node(.noRule(instrument), .never))
        for rule in view.rules(of: instrument, for: party) {
            guard isTrue(rule.fact) else { continue }
            let course = course(of: instrument, rule.statement, for: party)
            whole.inForce = whole.inForce.union(course.inForce)
            whole.condition.parts.append(course.condition)
        }
        courses[inquiry] = whole
        return whole
    }

    /// The course under one rule, in all places that the party has under it.
    mutating func course(
        of instrument: InstrumentID, _ rule: RuleStatement, for party: ParticipantID
    ) -> Course {
        pending.append(instrument)
        defer { pending.removeLast() }
        let nobody = Node(.notAddressed(party, by: instrument), .never)
        var whole = Course(Node(.inForce(instrument, for: party), .never, parts: [nobody]))
        let places = places(under: rule)
        for place in places where place.party == party {
            let course = course(in: place, rule, among: places)
            if whole.addressed == nil { whole = course } else { whole.join(course) }
        }
        provisional(instrument, party, &whole)
        return whole
    }

    private mutating func course(in place: Place, _ rule: RuleStatement, among places: [Place]) -> Course {
        let beginning = beginning(in: place, rule)
        var course = Course(beginning)
        guard var start = beginning.began else { return course }
        if let deemed = rule.deemedFrom { start = min(deemed.earliest, start) }
        var life = Tie(holds: TimeSet(from: start))
        if let ends = rule.ends {
            let question = Question(instrument: rule.instrument, rule: rule, place: place)
            let node = during(.ending, of: rule.instrument) { $0.evaluate(ends, question, path: "e") }
            if let end = node.holds.intersection(life.holds).first {
                life.cut(
                    Course.End(at: end, reason: .byItsRule(rule.rule), towards: nil, entries: node.entries))
            }
        }
        bind(life, in: place, rule, among: places, &course)
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

    /// When whoever held a place left an instrument, or who holds it at last ceased to exist.
    mutating func departures(from place: Place, of instrument: InstrumentID) -> [Course.End] {
        during(.ending, of: instrument) { $0.endings(of: place, instrument) }
    }

    private mutating func endings(of place: Place, _ instrument: InstrumentID) -> [Course.End] {
        var ends: [Course.End] = []
        for fact in view.participationFacts {
            guard case .participation(.dissolved(let act)) = fact.act, act.party == place.party, isTrue(fact)
            else { continue }
            ends.append(
                Course.End(
                    at: instant(of: fact), reason: .dissolved(act.party), towards: nil, entries: [fact.entry])
            )
        }
        for fact in view.facts(of: instrument) {
            guard case .effect(.denounced) = fact.act,
                let holder = place.holders.first(where: { $0.party == fact.party }), isTrue(fact),
                held(holder, during: fact), speaks(fact, for: holder.party)
            else { continue }
            var end = instant(of: fact)
            if let notice = view.process.texts.instruments[instrument]?.denunciation {
                end = notice.start(end, dated: [fact.moment])
                end = notice.end(from: end, at: notice.offsets.first ?? people.opening?.home.offset ?? .utc)
            } else if world.choose(.denunciation(entry: fact.entry), of: 2) == 1 {
                // Vienna Convention, art. 56: without a provision, whether a party may leave is a question of its own.
                continue
            }
            ends.append(
                Course.End(at: end, reason: .denounced(fact.party), towards: nil, entries: [fact.entry]))
        }
        return ends
    }
}

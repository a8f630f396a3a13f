/// The time for which something holds, and what ended it.
struct Tie {
    var holds: TimeSet
    var ends: [Course.End] = []

    /// Ends it, unless something else had done so before.
    mutating func cut(_ end: Course.End) {
        if holds.intersection(TimeSet(from: end.at)).isEmpty { return }
        holds = holds.intersection(TimeSet(from: .distantPast, to: end.at))
        ends.removeAll { $0.at >= end.at }
        ends.append(end)
    }
}

// Bonds run between each pair: what ends or prolongs one leaves the others.
extension Evaluation {
    /// Binds whoever holds a place to the holders of the others, for a life that the rule has begun and may have ended.
    mutating func bind(
        _ life: Tie, in place: Place, _ rule: RuleStatement, among places: [Place], _ course: inout Course
    ) {
        let others = (rule.towards.isEmpty ? places : towards(rule, among: places)).filter {
            $0.root != place.root && $0.party != place.party
        }
        var ties: [(other: ParticipantID, tie: Tie)] = []
        var joined: Instant?
        for other in others {
            guard var tie = tie(life, place, other, rule, among: places) else { continue }
            if let first = tie.holds.first { joined = min(joined ?? first, first) }
            relate(&tie, rule, between: [place, other], towards: other.party, &course)
            ties.append((other.party, tie))
        }
        for (other, tie) in ties {
            course.bonds[other, default: .never] = course.bonds[other, default: .never].union(tie.holds)
            course.inForce = course.inForce.union(tie.holds)
            course.add(
                tie.ends, towards: other,
                unless: { end in
                    // What ended all that was left is told once, and not towards each.
                    ties.allSatisfy { $0.tie.ends.contains(end) || $0.tie.hasEnded(by: end.at) }
                })
        }
        // Bound from its own date, also while nobody else is yet; and until the last bond has ended.
        var alone = life
        prolong(&alone, rule, between: [place])
        depart(&alone, place, rule)
        if let joined { alone.holds = alone.holds.intersection(TimeSet(from: .distantPast, to: joined)) }
        if !alone.holds.isEmpty {
            relate(&alone, rule, between: [place] + others.filter { !$0.isInherited }, towards: nil, &course)
            course.inForce = course.inForce.union(alone.holds)
            course.add(alone.ends.filter { $0.at <= joined ?? .distantFuture }, towards: nil)
        }
        if place.isInherited { course.limit(to: TimeSet(from: place.since)) }
    }

    /// Those towards whom a rule binds: parties with their successors, or a body such as a mediator.
    private mutating func towards(_ rule: RuleStatement, among places: [Place]) -> [Place] {
        var found: [Place] = []
        for named in rule.towards {
            let known = places.filter { $0.root == named }
            found += known.isEmpty ? self.places(of: named, under: rule.instrument) : known
        }
        return found
    }

    /// What holds between the holders of two places; `nil` where the other has not come under the rule.
    private mutating func tie(
        _ life: Tie, _ place: Place, _ other: Place, _ rule: RuleStatement, among places: [Place]
    ) -> Tie? {
        var tie = life
        let isParty = places.contains { $0.root == other.root }
        prolong(&tie, rule, between: isParty ? [place, other] : [place])
        depart(&tie, place, rule)
        if isParty {
            guard var start = beginning(in: other, rule).began else { return nil }
            if let deemed = rule.deemedFrom { start = min(deemed.earliest, start) }
            tie.holds = tie.holds.intersection(TimeSet(from: start))
            for var end in departures(from: other, of: rule.instrument) {
                end.towards = other.party
                tie.cut(end)
            }
        }
        tie.holds = tie.holds.intersection(TimeSet(from: other.since))
        // What was over before the other came to its place is no ending towards it.
        if tie.holds.isEmpty, other.isInherited { tie.ends = [] }
        return tie
    }

    private mutating func depart(_ tie: inout Tie, _ place: Place, _ rule: RuleStatement) {
        for end in departures(from: place, of: rule.instrument) { tie.cut(end) }
    }
}

extension Tie {
    fileprivate func hasEnded(by instant: Instant) -> Bool {
        holds.spans.last.map { $0.to <= instant } ?? true
    }
}

extension Course {
    fileprivate mutating func add(
        _ ends: [End], towards other: ParticipantID?, unless isGeneral: (End) -> Bool = { _ in false }
    ) {
        for var end in ends {
            if end.towards == nil, !isGeneral(end) { end.towards = other }
            if !self.ends.contains(end) { self.ends.append(end) }
        }
    }

    /// Leaves out what was before the party came to its place.
    fileprivate mutating func limit(to tenure: TimeSet) {
        inForce = inForce.intersection(tenure)
        bonds = bonds.mapValues { $0.intersection(tenure) }
        for position in suspensions.indices {
            suspensions[position].holds = suspensions[position].holds.intersection(tenure)
        }
    }
}

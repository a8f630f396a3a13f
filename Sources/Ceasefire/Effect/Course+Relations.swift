// What other instruments do to the course of this one.
extension Evaluation {
    /// An extension before the end moves the end; after it, it revives from its own date and the gap stays. A
    /// reaffirmation without term deletes the end. It does so between those for whom it operates.
    mutating func prolong(_ tie: inout Tie, _ rule: RuleStatement, between places: [Place]) {
        for fact in view.facts(of: rule.instrument) {
            guard case .effect(.related(let act)) = fact.act, act.object == rule.instrument,
                act.relation == .extends || act.relation == .reaffirms, view.touches(act, rule),
                concerns(act, places), isTrue(fact),
                let from = operates(fact, act, between: places)
            else { continue }
            let until: Instant
            switch (act.relation, act.until) {
            case (_, .some(let moment)): until = moment.latest
            case (.reaffirms, nil): until = .distantFuture
            default: continue
            }
            let life = tie.holds
            guard let start = life.first else { continue }
            if let current = life.span(at: max(from, start)) ?? life.spans.last(where: { $0.to == from }) {
                // Before the end (or as it comes): the end moves, also to an earlier one if that is what was agreed.
                tie.ends.removeAll { $0.at >= current.to }
                tie.holds = life.subtracting(TimeSet(from: current.from)).union(
                    TimeSet(from: current.from, to: until))
            } else {
                tie.holds = life.union(TimeSet(from: from, to: until))
            }
            if until < .distantFuture {
                tie.ends.append(
                    Course.End(
                        at: until, reason: .relation(act.relation, by: act.subject, act.basis), towards: nil,
                        entries: [fact.entry]))
            }
        }
    }

    /// Termination, supersession and suspension between parties common to both instruments.
    mutating func relate(
        _ tie: inout Tie, _ rule: RuleStatement, between places: [Place], towards: ParticipantID?,
        _ course: inout Course
    ) {
        var suspensions: [Course.Suspension] = []
        for fact in view.facts(of: rule.instrument) {
            guard case .effect(.related(let act)) = fact.act, act.object == rule.instrument,
                view.touches(act, rule),
                [.terminates, .supersedes, .suspends, .replacesBeforeEffect].contains(act.relation),
                concerns(act, places), isTrue(fact), let start = operates(fact, act, between: places)
            else { continue }
            let reason = EndReason.relation(act.relation, by: act.subject, act.basis)
            if act.relation == .suspends {
                let until = act.until?.latest
                suspensions.append(
                    Course.Suspension(
                        holds: TimeSet(from: start, to: until ?? .distantFuture), reason: reason,
                        until: until, towards: towards, entries: [fact.entry]))
                continue
            }
            tie.cut(Course.End(at: start, reason: reason, towards: towards, entries: [fact.entry]))
        }
        let whole = tie.holds
        for var suspension in suspensions {
            suspension.holds = suspension.holds.intersection(whole)
            course.suspensions.append(suspension)
            tie.holds = tie.holds.subtracting(suspension.holds)
        }
    }

    /// From when a relation operates between the holders of these places.
    private mutating func operates(
        _ fact: Fact, _ act: RelationStatement, between places: [Place]
    ) -> Instant? {
        var start = Instant.distantPast
        for place in places {
            guard let from = operates(fact, act, for: place) else { return nil }
            start = max(start, from)
        }
        return start
    }

    private func concerns(_ act: RelationStatement, _ places: [Place]) -> Bool {
        places.allSatisfy { $0.holders.contains { concerns(act, $0.party) } }
    }

    /// Whether a relation touches a party: one that it names, or one common to both instruments.
    private func concerns(_ act: RelationStatement, _ party: ParticipantID) -> Bool {
        if !act.parties.isEmpty { return act.parties.contains(party) }
        if view.rules(of: act.subject, for: nil).isEmpty { return true }
        return !view.rules(of: act.subject, for: party).isEmpty
    }

    /// From when a relation operates for whoever then holds a place: with the subject, where that has rules and so binds
    /// or not.
    private mutating func operates(
        _ fact: Fact, _ act: RelationStatement, for place: Place
    ) -> Instant? {
        let isOfItself = act.basis == .entitled || view.rules(of: act.subject, for: nil).isEmpty
        if !isOfItself, pending.contains(act.subject) { return nil }
        for holder in place.holders where concerns(act, holder.party) {
            if isOfItself {
                if held(holder, during: fact) { return instant(of: fact) }
            } else {
                let course = course(of: act.subject, for: holder.party)
                if let start = course.inForce.intersection(holder.tenure).first { return start }
            }
        }
        return nil
    }
}

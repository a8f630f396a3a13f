// What other instruments do to the course of this one.
extension Evaluation {
    /// Termination, supersession and suspension between parties common to both instruments.
    mutating func relate(
        _ bond: inout TimeSet, _ instrument: InstrumentID, _ party: ParticipantID, _ others: [ParticipantID],
        towards: ParticipantID?, _ course: inout Course
    ) {
        var suspensions: [Course.Suspension] = []
        for fact in view.facts(of: instrument) {
            guard case .effect(.related(let act)) = fact.act, act.object == instrument, act.scope.isEmpty,
                [.terminates, .supersedes, .suspends, .replacesBeforeEffect].contains(act.relation),
                ([party] + others).allSatisfy({ concerns(act, $0) }), isTrue(fact),
                let start = operates(fact, act, between: [party] + others)
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
            if bond.intersection(TimeSet(from: start)).isEmpty { continue }
            bond = bond.intersection(TimeSet(from: .distantPast, to: start))
            course.ends.append(
                Course.End(at: start, reason: reason, towards: towards, entries: [fact.entry]))
        }
        let whole = bond
        for var suspension in suspensions {
            suspension.holds = suspension.holds.intersection(whole)
            course.suspensions.append(suspension)
            bond = bond.subtracting(suspension.holds)
        }
    }

    /// From when a relation operates for all of these.
    private mutating func operates(
        _ fact: Fact, _ act: RelationStatement, between parties: [ParticipantID]
    ) -> Instant? {
        var start = Instant.distantPast
        for party in parties {
            guard let from = operates(fact, act, for: party) else { return nil }
            start = max(start, from)
        }
        return start
    }

    /// Whether a relation touches a party: one that it names, or one common to both instruments.
    func concerns(_ act: RelationStatement, _ party: ParticipantID) -> Bool {
        if !act.parties.isEmpty { return act.parties.contains(party) }
        let statements = view.rules(of: act.subject, for: nil)
        if statements.isEmpty { return true }
        return statements.contains { $0.statement.parties.contains(party) }
    }

    /// From when a relation operates for a party: with the subject, where that has rules and so binds or not.
    mutating func operates(
        _ fact: Fact, _ act: RelationStatement, for party: ParticipantID
    ) -> Instant? {
        if act.basis == .entitled || view.rules(of: act.subject, for: nil).isEmpty {
            return instant(of: fact)
        }
        if pending.contains(act.subject) { return nil }
        return course(of: act.subject, for: party).inForce.first
    }
}

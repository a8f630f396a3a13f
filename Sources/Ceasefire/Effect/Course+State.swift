// What a course comes to at one moment.
extension Course {
    func state(at moment: Instant) -> EffectState {
        guard let addressed, addressed <= moment else { return .notAddressed }
        if inForce.contains(moment) { return .inForce }
        if suspensions.contains(where: { $0.holds.contains(moment) }) { return .suspended }
        if provisions.contains(where: { $0.holds.contains(moment) }) { return .provisional }
        if let first = inForce.first, first <= moment { return .ended }
        // What ended before the party came to it.
        if inForce.isEmpty, ends.contains(where: { $0.at <= moment }) { return .ended }
        if condition.isFailed(at: moment) { return .failed }
        let hasBegun = ruleBegan.map { $0 <= moment } ?? false
        return hasBegun && !consent.contains(moment) ? .addressedNotBound : .pending
    }

    /// What ended it by a moment, wholly or towards somebody, and was not overcome by a revival since.
    func endings(by moment: Instant) -> [End] {
        ends.filter { end in
            let held = end.towards.flatMap { bonds[$0] } ?? inForce
            return end.at <= moment && !held.spans.contains { end.at < $0.to && $0.from <= moment }
        }
        .sorted { $0.at < $1.at }
    }

    func causes(at moment: Instant) -> [Cause] {
        var causes: [Cause] = []
        if let lapsed, lapsed.since <= moment { causes.append(lapsed) }
        for provision in provisions {
            guard let span = provision.holds.span(at: moment) else { continue }
            let fact = provision.fact
            causes.append(Cause(reason: .done(fact.evidence()), since: span.from, entries: [fact.entry]))
        }
        for suspension in suspensions {
            guard let span = suspension.holds.span(at: moment) else { continue }
            let reason = Reason.suspended(
                suspension.reason, until: suspension.until, towards: [suspension.towards].compactMap(\.self))
            causes.append(Cause(reason: reason, since: span.from, entries: suspension.entries))
        }
        return causes
            + endings(by: moment).map { end in
                let reason = Reason.ended(end.reason, towards: [end.towards].compactMap(\.self))
                return Cause(reason: reason, since: end.at, entries: end.entries)
            }
    }

    /// The span in force at a moment, or the last one before it.
    func inForceAt(_ moment: Instant) -> TimeSet.Span? {
        inForce.span(at: moment) ?? inForce.spans.last { $0.to <= moment }
    }
}

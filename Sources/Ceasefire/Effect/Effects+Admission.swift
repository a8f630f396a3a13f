extension Effects {
    /// Formal faults of an act of effect.
    func check(
        _ act: EffectAct, of entry: Entry, among people: Participation, texts: Texts
    ) throws(Refusal) {
        if let instrument = act.instrument { try texts.known(instrument) }
        switch act {
        case .ruled(let act):
            if let index = rules[act.instrument]?[act.rule], index != entry.index {
                throw .taken(.rule, act.rule.text, by: index)
            }
            try people.known((act.parties + act.towards).filter { $0 != .each })
            try check(act.begins, people, texts)
            if let ends = act.ends { try check(ends, people, texts) }
            if let lapses = act.lapses { try check(lapses, people, texts) }
        case .consented(let act):
            if let text = act.text { try texts.known(text, of: act.instrument) }
            if let third = act.through { try people.known(third) }
        case .receipted, .provisionallyApplied, .denounced, .decided: break
        case .performed(let act): try people.known(act.who)
        case .related(let act):
            try texts.known(act.object)
            try people.known(act.parties)
            guard act.subject != act.object else {
                throw .malformed("an instrument bears no relation to itself")
            }
        case .undertaken(let act):
            if let index = undertakings[act.instrument]?[act.undertaking], index != entry.index {
                throw .taken(.undertaking, act.undertaking.text, by: index)
            }
            try people.known(act.actors.filter { $0 != .each })
            for condition in [act.from, act.until, act.deadline] {
                if let condition { try check(condition, people, texts) }
            }
        }
    }

    private func check(
        _ condition: Condition, _ people: Participation, _ texts: Texts, depth: Int = 0
    ) throws(Refusal) {
        guard depth < 16 else { throw .malformed("the rule is nested more than 16 deep") }
        switch condition {
        case .at(let readings):
            if readings.isEmpty { throw .malformed("“at” names no time") }
        case .event(let event): try check(event, people, texts)
        case .all(let parts), .any(let parts):
            if parts.isEmpty { throw .malformed("“all” and “any” need parts") }
            for part in parts { try check(part, people, texts, depth: depth + 1) }
        case .atLeast(let count, let parts):
            guard (1...max(1, parts.count)).contains(count), !parts.isEmpty else {
                throw .malformed("“atLeast” asks for \(count) of \(parts.count) parts")
            }
            for part in parts { try check(part, people, texts, depth: depth + 1) }
        case .after(let duration, let start):
            guard (0...1_000_000).contains(duration.count) else {
                throw .malformed("“after” counts from 0 to 1000000")
            }
            try check(start, people, texts, depth: depth + 1)
        case .unless(let holds, let event, let by):
            try check(holds, people, texts, depth: depth + 1)
            try check(event, people, texts)
            if let by { try check(by, people, texts, depth: depth + 1) }
        }
    }

    private func check(_ event: Event, _ people: Participation, _ texts: Texts) throws(Refusal) {
        switch event {
        case .consent(let party, _), .objected(let party): try known(party, people)
        case .consents(let parties, _): for party in parties { try known(party, people) }
        case .received(let body, _), .decided(let body, _, _), .found(let body, _): try known(body, people)
        case .performed(let who, _, let certifier):
            try known(who, people)
            if let certifier { try known(certifier, people) }
        case .inForce(let instrument, let party):
            try texts.known(instrument)
            try known(party, people)
        }
    }

    private func known(_ id: ParticipantID, _ people: Participation) throws(Refusal) {
        if id != .each { try people.known(id) }
    }
}

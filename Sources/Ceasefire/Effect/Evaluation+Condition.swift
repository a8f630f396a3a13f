extension Evaluation {
    /// Whose rule is being evaluated, for what and for whom.
    struct Question {
        var instrument: InstrumentID
        var rule: RuleStatement
        var party: ParticipantID
    }

    /// When a condition holds in this world.
    mutating func evaluate(_ condition: Condition, _ question: Question, path: String = "") -> Node {
        switch condition {
        case .at(let readings): return at(readings, question, path)
        case .event(let event): return evaluate(event, question)
        case .all(let conditions):
            let parts = evaluate(conditions, question, path)
            return Node(
                .all, TimeSet.atLeast(parts.count, parts.map(\.holds)),
                failed: parts.failure(of: parts.count), parts: parts)
        case .any(let conditions):
            let parts = evaluate(conditions, question, path)
            return Node(
                .any, TimeSet.atLeast(1, parts.map(\.holds)), failed: parts.failure(of: 1), parts: parts)
        case .atLeast(let count, let conditions):
            let parts = evaluate(conditions, question, path)
            return Node(
                .atLeast(count, of: parts.count), TimeSet.atLeast(count, parts.map(\.holds)),
                failed: parts.failure(of: count), parts: parts)
        case .after(let duration, let start):
            return after(duration, evaluate(start, question, path: path + "s"), question, path)
        case .unless(let condition, let event, let by):
            return unless(condition, event, by: by, question, path)
        }
    }

    private mutating func evaluate(_ conditions: [Condition], _ question: Question, _ path: String) -> [Node]
    {
        var parts: [Node] = []
        for (position, condition) in conditions.enumerated() {
            parts.append(evaluate(condition, question, path: path + ".\(position)"))
        }
        return parts
    }

    private mutating func at(_ readings: [Moment], _ question: Question, _ path: String) -> Node {
        let key = question.rule.rule.text + path
        let option = world.choose(.reading(question.instrument, key), of: readings.count)
        let moment = readings[option]
        let instant =
            moment.isPrecise
            ? moment.earliest
            : world.choose(.reading(question.instrument, key + "±"), of: 2) == 0
                ? moment.earliest : moment.latest
        return Node(.at(readings), TimeSet(from: instant))
    }

    /// Counted from the first instant at which the start holds.
    private mutating func after(
        _ duration: Duration, _ start: Node, _ question: Question, _ path: String
    ) -> Node {
        guard let first = start.holds.first else {
            return Node(.after(duration), .never, failed: start.failed, parts: [start])
        }
        let home = people.opening?.home.offset ?? .utc
        let offsets = duration.offsets.isEmpty ? [home] : duration.offsets
        let key = question.rule.rule.text + path + "d"
        let option = world.choose(.reading(question.instrument, key), of: offsets.count)
        let from = duration.start(first, dated: start.moments)
        return Node(
            .after(duration), TimeSet(from: duration.end(from: from, at: offsets[option])), parts: [start])
    }

    /// The event stands in the way only if it comes before the condition holds, or before the stated limit.
    private mutating func unless(
        _ condition: Condition, _ event: Event, by limit: Condition?, _ question: Question, _ path: String
    ) -> Node {
        let holds = evaluate(condition, question, path: path + "u")
        let obstacle = during(.obstacle, of: question.instrument) { $0.evaluate(event, question) }
        var parts = [holds, obstacle]
        var deadline = holds.holds.first ?? .distantFuture
        if let limit {
            let until = during(.ending, of: question.instrument) {
                $0.evaluate(limit, question, path: path + "b")
            }
            deadline = until.holds.first ?? .distantFuture
            parts.append(until)
        }
        if let came = obstacle.holds.first, came < deadline {
            return Node(.unless(event), .never, failed: came, entries: obstacle.entries, parts: parts)
        }
        return Node(.unless(event), holds.holds, failed: holds.failed, parts: parts)
    }

    // MARK: Events

    private mutating func evaluate(_ event: Event, _ question: Question) -> Node {
        switch event {
        case .consent(let party, let kinds):
            return consent(of: named(party, question), kinds, question.instrument, .event(event))
        case .consents(let parties, let sameText):
            let all = parties.isEmpty ? question.rule.parties : parties.map { named($0, question) }
            return consents(of: all, sameText: sameText, question.instrument, event)
        case .received(let body, let matter):
            return happened(event) { fact in
                guard case .effect(.receipted(let act)) = fact.act else { return false }
                return act.instrument == question.instrument && act.matter == matter && fact.actor == body
            }
        case .decided(let body, let matter, let answer): return decided(event, body, matter, answer)
        case .performed(let who, let matter, let certifier):
            let who = named(who, question)
            return happened(event) { fact in
                guard case .effect(.performed(let act)) = fact.act else { return false }
                return act.who == who && act.matter == matter && (certifier == nil || fact.actor == certifier)
            }
        case .found(let body, let matter):
            return happened(event) { fact in
                guard case .monitoring(.found(let act)) = fact.act else { return false }
                return act.finding == matter && fact.actor == body
            }
        case .objected(let party):
            let party = named(party, question)
            return happened(event, among: view.facts(of: question.instrument)) { fact in
                guard case .signing(.objected(let act)) = fact.act else { return false }
                return act.to.isEmpty && fact.party == party
            }
        case .inForce(let instrument, let party):
            let party = named(party, question)
            guard !pending.contains(instrument) else { return Node(.event(event), .never) }
            let course = course(of: instrument, for: party)
            return Node(.event(event), course.inForce, entries: course.entries)
        }
    }

    private func named(_ party: ParticipantID, _ question: Question) -> ParticipantID {
        party == .each ? question.party : party
    }

    /// Holds from the first fact of the kind asked for that is true in this world.
    private mutating func happened(
        _ event: Event, among facts: [Fact]? = nil, _ matches: (Fact) -> Bool
    ) -> Node {
        var holds = TimeSet.never
        var evidence: [Node] = []
        for fact in facts ?? view.happenings where matches(fact) && isTrue(fact) {
            let since = TimeSet(from: instant(of: fact))
            holds = holds.union(since)
            evidence.append(Node(.done(fact.evidence()), since, entries: [fact.entry]))
        }
        return Node(.event(event), holds, entries: evidence.flatMap(\.entries), parts: evidence)
    }

    /// The other answer excludes the one asked for; no valid result leaves the question open.
    private mutating func decided(
        _ event: Event, _ body: ParticipantID, _ matter: MatterID, _ answer: Answer
    ) -> Node {
        var node = happened(event) { fact in
            guard case .effect(.decided(let act)) = fact.act else { return false }
            return act.question == matter && fact.actor == body && act.answer == answer
        }
        guard node.holds.isEmpty else { return node }
        let contrary = happened(event) { fact in
            guard case .effect(.decided(let act)) = fact.act else { return false }
            return act.question == matter && fact.actor == body && act.answer != answer
                && act.answer != .noValidResult
        }
        node.failed = contrary.holds.first
        node.entries = contrary.entries
        return node
    }

    // MARK: Consent as a condition

    mutating func consent(
        of party: ParticipantID, _ kinds: [ConsentKind], _ instrument: InstrumentID, _ reason: Reason
    ) -> Node {
        let given = consents(of: party, to: instrument, kinds)
        var node = node(reason, given, party)
        if !given.isEmpty, let release = release(of: instrument) {
            let opening = view.process.signing.openedBy[instrument]
            node.parts.append(Node(.escrow, release, entries: opening.map { [$0] } ?? []))
        }
        return node
    }

    private func node(_ reason: Reason, _ given: [Consent], _ party: ParticipantID) -> Node {
        let holds = given.reduce(TimeSet.never) { $0.union($1.holds) }
        let evidence = given.map { consent in
            Node(.done(consent.fact.evidence(for: party)), consent.holds, entries: [consent.fact.entry])
        }
        return Node(reason, holds, entries: evidence.flatMap(\.entries), parts: evidence)
    }

    /// All consent; with `sameText`, to texts whose operative parts are the same within one language.
    private mutating func consents(
        of parties: [ParticipantID], sameText: Bool, _ instrument: InstrumentID, _ event: Event
    ) -> Node {
        var given: [[Consent]] = []
        for party in parties { given.append(consents(of: party, to: instrument, [])) }
        var parts = zip(parties, given).map { node(.partyConsents($0), $1, $0) }
        var holds = TimeSet.atLeast(parts.count, parts.map(\.holds))
        if sameText {
            let texts = Set(given.joined().flatMap { $0.texts.map(view.operative) })
            var same = TimeSet.never
            for text in texts {
                let sets = given.map { consents in
                    consents.filter { $0.texts.contains { view.operative($0) == text } }
                        .reduce(TimeSet.never) { $0.union($1.holds) }
                }
                same = same.union(TimeSet.atLeast(sets.count, sets))
            }
            parts.append(Node(.sameText(parties), same, entries: given.joined().map(\.fact.entry)))
            holds = holds.intersection(same)
        }
        return Node(.event(event), parties.isEmpty ? .never : holds, parts: parts)
    }
}

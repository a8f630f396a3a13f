extension Evaluation {
    /// Whose rule is being evaluated, for what and for whom.
    struct Question {
        var instrument: InstrumentID
        var rule: RuleStatement
        /// The place of whoever is meant by “each”.
        var place: Place
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
            let all = parties.isEmpty ? question.rule.parties : parties
            return consents(of: all, sameText: sameText, question, event)
        case .received(let body, let matter):
            return happened(event, by: body, question) { fact in
                guard case .effect(.receipted(let act)) = fact.act, act.instrument == question.instrument
                else { return nil }
                return act.matter == matter ? fact.actor : nil
            }
        case .decided(let body, let matter, let answer):
            return decided(event, body, matter, answer, question)
        case .performed(let who, let matter, let certifier):
            return happened(event, by: who, question) { fact in
                guard case .effect(.performed(let act)) = fact.act, act.matter == matter else { return nil }
                return certifier == nil || fact.actor == certifier ? act.who : nil
            }
        case .found(let body, let matter):
            return happened(event, by: body, question) { fact in
                guard case .monitoring(.found(let act)) = fact.act else { return nil }
                return act.finding == matter ? fact.actor : nil
            }
        case .objected(let party):
            return happened(event, by: party, question, among: view.facts(of: question.instrument)) { fact in
                guard case .signing(.objected(let act)) = fact.act else { return nil }
                return act.to.isEmpty ? fact.party : nil
            }
        case .inForce(let instrument, let party):
            guard !pending.contains(instrument) else { return Node(.event(event), .never) }
            var node = Node(.event(event), .never)
            for holder in named(party, question).holders {
                let course = course(of: instrument, for: holder.party)
                node.holds = node.holds.union(course.inForce.intersection(holder.tenure))
                node.entries += course.entries
            }
            return node
        }
    }

    /// Whoever is named in a rule, those who succeed to it, and those unnamed to whom it succeeded.
    private mutating func named(_ party: ParticipantID, _ question: Question) -> Place {
        if party == .each { return question.place }
        let instrument = question.instrument
        var place = Place.named(places(of: party, under: instrument))
        for root in view.predecessors(of: party, under: instrument).dropFirst()
        where !question.rule.parties.contains(root) {
            for inherited in places(of: root, under: instrument) where inherited.party == party {
                place.holders += inherited.holders.dropLast()
                place.beside.append(inherited)
            }
        }
        return place
    }

    /// Holds from the first fact that is true in this world and was done by whoever then stood for `party`; `author`
    /// tells whose act a fact is, if it is of the kind asked for.
    private mutating func happened(
        _ event: Event, by party: ParticipantID, _ question: Question, among facts: [Fact]? = nil,
        _ author: (Fact) -> ParticipantID?
    ) -> Node {
        var holds = TimeSet.never
        var evidence: [Node] = []
        let place = named(party, question)
        for fact in facts ?? view.happenings {
            guard let author = author(fact),
                let holder = place.holders.first(where: { $0.party == author }), isTrue(fact),
                held(holder, during: fact)
            else { continue }
            let since = TimeSet(from: instant(of: fact))
            holds = holds.union(since)
            evidence.append(Node(.done(fact.evidence()), since, entries: [fact.entry]))
        }
        return Node(.event(event), holds, entries: evidence.flatMap(\.entries), parts: evidence)
    }

    /// The other answer excludes the one asked for; no valid result leaves the question open.
    private mutating func decided(
        _ event: Event, _ body: ParticipantID, _ matter: MatterID, _ answer: Answer,
        _ question: Question
    ) -> Node {
        var node = happened(event, by: body, question) { fact in
            guard case .effect(.decided(let act)) = fact.act else { return nil }
            return act.question == matter && act.answer == answer ? fact.actor : nil
        }
        guard node.holds.isEmpty else { return node }
        let contrary = happened(event, by: body, question) { fact in
            guard case .effect(.decided(let act)) = fact.act, act.answer != answer,
                act.answer != .noValidResult
            else { return nil }
            return act.question == matter ? fact.actor : nil
        }
        node.failed = contrary.holds.first
        node.entries = contrary.entries
        return node
    }

    // MARK: Consent as a condition

    mutating func consent(
        of place: Place, _ kinds: [ConsentKind], _ instrument: InstrumentID, _ reason: Reason
    ) -> Node {
        let given = consents(of: place, to: instrument, kinds)
        var node = node(reason, given, place)
        if !given.isEmpty, let release = release(of: instrument) {
            let opening = view.process.signing.openedBy[instrument]
            node.parts.append(Node(.escrow, release, entries: opening.map { [$0] } ?? []))
        }
        return node
    }

    private func node(_ reason: Reason, _ given: [Consent], _ place: Place) -> Node {
        let holds = given.reduce(TimeSet.never) { $0.union($1.holds) }
        var evidence = given.map { consent in
            Node(
                .done(consent.fact.evidence(for: consent.holder)), consent.holds,
                entries: [consent.fact.entry])
        }
        for holder in place.holders where given.contains(where: { $0.holder == holder.party }) {
            evidence += holder.evidence
        }
        return Node(reason, holds, entries: evidence.flatMap(\.entries), parts: evidence)
    }

    /// All consent; with `sameText`, to texts whose operative parts are the same within one language.
    private mutating func consents(
        of parties: [ParticipantID], sameText: Bool, _ question: Question, _ event: Event
    ) -> Node {
        let instrument = question.instrument
        var given: [[Consent]] = []
        var parts: [Node] = []
        for party in parties {
            let place = named(party, question)
            let consents = consents(of: place, to: instrument, [])
            given.append(consents)
            parts.append(node(.partyConsents(party == .each ? place.party : party), consents, place))
        }
        let parties = parts.compactMap { part -> ParticipantID? in
            if case .partyConsents(let party) = part.reason { party } else { nil }
        }
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

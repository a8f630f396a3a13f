/// How a place comes under a rule in one world: on which condition, and when.
struct Beginning {
    var place: Place
    /// The condition under which the rule begins, consent to be bound included, for who holds the place at last.
    var condition: Node
    /// When the rule's condition first held and whoever held the place had consented.
    var began: Instant?
    var consent: TimeSet
    var ruleBegan: Instant?
    /// That the time for beginning ran out before it had begun.
    var lapsed: Course.Cause?
}

extension Evaluation {
    /// Effect begins at the earliest instant at which the condition holds and the party has consented; then it stands.
    mutating func beginning(in place: Place, _ rule: RuleStatement) -> Beginning {
        let instrument = rule.instrument
        let question = Question(instrument: instrument, rule: rule, place: place)
        let kinds = view.process.texts.instruments[instrument]?.consentBy ?? []
        var (consent, begins) = during(.beginning, of: instrument) {
            (
                $0.consent(of: place, [], instrument, .consentToBeBound(place.party, kinds)),
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
        let began = together.first
        if place.isInherited { succeed(to: place, began, &consent, &together) }
        let rulePart = Node(.begins(rule.rule), begun, failed: begun.isEmpty ? failed : nil, parts: [begins])
        let condition = Node(
            .inForce(instrument, for: place.party), together.first.map { TimeSet(from: $0) } ?? .never,
            failed: failed, parts: [consent, rulePart])
        return Beginning(
            place: place, condition: condition, began: began, consent: consent.holds,
            ruleBegan: begun.first, lapsed: lapsed)
    }

    /// A successor is bound from its own date, by what its predecessor had consented to until then.
    private func succeed(
        to place: Place, _ began: Instant?, _ consent: inout Node, _ together: inout TimeSet
    ) {
        let tenure = TimeSet(from: place.since)
        // What had begun stands, also where the predecessor withdrew its consent afterwards.
        let stands = began.map { $0 < place.since } ?? false
        consent.holds = stands ? tenure : consent.holds.intersection(tenure)
        together = stands ? tenure : together.intersection(tenure)
        for part in place.last.evidence where !consent.parts.contains(where: { $0.reason == part.reason }) {
            consent.parts.append(part)
            consent.entries += part.entries
        }
    }
}

extension Course {
    init(_ beginning: Beginning) {
        self.init(beginning.condition)
        addressed = beginning.place.since
        began = beginning.condition.holds.first
        lapsed = beginning.lapsed
        consent = beginning.consent
        ruleBegan = beginning.ruleBegan
    }
}

package import Ceasefire

extension Catalogue {
    /// The sentence that answers the question one came with: “In force for Azerbaijan since 12 May 1994, 00:01.”
    package func sentence(_ effect: PartyEffect) -> String { sentence(effect, for: name(effect.party)) }

    /// The same, said once for all parties of which it is true.
    package func sentences(_ effects: [PartyEffect]) -> [(state: EffectState, sentence: String)] {
        var groups: [(effect: PartyEffect, key: String, parties: [ParticipantID])] = []
        for effect in effects {
            let key = sentence(effect, for: "")
            if let position = groups.firstIndex(where: { $0.key == key && $0.effect.state == effect.state }) {
                if !groups[position].parties.contains(effect.party) {
                    groups[position].parties.append(effect.party)
                }
            } else {
                groups.append((effect, key, [effect.party]))
            }
        }
        return groups.map { ($0.effect.state, sentence($0.effect, for: names($0.parties))) }
    }

    private func sentence(_ effect: PartyEffect, for party: String) -> String {
        let scope = scope(effect)
        let since = effect.since.map { " since \(short($0))" } ?? ""
        switch effect.state {
        case .noneIntended:
            return "No effect intended for \(party): it appeals or declares, and binds nobody."
        case .noRule: return "Not in force for \(party): no rule on its effect is recorded."
        case .notAddressed: return "Not addressed: \(party). The rules on its effect are for others."
        case .pending: return "Not in force for \(party)\(scope): \(open(effect))."
        case .addressedNotBound: return "Addressed, not bound\(scope): \(party). \(unconsenting(effect))"
        case .provisional: return "Applied provisionally by \(party)\(scope)."
        case .inForce: return "In force for \(party)\(scope)\(since)\(towards(effect))\(part(effect))."
        case .suspended: return "Suspended for \(party)\(scope)."
        case .ended: return "Ended for \(party)\(scope)\(ended(effect))."
        case .failed: return "Failed for \(party)\(scope): it can no longer come into force."
        case .contested:
            let how =
                effect.verdict == .contested
                ? "in force on some accounts only" : "in force on no account, but not for one reason"
            return "Contested for \(party)\(scope): \(how)\(differing(effect.derivation.choices))."
        case .notResolved:
            return
                "Not resolved for \(party)\(scope): too many accounts differ\(differing(effect.derivation.choices))."
        }
    }

    private func unconsenting(_ effect: PartyEffect) -> String {
        let isExpressed = effect.derivation.parts.contains { part in
            guard case .consentToBeBound = part.reason else { return false }
            return part.parts.contains { evidence in
                // How somebody came to another's place is no consent.
                guard case .done(let done) = evidence.reason else { return false }
                return !["party.succeeded", "party.merged"].contains(done.act)
            }
        }
        return isExpressed
            ? "Consent was expressed, and does not count: it still waits, or was withdrawn."
            : "No consent is recorded."
    }

    /// “ (clauses 2 and 3, without 3.1)”.
    private func scope(_ effect: PartyEffect) -> String {
        func clauses(_ ids: [ClauseID]) -> String {
            "\(ids.count == 1 ? "clause" : "clauses") \(list(ids.map(\.text)))"
        }
        let parts = [
            effect.scope.isEmpty ? nil : clauses(effect.scope),
            effect.except.isEmpty ? nil : "without \(clauses(effect.except))",
        ].compactMap(\.self)
        return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    }

    /// What an instrument does, for whom, and what is known about its observance.
    package func headline(_ status: InstrumentStatus) -> String {
        let states = Set(status.effects.map(\.state))
        let effect =
            switch states.first {
            case nil: "Nobody is addressed by it."
            case .noneIntended where states.count == 1:
                "No effect intended: it appeals or declares, and binds nobody."
            case .noRule where states.count == 1: "No rule on its effect is recorded."
            default: sentences(status.effects).map(\.sentence).joined(separator: " ")
            }
        return effect + " " + sentence(status.observance)
    }

    /// “1 of 3 conditions is open”.
    private func open(_ effect: PartyEffect) -> String {
        let conditions = effect.derivation.conditions
        let missing = conditions.count { $0.verdict != .met }
        guard !conditions.isEmpty, missing > 0 else { return "it has not begun" }
        return
            "\(missing) of \(count(conditions.count, "condition", "conditions")) \(missing == 1 ? "is" : "are") open"
    }

    private func towards(_ effect: PartyEffect) -> String {
        let gone = effect.bonds.filter { $0.verdict == .missing && $0.since != nil }
        let contested = effect.bonds.filter { $0.verdict == .contested }
        let never = effect.bonds.filter { bond in
            bond.verdict == .missing && bond.since == nil
                && effect.ends.contains { $0.towards == bond.towards }
        }
        guard !gone.isEmpty || !contested.isEmpty || !never.isEmpty else { return "" }
        var parts: [String] = []
        let held = effect.bonds.filter { $0.verdict == .met }.map(\.towards)
        if !held.isEmpty { parts.append("towards \(names(held))") }
        if !contested.isEmpty { parts.append("contested towards \(names(contested.map(\.towards)))") }
        if !gone.isEmpty { parts.append("no longer towards \(names(gone.map(\.towards)))") }
        if !never.isEmpty { parts.append("not towards \(names(never.map(\.towards)))") }
        return ", " + parts.joined(separator: ", ")
    }

    private func ended(_ effect: PartyEffect) -> String {
        let because = effect.ends.last.map { words($0.reason) }
        guard let until = effect.until else { return because.map { ": \($0)" } ?? "" }
        return ", \(short(until))\(because.map { ": \($0)" } ?? "")"
    }

    private func part(_ effect: PartyEffect) -> String {
        switch effect.dayPart {
        // The sentence has said since when.
        case .from(let instant) where effect.since?.lowerBound == instant: ""
        case nil, .allDay, .no: ""
        case let part?: " (that day \(words(part)))"
        }
    }

    func differing(_ choices: [Choice]) -> String {
        // Dates that bear on one instrument in several ways are the same words.
        let differing = choices.map { words($0) }.reduce(into: [String]()) { found, words in
            if !found.contains(words) { found.append(words) }
        }
        return differing.isEmpty ? "" : "; what differs: \(list(differing))"
    }

    /// What a choice is about: the question of an issue, an imprecise time, a reading.
    package func words(_ choice: Choice) -> String {
        switch choice {
        case .issue(let issue):
            return "“\(view.issues[issue]?.question ?? issue.text)”"
        case .time(let entry, _): return "the exact time of entry \(entry)"
        case .times(let instrument, _): return "dates of \(title(instrument)) that nobody gives exactly"
        case .reading(let instrument, _):
            return "how an hour or a period of \(title(instrument)) is to be read"
        case .powers(let entry): return "the powers to which entry \(entry) objects"
        case .seat(let party, let claimants):
            return "who holds the seat of \(name(party)), \(list(claimants.map { name($0) }, "or"))"
        case .denunciation(let entry): return "whether the departure of entry \(entry) was allowed"
        }
    }

    package func words(_ reason: EndReason) -> String {
        switch reason {
        case .byItsRule: return "by its own terms"
        case .denounced(let party): return "\(name(party)) denounced it"
        case .dissolved(let party): return "\(name(party)) no longer exists"
        case .relation(let kind, let instrument, let basis):
            let asserted = basis == .asserted ? ", as is asserted: no text says so" : ""
            return "\(title(instrument)) \(word(kind)) it\(asserted)"
        }
    }

    /// The observance facet in words.
    package func sentence(_ observance: Observance) -> String {
        switch observance.state {
        case .notAssessed: "Observance: not assessed."
        case .breachReported:
            observance.now.isEmpty
                ? "Observance: breach reported earlier (\(count(observance.earlier.count, "account", "accounts"))), not assessed."
                : "Observance: breach reported at this time (\(count(observance.now.count, "account", "accounts"))), not assessed."
        case .breachFound:
            "Observance: breach found (\(count(observance.findings.count, "finding", "findings")))."
        }
    }

    /// “Text: adopted.”
    package func sentence(_ text: TextState) -> String {
        switch text {
        case .none: "Text: none in the record."
        case .draft: "Text: draft."
        case .adopted: "Text: adopted."
        case .abandoned: "Text: abandoned."
        }
    }

    /// “Signature: partial, 7 of 8 lines, 1 contested.”
    package func sentence(_ signature: SignatureFacet) -> String {
        let lines =
            signature.lines == 0 ? "" : ", \(signature.signed) of \(count(signature.lines, "line", "lines"))"
        let contested = signature.contested == 0 ? "" : ", \(signature.contested) contested"
        return "Signature: \(word(signature.state))\(lines)\(contested)."
    }
}

extension Derivation {
    /// The conditions that a lawyer would count: the lowest parts that are no evidence.
    package var conditions: [Derivation] {
        let below = parts.filter(\.reason.isCondition)
        if case .event(.consents) = reason { return below.isEmpty ? [self] : below.flatMap(\.conditions) }
        if case .any = reason { return [self] }
        if case .atLeast = reason { return [self] }
        return below.isEmpty ? (reason.isCondition ? [self] : []) : below.flatMap(\.conditions)
    }
}

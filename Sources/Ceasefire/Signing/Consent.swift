/// One expression of a party's consent to be bound, in one world.
struct Consent {
    var fact: Fact
    /// Whom it bound when it was given.
    var holder: ParticipantID
    var kinds: Set<ConsentKind>
    var holds: TimeSet
    /// The texts to which it attaches.
    var texts: Set<TextDigest>
    /// Whether it counts from its confirmation only.
    var adReferendum = false
}

extension Evaluation {
    /// The expressions of consent to `instrument` that hold in this world, each by whoever held the `place` then.
    mutating func consents(
        of place: Place, to instrument: InstrumentID, _ kinds: [ConsentKind]
    ) -> [Consent] {
        let admitted = admittedKinds(of: instrument, kinds)
        var found = expressions(of: place, to: instrument)
        found.removeAll { $0.kinds.isDisjoint(with: admitted) }
        if let release = release(of: instrument) {
            for position in found.indices {
                found[position].holds = found[position].holds.intersection(release)
            }
        }
        return forSeats(of: place, found)
    }

    /// What was expressed in a `place` by acts of any kind, whether or not the instrument admits them.
    ///
    /// Lines of witnesses, mediators and guarantors never count; inscribed names and titles are irrelevant; a signature
    /// ad referendum counts from its confirmation; a withdrawal ends what it withdraws.
    mutating func expressions(of place: Place, to instrument: InstrumentID) -> [Consent] {
        if !place.beside.isEmpty { return expressions(beside: place.beside, to: instrument) }
        let acts = acts(in: place, on: instrument)
        var found: [Consent] = []
        for step in steps(acts.map(\.fact)) {
            let act = acts.first { $0.fact.entry == step.fact.entry && $0.fact.ordinal == step.fact.ordinal }
            let holder = act?.holder ?? place.party
            switch step.fact.act {
            case .signing(.signed(let act)): found.append(signature(act, step, by: holder, instrument))
            case .signing(.initialled(let act)): initials(act, step, by: holder, instrument, &found)
            case .signing(.confirmed):
                for position in found.indices where found[position].adReferendum {
                    found[position].holds = found[position].holds.union(TimeSet(from: step.instant))
                }
            case .signing(.withdrawn):
                for position in found.indices {
                    found[position].holds = found[position].holds.intersection(
                        TimeSet(from: .distantPast, to: step.instant))
                }
            case .effect(.consented(let act)):
                found.append(
                    Consent(
                        fact: step.fact, holder: holder, kinds: [act.kind],
                        holds: TimeSet(from: step.instant),
                        texts: act.text.map { [$0] } ?? onlyTexts(of: instrument)))
            default: continue
            }
        }
        return found
    }

    /// What holds in any of several places.
    private mutating func expressions(beside places: [Place], to instrument: InstrumentID) -> [Consent] {
        var found: [Consent] = []
        for place in places {
            for consent in expressions(of: place, to: instrument) {
                let known = found.firstIndex {
                    $0.holder == consent.holder && $0.fact.entry == consent.fact.entry
                        && $0.fact.ordinal == consent.fact.ordinal
                }
                if let known {
                    found[known].holds = found[known].holds.union(consent.holds)
                } else {
                    found.append(consent)
                }
            }
        }
        return found
    }

    /// What the instrument admits; an instrument that says nothing admits signature.
    private func admittedKinds(of instrument: InstrumentID, _ asked: [ConsentKind]) -> Set<ConsentKind> {
        if !asked.isEmpty { return Set(asked) }
        let introduction = view.process.texts.instruments[instrument]
        if let kinds = introduction?.consentBy, !kinds.isEmpty { return Set(kinds) }
        return introduction?.form == .identicalLetters ? [.identicalLetter] : [.signature]
    }

    /// The acts by which whoever held a place consented, confirmed and withdrew.
    private mutating func acts(
        in place: Place, on instrument: InstrumentID
    ) -> [(fact: Fact, holder: ParticipantID)] {
        var found: [(fact: Fact, holder: ParticipantID)] = []
        for fact in view.facts(of: instrument) {
            let line: LineID?
            let expresses: Bool
            switch fact.act {
            case .signing(.signed), .signing(.initialled): (line, expresses) = (fact.act.line, true)
            case .signing(.confirmed): (line, expresses) = (nil, false)
            case .signing(.withdrawn): (line, expresses) = (fact.act.line, false)
            case .effect(.consented): (line, expresses) = (nil, true)
            default: continue
            }
            guard let holder = holder(of: place, boundBy: fact, on: line, instrument),
                expresses ? isEmpowered(fact, for: holder, instrument) : speaks(fact, for: holder)
            else { continue }
            found.append((fact, holder))
        }
        return found
    }

    private mutating func signature(
        _ act: Signature, _ step: Step, by holder: ParticipantID, _ instrument: InstrumentID
    ) -> Consent {
        var kinds: Set<ConsentKind> = [.signature]
        if let copy = act.copy, view.process.signing.copies[instrument]?[copy]?.kind == .identicalLetter {
            kinds.insert(.identicalLetter)
        }
        let holds = act.adReferendum ? TimeSet.never : TimeSet(from: step.instant)
        let texts = act.text.map { [$0] } ?? act.copy.map { self.texts(of: $0, of: instrument, before: step) }
        return Consent(
            fact: step.fact, holder: holder, kinds: kinds, holds: holds,
            texts: texts ?? onlyTexts(of: instrument), adReferendum: act.adReferendum)
    }

    /// Initials bind where the instrument admits them, and carry a signature over to the altered text that they accept.
    private mutating func initials(
        _ act: Initialling, _ step: Step, by holder: ParticipantID, _ instrument: InstrumentID,
        _ found: inout [Consent]
    ) {
        if let text = act.text {
            guard let last = found.last else { return }
            let awaits = last.adReferendum && last.holds.isEmpty
            found.append(
                Consent(
                    fact: step.fact, holder: holder, kinds: last.kinds,
                    holds: awaits ? .never : TimeSet(from: step.instant), texts: [text],
                    adReferendum: last.adReferendum))
        } else {
            let texts = act.copy.map { self.texts(of: $0, of: instrument, before: step) }
            found.append(
                Consent(
                    fact: step.fact, holder: holder, kinds: [.initialling],
                    holds: TimeSet(from: step.instant), texts: texts ?? onlyTexts(of: instrument)))
        }
    }

    // MARK: For whom

    /// The holder of a place whom an act bound that was done, perhaps on a line, while it held the place.
    private mutating func holder(
        of place: Place, boundBy fact: Fact, on line: LineID? = nil, _ instrument: InstrumentID
    ) -> ParticipantID? {
        for holder in place.holders where bindsOnLine(fact, line, holder.party, instrument) {
            if isTrue(fact), held(holder, during: fact) { return holder.party }
        }
        return nil
    }

    /// Whether the place was the holder's when something happened.
    mutating func held(_ holder: Place.Holder, during fact: Fact) -> Bool {
        if holder.tenure == .always { return true }
        let instant = instant(of: fact)
        // What is dated in the same words happened in the order in which it is told.
        func isReached(_ bound: Instant, _ succession: Succession?) -> Bool {
            guard let other = succession?.fact else { return bound <= instant }
            if other.isTold(after: fact) { return false }
            return fact.isTold(after: other) || bound <= instant
        }
        return isReached(holder.from, holder.by.last) && !isReached(holder.until, holder.loss)
    }

    /// Whether an act done on a line is an act of `party`.
    mutating func bindsOnLine(
        _ fact: Fact, _ line: LineID?, _ party: ParticipantID, _ instrument: InstrumentID
    ) -> Bool {
        guard let line else { return binds(fact, party) }
        guard let place = view.process.signing.lines[instrument]?[line]?.line, place.role == .party else {
            return false
        }
        return binds(fact.onBehalfOf ?? place.party ?? fact.actor, party, fact)
    }

    mutating func binds(_ fact: Fact, _ party: ParticipantID) -> Bool {
        if let principal = fact.onBehalfOf { return binds(principal, party, fact) }
        if binds(fact.actor, party, fact) { return true }
        return people.participants[fact.actor]?.parties.contains(party) ?? false
    }

    /// Whether an act in the name of `principal` binds `party`: itself, or its agent.
    private mutating func binds(
        _ principal: ParticipantID, _ party: ParticipantID, _ fact: Fact
    ) -> Bool {
        if principal == party { return true }
        for other in view.participationFacts {
            guard case .participation(.authorised(let act)) = other.act, act.party == party,
                act.agent == principal, other.isBefore(fact),
                !isAddressed(principal, by: fact.act.instrument)
            else { continue }
            let covers =
                act.instruments.isEmpty || fact.act.instrument.map(act.instruments.contains) ?? false
            if covers, isTrue(other) { return true }
        }
        return false
    }

    /// Whoever is a party itself acts for itself, unless it says for whom.
    private func isAddressed(_ agent: ParticipantID, by instrument: InstrumentID?) -> Bool {
        instrument.map { view.parties(of: $0).contains(agent) } ?? false
    }

    /// Powers are presumed; only the party's own objection puts them in question, its confirmation cures, its disavowal
    /// removes the consent.
    private mutating func isEmpowered(
        _ fact: Fact, for party: ParticipantID, _ instrument: InstrumentID
    ) -> Bool {
        var state: PowersState?
        var objection = 0
        for other in view.participationFacts {
            guard case .participation(.powersStated(let act)) = other.act, act.person == fact.actor,
                act.instrument == nil || act.instrument == instrument, other.party == party, isTrue(other),
                speaks(other, for: party)
            else { continue }
            state = act.state
            objection = other.entry
        }
        switch state {
        case .disavowed: return false
        case .objected: return world.choose(.powers(entry: objection), of: 2) == 0
        default: return true
        }
    }

    // MARK: To which text

    /// The texts that a copy bore when something happened on it.
    mutating func texts(
        of copy: CopyID, of instrument: InstrumentID, before step: Step
    ) -> Set<TextDigest> {
        guard let made = view.process.signing.copies[instrument]?[copy] else { return [] }
        var texts = Set(made.texts)
        var alterations = view.facts(of: instrument).compactMap { fact -> (fact: Fact, act: Alteration)? in
            guard case .text(.altered(let act)) = fact.act, act.copy == copy else { return nil }
            return (fact, act)
        }
        // One that alters an altered text follows the other alteration, however the two are dated.
        while let next = alterations.firstIndex(where: { texts.contains($0.act.from) }) {
            let (fact, act) = alterations.remove(at: next)
            guard isTrue(fact), isDone(fact, before: step) else { continue }
            texts.remove(act.from)
            texts.insert(act.result)
        }
        return texts
    }

    /// The texts of an instrument of which there is no more than one in each language.
    private func onlyTexts(of instrument: InstrumentID) -> Set<TextDigest> {
        let texts = view.process.texts.tablings.values.filter { $0.instrument == instrument && $0.of == nil }
        let languages = Set(texts.map(\.language))
        return languages.count == texts.count ? Set(texts.map(\.text)) : []
    }
}

extension Process {
    /// Formal faults only: envelope, key and size are checked before; irregularities of law are flagged, not refused.
    func check(_ entry: Entry) throws(Refusal) {
        if case .participation(.opened) = entry.act {
            guard authorship.count == 0 else { throw .opening("a process is opened by entry 0 only") }
            return try participation.check(.opened(opened(entry)), of: entry)
        }
        guard authorship.count > 0 else { throw .opening("the first entry opens the process") }
        try checkAuthor(entry)
        try checkBody(entry.act, of: entry)
    }

    private func opened(_ entry: Entry) throws(Refusal) -> ProcessOpening {
        guard case .participation(.opened(let opening)) = entry.act else { throw .opening("no opening") }
        return opening
    }

    private func checkAuthor(_ entry: Entry) throws(Refusal) {
        try participation.known(entry.author)
        if let actor = entry.actor { try participation.known(actor) }
        if let party = entry.onBehalfOf { try participation.known(party) }
        if let place = entry.occurred?.place { try participation.known(place) }
        try checkQuota(entry)
        guard entry.isPerformed else {
            if entry.occurred == nil { throw .attestationIncomplete(missing: "when it happened") }
            if entry.source == nil { throw .attestationIncomplete(missing: "the source") }
            return
        }
        let name = entry.act.name
        let allowed = Rights.positions(for: name)
        guard let position = participation.position(of: entry.author), allowed.contains(position) else {
            let needs = Rights.Position.allCases.filter(allowed.contains).map(\.rawValue).joined(
                separator: " or ")
            throw .notEntitled(entry.author, act: name, needs: "the position of \(needs)")
        }
        if let party = entry.onBehalfOf, !participation.mayAct(entry.author, for: party) {
            throw .notEntitled(entry.author, act: name, needs: "accreditation for \(party)")
        }
    }

    private func checkQuota(_ entry: Entry) throws(Refusal) {
        guard let perDay = quota(of: entry.author) else { return }
        let recent = authorship.recent(of: entry.author, before: entry.received)
        guard recent.count >= perDay else { return }
        // Once the eldest of them is a day old, there is room for one more.
        let until = perDay > 0 ? recent[recent.count - perDay].advanced(seconds: 86_400) : nil
        throw .quotaExceeded(entry.author, perDay: perDay, until: until)
    }

    func checkBody(_ act: Act, of entry: Entry) throws(Refusal) {
        switch act {
        case .participation(let act): try participation.check(act, of: entry)
        case .text(let act): try texts.check(act, of: entry, among: participation)
        case .signing(let act): try signing.check(act, of: entry, among: participation, texts: texts)
        case .effect(let act): try effects.check(act, of: entry, among: participation, texts: texts)
        case .monitoring(.found(let act)):
            if let instrument = act.instrument { try texts.known(instrument) }
            try participation.known(act.attribution)
        case .reference(let act): try check(act, of: entry)
        case .sealed(let act):
            guard SealedAct.kinds.contains(act.kind) else { throw .malformed("\(act.kind) cannot be sealed") }
        }
    }

    private func check(_ act: ReferenceAct, of entry: Entry) throws(Refusal) {
        switch act {
        case .accounted(let act):
            guard (act.issue == nil) == (act.alternative == nil) else {
                throw .malformed("an account on an issue names both the issue and its alternative")
            }
            for instrument in act.instruments { try texts.known(instrument) }
            for claim in act.claims { try check(claim, of: entry) }
        case .settled(let act):
            guard let alternatives = reference.alternatives[act.issue] else {
                throw .unknown(.issue, act.issue.text)
            }
            guard alternatives.contains(act.alternative) else {
                throw .unknown(.alternative, act.alternative.text)
            }
            try participation.known(act.acceptedBy)
        case .corrected(let act):
            try mayRevise(act.entry, by: entry)
            try check(act, of: entry)
        case .withdrawn(let act): try mayRevise(act.entry, by: entry)
        case .dataSetAttached: break
        case .unsealed(let act): try check(act, of: entry)
        case .destroyed(let act): try check(act, of: entry)
        case .rulesAdopted(let act):
            let now = reference.rules ?? opening?.rules ?? 0
            guard act.version > now else {
                throw .malformed("version \(act.version) of the rules does not follow version \(now)")
            }
        }
    }

    /// A claim is an act that somebody says was done: it is checked like an attested one.
    func check(_ claim: Claim, of entry: Entry) throws(Refusal) {
        switch claim.act {
        case .reference, .participation(.opened), .sealed:
            throw .malformed("an account cannot claim \(claim.act.name)")
        default: break
        }
        guard let moment = claim.occurred ?? entry.occurred else {
            throw .attestationIncomplete(missing: "when what the account claims happened")
        }
        if let actor = claim.actor { try participation.known(actor) }
        if let party = claim.onBehalfOf { try participation.known(party) }
        var attested = entry
        attested.actor = claim.actor
        attested.onBehalfOf = claim.onBehalfOf
        attested.occurred = moment
        attested.act = claim.act
        try checkBody(claim.act, of: attested)
    }

    /// An entry is corrected or withdrawn by its author, or by another who acts for the same party.
    func mayRevise(_ index: Int, by entry: Entry) throws(Refusal) {
        guard index > 0, let author = authorship[index] else { throw .unknown(.entry, String(index)) }
        if author == entry.author { return }
        let parties = participation.participants[author]?.parties ?? []
        guard parties.contains(where: { participation.mayAct(entry.author, for: $0) }) else {
            throw .notEntitled(entry.author, act: entry.act.name, needs: "to be the author of entry \(index)")
        }
    }

    /// The admitted entry with this index in the log, if it is kept.
    public func entry(at index: Int) -> Entry? {
        let place = place(of: index)
        return place < entries.count && entries[place].index == index ? entries[place] : nil
    }

    /// Where among the kept entries the one with this index stands or would stand.
    func place(of index: Int) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].index < index { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

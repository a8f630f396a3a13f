extension Texts {
    /// Formal faults of an act of the text stage.
    func check(_ act: TextAct, of entry: Entry, among people: Participation) throws(Refusal) {
        if case .introduced(let act) = act { return try check(act, entry, among: people) }
        try known(act.instrument)
        switch act {
        case .introduced, .dated, .abandoned: break
        case .tabled(let act): try check(act)
        case .altered(let act):
            try known(act.from, of: act.instrument)
            try people.known(act.proposedBy + act.initialledBy)
            guard act.before != act.after else { throw .malformed("the alteration changes nothing") }
        case .bracketOpened(let act):
            if let open = brackets[act.instrument]?[act.bracket] {
                throw .taken(.bracket, act.bracket.text, by: open.entry)
            }
            try people.known(act.parties)
            guard act.alternatives.count > 1,
                Set(act.alternatives.map(\.alternative)).count == act.alternatives.count
            else { throw .malformed("a bracket has at least two alternatives, each with its own name") }
        case .bracketSupported(let act):
            try openBracket(act.bracket, of: act.instrument, alternative: act.alternative, entry)
        case .bracketObjected(let act):
            try openBracket(act.bracket, of: act.instrument, alternative: act.alternative, entry)
        case .bracketClosed(let act): try check(act, entry)
        case .adopted(let act):
            for text in act.texts { try known(text, of: act.instrument) }
            try people.known(act.by)
        case .authenticated(let act): for text in act.texts { try known(text, of: act.instrument) }
        case .aligned(let act): for text in act.texts { try known(text, of: act.instrument) }
        case .errorNotified(let act):
            if let index = corrections[act.instrument]?[act.error], index != entry.index {
                throw .taken(.correction, act.error.text, by: index)
            }
            try known(act.from, of: act.instrument)
        case .errorObjected(let act):
            guard corrections[act.instrument]?[act.error] != nil else {
                throw .unknown(.correction, act.error.text)
            }
        }
    }

    private func check(
        _ act: InstrumentIntroduction, _ entry: Entry, among people: Participation
    ) throws(Refusal) {
        if let index = introducedBy[act.instrument], index != entry.index {
            throw .taken(.instrument, act.instrument.text, by: index)
        }
        try people.known(act.addressed)
        if let depositary = act.depositary { try people.known(depositary) }
        if let whole = act.partOf { try check(act.instrument, partOf: whole) }
    }

    private func check(_ part: InstrumentID, partOf whole: InstrumentID) throws(Refusal) {
        try known(whole)
        var next: InstrumentID? = whole
        while let outer = next {
            guard outer != part else {
                throw .malformed("“\(part)” cannot be part of “\(whole)”, which is itself or a part of it")
            }
            next = instruments[outer]?.partOf
        }
    }

    private func check(_ act: TextTabling) throws(Refusal) {
        if let original = act.of { try known(original, of: act.instrument) }
        var end = 0
        var seen: Set<ClauseID> = []
        for clause in act.clauses {
            guard clause.start == end, clause.end > clause.start else {
                throw .malformed(
                    "clause \(clause.id) begins at byte \(clause.start); the one before ends at \(end)")
            }
            guard seen.insert(clause.id).inserted else {
                throw .malformed("two clauses are called \(clause.id)")
            }
            if let parent = clause.parent, !seen.contains(parent) {
                throw .malformed("clause \(clause.id) lies in \(parent), which does not come before it")
            }
            end = clause.end
        }
    }

    private func openBracket(
        _ id: BracketID, of instrument: InstrumentID, alternative: AlternativeID?, _ entry: Entry
    ) throws(Refusal) {
        guard let open = brackets[instrument]?[id] else { throw .unknown(.bracket, id.text) }
        if let alternative, !open.bracket.alternatives.contains(where: { $0.alternative == alternative }) {
            throw .unknown(.alternative, alternative.text)
        }
        if entry.isPerformed, let closing = open.closedBy { throw .closed(.bracket, id.text, by: closing) }
    }

    /// A bracket closes only when all who must agree support the same alternative.
    private func check(_ act: BracketClosing, _ entry: Entry) throws(Refusal) {
        try openBracket(act.bracket, of: act.instrument, alternative: act.alternative, entry)
        guard entry.isPerformed, let open = brackets[act.instrument]?[act.bracket] else { return }
        for party in open.bracket.parties where open.supports[party] != act.alternative {
            throw .closed(
                .bracket, "\(act.bracket): \(party) has not agreed to \(act.alternative)", by: open.entry)
        }
    }

    func known(_ instrument: InstrumentID) throws(Refusal) {
        guard instruments[instrument] != nil else { throw .unknown(.instrument, instrument.text) }
    }

    func known(_ text: TextDigest, of instrument: InstrumentID) throws(Refusal) {
        guard digests[text] == instrument else { throw .unknown(.text, text.hex) }
    }
}

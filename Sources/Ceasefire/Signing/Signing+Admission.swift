extension Signing {
    /// Formal faults of an act of signing.
    func check(
        _ act: SigningAct, of entry: Entry, among people: Participation, texts: Texts
    ) throws(Refusal) {
        try texts.known(act.instrument)
        let instrument = act.instrument
        switch act {
        case .opened(let act):
            if let index = openedBy[instrument] {
                guard index == entry.index else { throw .taken(.instrument, instrument.text, by: index) }
                try keepsLines(act)
            }
            var seen: Set<LineID> = []
            for line in act.lines {
                guard seen.insert(line.line).inserted else {
                    throw .malformed("two lines are called \(line.line)")
                }
                try check(line, of: instrument, entry, people)
            }
        case .lineProposed(let act):
            try check(act.line, of: instrument, entry, people)
            try people.known(act.demandedBy)
        case .lineObjected(let act): try known(act.line, of: instrument)
        case .copied(let act):
            if let index = copiedBy[instrument]?[act.copy], index != entry.index {
                throw .taken(.copy, act.copy.text, by: index)
            }
            for text in act.texts { try texts.known(text, of: instrument) }
            if let original = act.of { try known(original, of: instrument) }
            if let place = act.place { try people.known(place) }
        case .inscribed(let act): try place(line: act.line, copy: act.copy, of: instrument)
        case .initialled(let act):
            try place(line: act.line, copy: act.copy, of: instrument)
            if let text = act.text { try texts.known(text, of: instrument) }
        case .signed(let act):
            try place(line: act.line, copy: act.copy, of: instrument)
            if let text = act.text { try texts.known(text, of: instrument) }
            if entry.isPerformed { try performed(act, by: entry, people) }
        case .confirmed(let act): try place(line: act.line, copy: nil, of: instrument)
        case .refused(let act): try place(line: act.line, copy: nil, of: instrument)
        case .withdrawn(let act): try place(line: act.line, copy: nil, of: instrument)
        case .declared, .objected: break
        case .transmitted(let act):
            try known(act.copy, of: instrument)
            if let to = act.to { try people.known(to) }
            if let place = act.place { try people.known(place) }
        case .certified(let act): for copy in act.copies { try known(copy, of: instrument) }
        }
    }

    /// A person signs here by their own key: on an open line, for whom they may act, before it is filled.
    private func performed(_ act: Signature, by entry: Entry, _ people: Participation) throws(Refusal) {
        guard let opening = openings[act.instrument] else {
            throw .closed(.instrument, act.instrument.text, by: nil)
        }
        if let until = opening.until, entry.received > until.latest {
            throw .closed(.instrument, act.instrument.text, by: openedBy[act.instrument])
        }
        guard let id = act.line, let line = lines[act.instrument]?[id] else { return }
        if let signed = line.signedBy { throw .overtaken(.line, id.text, by: signed) }
        if let party = line.line.party, line.line.role == .party {
            let claimsSeat = people.claimants[party]?.contains(entry.author) == true
            guard people.mayAct(entry.author, for: party) || claimsSeat else {
                throw .notEntitled(
                    entry.author, act: "signature.affixed", needs: "accreditation for \(party)")
            }
        }
    }

    /// An opening that is corrected keeps its lines, on which others act.
    private func keepsLines(_ act: SigningOpening) throws(Refusal) {
        let lines = openings[act.instrument]?.lines ?? []
        guard Set(lines.map(\.line)) == Set(act.lines.map(\.line)) else {
            throw .malformed(
                "an opening that is corrected keeps its lines, each by its name: a further line is proposed by itself, "
                    + "and one that nobody signs stays blank")
        }
    }

    private func check(
        _ line: Line, of instrument: InstrumentID, _ entry: Entry, _ people: Participation
    ) throws(Refusal) {
        if let open = lines[instrument]?[line.line], open.entry != entry.index {
            throw .taken(.line, line.line.text, by: open.entry)
        }
        if let party = line.party { try people.known(party) }
    }

    private func place(line: LineID?, copy: CopyID?, of instrument: InstrumentID) throws(Refusal) {
        if let line { try known(line, of: instrument) }
        if let copy { try known(copy, of: instrument) }
    }

    private func known(_ line: LineID, of instrument: InstrumentID) throws(Refusal) {
        guard lines[instrument]?[line] != nil else { throw .unknown(.line, line.text) }
    }

    private func known(_ copy: CopyID, of instrument: InstrumentID) throws(Refusal) {
        guard copies[instrument]?[copy] != nil else { throw .unknown(.copy, copy.text) }
    }
}

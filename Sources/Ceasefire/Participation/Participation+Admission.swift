extension Participation {
    /// Formal faults of an act of participation.
    func check(_ act: ParticipationAct, of entry: Entry) throws(Refusal) {
        switch act {
        case .opened(let act): try check(act)
        case .listed(let act): try free(act.party, entry)
        case .accredited(let act):
            try check(act, of: entry)
        case .revoked(let act):
            try known(act.person)
            try mayManage(act.person, entry, "accreditation.revoked")
        case .placeNamed: break
        case .standingObjected(let act): try known(act.to)
        case .standingSettled(let act):
            try known(act.of)
            try known(act.acceptedBy)
            if let replacement = act.replacement { try known(replacement) }
        case .seatClaimed(let act): try known(act.seat)
        case .seatSettled(let act):
            try known(act.seat)
            try known(act.holders + act.acceptedBy)
            guard (1...max(1, act.holders.count)).contains(act.required ?? 1), !act.holders.isEmpty else {
                throw .malformed(
                    "a seat is settled on at least one holder, and requires no more holders than it names")
            }
        case .met(let act):
            if let index = meetings[act.meeting], index != entry.index {
                throw .taken(.meeting, act.meeting.text, by: index)
            }
            if let place = act.place { try known(place) }
            for attendance in act.attendance {
                try known(attendance.person)
                if let party = attendance.party { try known(party) }
            }
        case .keyReplaced(let act):
            try known(act.participant)
            try mayManage(act.participant, entry, "key.replaced")
            try sound(act.key)
        case .keyCompromised(let act): try check(act, of: entry)
        case .powersStated(let act): try known(act.person)
        case .split(let act): try known([act.party] + act.into)
        case .merged(let act): try known(act.parties + [act.into])
        case .succeeded(let act): try known([act.predecessor, act.successor])
        case .dissolved(let act): try known(act.party)
        case .authorised(let act): try known([act.party, act.agent])
        case .joinedCommand(let act): try known([act.party, act.under])
        }
    }

    private func check(_ act: ProcessOpening) throws(Refusal) {
        guard opening == nil else { throw .opening("the process is open already") }
        guard act.founders.contains(where: { $0.role == .keeper && !$0.keys.isEmpty }) else {
            throw .opening("no keeper with a key is named among the founders")
        }
        var seen: Set<ParticipantID> = [.each]
        for founder in act.founders {
            guard seen.insert(founder.participant).inserted else {
                throw .malformed("two founders are called \(founder.participant)")
            }
            if let recovery = founder.recovery, !(1...max(1, founder.keys.count)).contains(recovery) {
                throw .malformed(
                    "\(founder.participant) needs \(recovery) keys for recovery and has \(founder.keys.count)"
                )
            }
        }
    }

    private func check(_ act: Accreditation, of entry: Entry) throws(Refusal) {
        if act.person == .each { throw .malformed("nobody can be called “each”: effect rules use the word") }
        if let party = act.party {
            try known(party)
            guard participants[party]?.kind != .person else { throw .unknown(.party, party.text) }
        }
        if let person = participants[act.person], person.kind != .person {
            throw .taken(.participant, act.person.text, by: person.entry)
        }
        // A key speaks for whoever accredits it: only the party's root does so, never keeper or recorder.
        if act.key != nil {
            guard entry.isPerformed, entry.author == act.party ?? entry.author,
                participants[entry.author]?.rootKeys.isEmpty == false, position(of: entry.author) != .keeper,
                position(of: entry.author) != .recorder
            else {
                throw .notEntitled(entry.author, act: "person.accredited", needs: "root keys of the party")
            }
        }
        guard let key = act.key else { return }
        try sound(key)
        // Whoever has a key already gets another one from where that came from, and a founder by replacing its own.
        guard let person = participants[act.person] else { return }
        guard person.rootKeys.isEmpty, person.root ?? entry.author == entry.author else {
            throw .notEntitled(
                entry.author, act: "person.accredited", needs: "to have accredited the key of \(act.person)")
        }
    }

    /// A key is marked by its holder, or by the root that accredited it, also once it is out of force.
    private func check(_ act: KeyCompromise, of entry: Entry) throws(Refusal) {
        try known(act.participant)
        try mayManage(act.participant, entry, "key.compromised")
        guard let participant = participants[act.participant], let (_, until) = participant.key(act.key)
        else {
            throw .unknown(.key, act.key.hex)
        }
        guard (0...entry.index).contains(act.from) else { throw .unknown(.entry, String(act.from)) }
        // A founder without any key could never act again: nobody else gives it one. Keeper and recorder, who replace no
        // keys, may still put an end to theirs.
        let isFounder = !participant.rootKeys.isEmpty
        let canReplace = position(of: act.participant).map(Rights.positions(for: "key.replaced").contains)
        if until == nil, isFounder, canReplace == true,
            !participant.keys.contains(where: { $0.id != act.key })
        {
            throw .malformed(
                "it is the only key of \(act.participant): replace it first, then say that it is compromised")
        }
    }

    /// A key that somebody else may hold never comes into force again.
    private func sound(_ key: Key) throws(Refusal) {
        guard let doubt = doubts.first(where: { $0.key.spki == key.spki }) else { return }
        throw .closed(.key, key.id?.hex ?? key.spki, by: doubt.entry)
    }

    /// Keys are managed by the party's root, or by their holder, and never by hearsay.
    private func mayManage(_ id: ParticipantID, _ entry: Entry, _ act: String) throws(Refusal) {
        guard entry.isPerformed else {
            if act == "accreditation.revoked", let person = participants[id], person.keys.isEmpty,
                person.formerKeys.isEmpty
            {
                return
            }
            throw .notEntitled(entry.author, act: act, needs: "to perform it: keys do not change by hearsay")
        }
        if entry.author == id { return }
        let isRoot = participants[entry.author]?.rootKeys.isEmpty == false
        guard isRoot, let holder = participants[id], holder.rootKeys.isEmpty,
            holder.root.map({ $0 == entry.author }) ?? holder.parties.contains(entry.author)
        else {
            throw .notEntitled(entry.author, act: act, needs: "the root keys of its party, or to be \(id)")
        }
    }

    private func free(_ id: ParticipantID, _ entry: Entry) throws(Refusal) {
        if id == .each { throw .malformed("nobody can be called “each”: effect rules use the word") }
        if let taken = participants[id], taken.entry != entry.index {
            throw .taken(.participant, id.text, by: taken.entry)
        }
    }

    func known(_ id: ParticipantID) throws(Refusal) {
        guard participants[id] != nil else { throw .unknown(.participant, id.text) }
    }

    func known(_ ids: [ParticipantID]) throws(Refusal) {
        for id in ids { try known(id) }
    }

    func known(_ place: PlaceID) throws(Refusal) {
        guard places[place] != nil else { throw .unknown(.place, place.text) }
    }
}

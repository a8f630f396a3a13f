package import Ceasefire
import TransparencyLog

// The wire format of the stage `Participation`: members in this order, absent where empty.

extension ParticipationAct {
    /// Reads the body of the act called `name`; `nil` if this stage has no such act.
    package init?<R: WireReader>(named name: String, from r: inout R) throws(WireFault) {
        switch name {
        case "process.opened": self = .opened(try r.value())
        case "party.listed": self = .listed(try r.value())
        case "person.accredited": self = .accredited(try r.value())
        case "accreditation.revoked": self = .revoked(try r.value())
        case "place.named": self = .placeNamed(try r.value())
        case "standing.objected": self = .standingObjected(try r.value())
        case "standing.settled": self = .standingSettled(try r.value())
        case "seat.claimed": self = .seatClaimed(try r.value())
        case "seat.settled": self = .seatSettled(try r.value())
        case "meeting.held": self = .met(try r.value())
        case "key.replaced": self = .keyReplaced(try r.value())
        case "key.compromised": self = .keyCompromised(try r.value())
        case "powers.stated": self = .powersStated(try r.value())
        case "party.split": self = .split(try r.value())
        case "party.merged": self = .merged(try r.value())
        case "party.succeeded": self = .succeeded(try r.value())
        case "party.dissolved": self = .dissolved(try r.value())
        case "party.authorised": self = .authorised(try r.value())
        case "party.joinedCommand": self = .joinedCommand(try r.value())
        default: return nil
        }
    }

    package func write(to w: inout JSONWriter) {
        switch self {
        case .opened(let body): body.write(to: &w)
        case .listed(let body): body.write(to: &w)
        case .accredited(let body): body.write(to: &w)
        case .revoked(let body): body.write(to: &w)
        case .placeNamed(let body): body.write(to: &w)
        case .standingObjected(let body): body.write(to: &w)
        case .standingSettled(let body): body.write(to: &w)
        case .seatClaimed(let body): body.write(to: &w)
        case .seatSettled(let body): body.write(to: &w)
        case .met(let body): body.write(to: &w)
        case .keyReplaced(let body): body.write(to: &w)
        case .keyCompromised(let body): body.write(to: &w)
        case .powersStated(let body): body.write(to: &w)
        case .split(let body): body.write(to: &w)
        case .merged(let body): body.write(to: &w)
        case .succeeded(let body): body.write(to: &w)
        case .dissolved(let body): body.write(to: &w)
        case .authorised(let body): body.write(to: &w)
        case .joinedCommand(let body): body.write(to: &w)
        }
    }
}

extension Name: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            text: try r.required("text"),
            language: try r.optional("language"),
            usedBy: try r.list("usedBy")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("text", text)
        w.member("language", language)
        w.member("usedBy", usedBy)
    }
}

extension HomeZone: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(zone: try r.required("zone"), offset: try r.required("offset"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("zone", zone)
        w.member("offset", offset)
    }
}

extension Quota: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(participant: try r.required("participant"), entriesPerDay: try r.required("entriesPerDay"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("participant", participant)
        w.member("entriesPerDay", entriesPerDay)
    }
}

extension Founder: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            participant: try r.required("participant"),
            kind: try r.required("kind"),
            role: try r.required("role"),
            names: try r.list("names"),
            keys: try r.list("keys"),
            recovery: try r.optional("recovery")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("participant", participant)
        w.member("kind", kind)
        w.member("role", role)
        w.member("names", names)
        w.member("keys", keys)
        w.member("recovery", recovery)
    }
}

extension Key: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        let algorithm: KeyAlgorithm = try r.required("algorithm")
        let spki: String = try r.required("spki")
        self.init(
            algorithm: algorithm,
            spki: spki,
            countersignature: try r.optional("countersignature"),
            id: Base64.decode(Array(spki.utf8)).map { TextDigest(of: $0) }
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("algorithm", algorithm)
        w.member("spki", spki)
        w.member("countersignature", countersignature)
    }
}

extension Attendance: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            person: try r.required("person"),
            capacity: try r.optional("capacity"),
            party: try r.optional("party")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("person", person)
        w.member("capacity", capacity)
        w.member("party", party)
    }
}

extension ProcessOpening: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            origin: try r.required("origin"),
            log: try r.required("log"),
            rules: try r.required("rules"),
            title: try r.required("title"),
            home: try r.required("home"),
            exercise: try r.flag("exercise"),
            audience: try r.list("audience"),
            quotas: try r.list("quotas"),
            founders: try r.list("founders"),
            predecessor: try r.optional("predecessor")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("origin", origin)
        w.member("log", log)
        w.member("rules", rules)
        w.member("title", title)
        w.member("home", home)
        w.member("exercise", exercise)
        w.member("audience", audience)
        w.member("quotas", quotas)
        w.member("founders", founders)
        w.member("predecessor", predecessor)
    }
}

extension PartyListing: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            party: try r.required("party"),
            kind: try r.required("kind"),
            role: try r.required("role"),
            names: try r.list("names"),
            disclaimers: try r.list("disclaimers")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("party", party)
        w.member("kind", kind)
        w.member("role", role)
        w.member("names", names)
        w.member("disclaimers", disclaimers)
    }
}

extension Accreditation: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            person: try r.required("person"),
            names: try r.list("names"),
            party: try r.optional("party"),
            capacity: try r.required("capacity"),
            title: try r.optional("title"),
            powers: try r.optional("powers"),
            key: try r.optional("key")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("person", person)
        w.member("names", names)
        w.member("party", party)
        w.member("capacity", capacity)
        w.member("title", title)
        w.member("powers", powers)
        w.member("key", key)
    }
}

extension AccreditationRevocation: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(person: try r.required("person"), reason: try r.optional("reason"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("person", person)
        w.member("reason", reason)
    }
}

extension PlaceNaming: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            place: try r.required("place"),
            names: try r.list("names"),
            latitude: try r.optional("latitude"),
            longitude: try r.optional("longitude")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("place", place)
        w.member("names", names)
        w.member("latitude", latitude)
        w.member("longitude", longitude)
    }
}

extension StandingObjection: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(to: try r.required("to"), ground: try r.optional("ground"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("to", to)
        w.member("ground", ground)
    }
}

extension StandingSettlement: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            of: try r.required("of"),
            manner: try r.required("manner"),
            replacement: try r.optional("replacement"),
            acceptedBy: try r.list("acceptedBy"),
            words: try r.optional("words")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("of", of)
        w.member("manner", manner)
        w.member("replacement", replacement)
        w.member("acceptedBy", acceptedBy)
        w.member("words", words)
    }
}

extension SeatClaim: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(seat: try r.required("seat"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("seat", seat)
    }
}

extension SeatSettlement: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            seat: try r.required("seat"),
            holders: try r.list("holders"),
            required: try r.optional("required"),
            acceptedBy: try r.list("acceptedBy")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("seat", seat)
        w.member("holders", holders)
        w.member("required", required)
        w.member("acceptedBy", acceptedBy)
    }
}

extension Meeting: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            meeting: try r.required("meeting"),
            title: try r.required("title"),
            place: try r.optional("place"),
            attendance: try r.list("attendance"),
            agenda: try r.list("agenda"),
            outcome: try r.optional("outcome")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("meeting", meeting)
        w.member("title", title)
        w.member("place", place)
        w.member("attendance", attendance)
        w.member("agenda", agenda)
        w.member("outcome", outcome)
    }
}

extension KeyReplacement: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(participant: try r.required("participant"), key: try r.required("key"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("participant", participant)
        w.member("key", key)
    }
}

extension KeyCompromise: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            participant: try r.required("participant"),
            key: try r.required("key"),
            from: try r.required("from"),
            reason: try r.optional("reason")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("participant", participant)
        w.member("key", key)
        w.member("from", from)
        w.member("reason", reason)
    }
}

extension PowersStatement: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            person: try r.required("person"),
            state: try r.required("state"),
            instrument: try r.optional("instrument"),
            document: try r.optional("document")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("person", person)
        w.member("state", state)
        w.member("instrument", instrument)
        w.member("document", document)
    }
}

extension PartySplit: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(party: try r.required("party"), into: try r.list("into"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("party", party)
        w.member("into", into)
    }
}

extension PartyMerger: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(parties: try r.list("parties"), into: try r.required("into"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("parties", parties)
        w.member("into", into)
    }
}

extension PartySuccession: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            predecessor: try r.required("predecessor"),
            successor: try r.required("successor"),
            instruments: try r.list("instruments")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("predecessor", predecessor)
        w.member("successor", successor)
        w.member("instruments", instruments)
    }
}

extension PartyDissolution: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(party: try r.required("party"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("party", party)
    }
}

extension PartyAuthorisation: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            party: try r.required("party"),
            agent: try r.required("agent"),
            instruments: try r.list("instruments")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("party", party)
        w.member("agent", agent)
        w.member("instruments", instruments)
    }
}

extension CommandMembership: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            party: try r.required("party"),
            under: try r.required("under"),
            member: try r.flag("member")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("party", party)
        w.member("under", under)
        w.member("member", member)
    }
}

extension PartyKind: WireText {}
extension Role: WireText {}
extension PowersState: WireText {}
extension SettlementManner: WireText {}
extension KeyAlgorithm: WireText {}

import Testing

@testable import Ceasefire

/// What may be logged: formal faults are refused, irregularities of law are recorded and flagged.
@Suite struct Admission {
    static func truce() throws -> Chronicle {
        var chronicle = try Chronicle("north", "south")
        try chronicle.accredit("nadir", for: "north")
        try chronicle.accredit("samir", for: "south")
        try chronicle.introduce("truce", ["north", "south"], until: "2026-06-01")
        return chronicle
    }

    static func signature(_ line: LineID?) -> Act {
        .signing(.signed(Signature(instrument: "truce", line: line, medium: .digital)))
    }

    /// Nothing changes, and the refusal is this one.
    func refuses(
        _ refusal: Refusal, _ chronicle: Chronicle, _ act: Act, by author: ParticipantID,
        for party: ParticipantID? = nil,
        actor: ParticipantID? = nil, on date: Moment? = nil, source: Source? = nil,
        at received: Instant? = nil
    ) {
        var copy = chronicle
        let before = chronicle.process
        #expect(throws: refusal) {
            try copy.admit(act, by: author, actor: actor, for: party, on: date, source: source, at: received)
        }
        #expect(copy.process == before)
    }

    @Test func `entry 0, and only it, opens a process`() throws {
        let chronicle = try Self.truce()
        var empty = Process()
        #expect(throws: Refusal.opening("the first entry opens the process")) {
            try empty.admit(chronicle.process.entries[1])
        }
        let opening = chronicle.process.entries[0]
        #expect(throws: Refusal.opening("a process is opened by entry 0 only")) {
            var process = chronicle.process
            try process.admit(opening)
        }
    }

    @Test func `unknown references are refused by name`() throws {
        let chronicle = try Self.truce()
        refuses(.unknown(.participant, "nobody"), chronicle, Self.signature("north"), by: "nobody")
        refuses(.unknown(.line, "east"), chronicle, Self.signature("east"), by: "nadir")
        refuses(
            .unknown(.instrument, "pact"), chronicle,
            .signing(.signed(Signature(instrument: "pact", medium: .digital))), by: "nadir")
        refuses(
            .unknown(.text, TextDigest.text("f").hex), chronicle,
            .signing(
                .copied(CopyMaking(instrument: "truce", copy: "one", kind: .original, texts: [.text("f")]))),
            by: "recorder")
    }

    @Test func `a name is taken once`() throws {
        let chronicle = try Self.truce()
        refuses(
            .taken(.participant, "north", by: 0), chronicle,
            .participation(.listed(PartyListing(party: "north", kind: .state, role: .party))), by: "recorder")
        refuses(
            .taken(.instrument, "truce", by: 3), chronicle,
            .text(
                .introduced(
                    InstrumentIntroduction(
                        instrument: "truce", title: "again", kind: .agreement, form: .signed, intent: .binding
                    ))),
            by: "recorder")
    }

    @Test func `a person signs only for whom it may act`() throws {
        let chronicle = try Self.truce()
        refuses(
            .notEntitled("nadir", act: "signature.affixed", needs: "accreditation for south"), chronicle,
            Self.signature("south"), by: "nadir")
        refuses(
            .notEntitled("nadir", act: "signature.affixed", needs: "accreditation for south"), chronicle,
            Self.signature(nil), by: "nadir", for: "south")
    }

    @Test func `a line that somebody filled meanwhile is overtaken`() throws {
        var chronicle = try Self.truce()
        let first = try chronicle.perform(Self.signature("north"), by: "nadir")
        refuses(.overtaken(.line, "north", by: first), chronicle, Self.signature("north"), by: "nadir")
    }

    @Test func `nobody signs here before the opening or after the deadline`() throws {
        var chronicle = try Self.truce()
        refuses(
            .closed(.instrument, "truce", by: 4), chronicle, Self.signature("north"), by: "nadir",
            at: "2026-06-03")
        try chronicle.admit(
            .text(
                .introduced(
                    InstrumentIntroduction(
                        instrument: "later", title: "later", kind: .agreement, form: .signed, intent: .binding
                    ))),
            by: "recorder")
        refuses(
            .closed(.instrument, "later", by: nil), chronicle,
            .signing(.signed(Signature(instrument: "later", medium: .digital))), by: "nadir")
    }

    @Test func `history is irregular: what is attested is recorded and flagged`() throws {
        var chronicle = try Self.truce()
        // After the deadline, by the other side's man, on a line that is signed already.
        try chronicle.sign("truce", by: "samir", line: "south", on: "2026-07-01")
        try chronicle.sign("truce", by: "nadir", line: "south", on: "2026-07-02")
        #expect(chronicle.view.status(of: "south", in: "truce")?.flags.contains(.late) == true)
    }

    @Test func `what is attested needs a time and a source`() throws {
        let chronicle = try Self.truce()
        refuses(
            .attestationIncomplete(missing: "when it happened"), chronicle, Self.signature("north"),
            by: "recorder",
            actor: "nadir", source: .press)
        refuses(
            .attestationIncomplete(missing: "the source"), chronicle, Self.signature("north"), by: "recorder",
            actor: "nadir", on: "2026-01-01")
    }

    @Test func `only the root of a party gives keys to its people`() throws {
        let chronicle = try Self.truce()
        let accreditation = Act.participation(
            .accredited(
                Accreditation(
                    person: "nina", party: "north", capacity: .signatory,
                    key: Key(algorithm: .ed25519, spki: "a2V5"))))
        for author: ParticipantID in ["recorder", "nadir", "south"] {
            refuses(
                .notEntitled(author, act: "person.accredited", needs: "root keys of the party"), chronicle,
                accreditation, by: author)
        }
        var accepted = chronicle
        try accepted.perform(accreditation, by: "north")
        #expect(accepted.process.participation.keys(of: "nina").count == 1)
        try accepted.perform(
            .participation(.revoked(AccreditationRevocation(person: "nina"))), by: "north")
        #expect(accepted.process.participation.keys(of: "nina").isEmpty)
        refuses(
            .notEntitled("south", act: "key.replaced", needs: "the root keys of its party, or to be nina"),
            accepted,
            .participation(
                .keyReplaced(KeyReplacement(participant: "nina", key: Key(algorithm: .ed25519, spki: "eA==")))
            ),
            by: "south")
    }

    @Test func `keys do not change by hearsay`() throws {
        var chronicle = try Self.truce()
        let key = Key(algorithm: .mldsa65, spki: "bmV3")
        let replacement = Act.participation(.keyReplaced(KeyReplacement(participant: "north", key: key)))
        refuses(
            .notEntitled(
                "recorder", act: "key.replaced", needs: "to perform it: keys do not change by hearsay"),
            chronicle, replacement, by: "recorder", on: "2026-01-01", source: .press)
        // A key of another algorithm is added, and the one there was stays.
        try chronicle.perform(replacement, by: "north")
        #expect(chronicle.process.participation.keys(of: "north").map(\.algorithm) == [.ed25519, .mldsa65])
        // Whoever never had a key can lose an accreditation by what a source reports.
        try chronicle.attest(
            .participation(.revoked(AccreditationRevocation(person: "nadir"))), on: "2026-01-02")
    }

    @Test func `a quota counts what its participant entered in 24 hours`() throws {
        var chronicle = try Chronicle("north", quotas: [Quota(participant: "recorder", entriesPerDay: 2)])
        try chronicle.list("mediator")
        try chronicle.list("observer", as: .observer)
        refuses(
            .quotaExceeded("recorder", perDay: 2, until: "2026-01-02T00:02Z"), chronicle,
            .participation(.placeNamed(PlaceNaming(place: "port"))), by: "recorder")
        try chronicle.admit(
            .participation(.placeNamed(PlaceNaming(place: "port"))), by: "recorder", at: "2026-01-02T01:00Z")
    }

    @Test func `an account cannot claim another account, and its claims are checked`() throws {
        let chronicle = try Self.truce()
        func account(_ act: Act) -> Act {
            .reference(
                .accounted(Account(statement: "so it is said", claims: [Claim(actor: "nadir", act: act)])))
        }
        refuses(
            .malformed("an account cannot claim account.stated"), chronicle,
            account(.reference(.accounted(Account(statement: "hearsay")))), by: "recorder", on: "2001-01-01",
            source: .press)
        refuses(
            .unknown(.line, "east"), chronicle, account(Self.signature("east")), by: "recorder",
            on: "2001-01-01",
            source: .press)
    }

    @Test func `rules must make sense`() throws {
        let chronicle = try Self.truce()
        func rule(_ begins: Condition) -> Act {
            .effect(.ruled(RuleStatement(instrument: "truce", rule: "one", begins: begins)))
        }
        refuses(
            .malformed("“atLeast” asks for 3 of 1 parts"), chronicle, rule(.atLeast(3, [.consents()])),
            by: "recorder")
        refuses(.malformed("“all” and “any” need parts"), chronicle, rule(.all([])), by: "recorder")
        refuses(.unknown(.participant, "ghost"), chronicle, rule(.consent("ghost")), by: "recorder")
        var nested = Condition.consents()
        for _ in 0..<20 { nested = .all([nested]) }
        refuses(.malformed("the rule is nested more than 16 deep"), chronicle, rule(nested), by: "recorder")
    }

    @Test func `clauses follow each other without gap or overlap`() throws {
        let chronicle = try Self.truce()
        let clauses = [
            Clause(id: "1", part: .operative, start: 0, end: 10, digest: .text("1")),
            Clause(id: "2", part: .operative, start: 11, end: 20, digest: .text("2")),
        ]
        refuses(
            .malformed("clause 2 begins at byte 11; the one before ends at 10"), chronicle,
            .text(
                .tabled(
                    TextTabling(
                        instrument: "truce", text: .text("a"), language: "en", basis: .original,
                        clauses: clauses))),
            by: "recorder")
    }

    @Test func `the rules move forward only`() throws {
        let chronicle = try Self.truce()
        refuses(
            .malformed("version 1 of the rules does not follow version 1"), chronicle,
            .reference(.rulesAdopted(RulesAdoption(version: 1))), by: "keeper")
        refuses(
            .notEntitled("north", act: "rules.adopted", needs: "the position of keeper"), chronicle,
            .reference(.rulesAdopted(RulesAdoption(version: 2))), by: "north")
    }
}

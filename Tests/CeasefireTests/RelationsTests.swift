import Testing

@testable import Ceasefire

@Suite struct `Relations and facets` {
    static let three: [ParticipantID] = ["north", "south", "east"]

    /// A regime among three from 1 January 2001, and a later instrument between two of them from 1 June.
    static func regimes(
        _ relation: RelationKind, basis: RelationBasis = .clause, until: Moment? = nil
    ) throws -> Chronicle {
        var chronicle = try Chronicle("north", "south", "east")
        for (id, parties, begins): (InstrumentID, [ParticipantID], Moment) in [
            ("old", three, "2001-01-01T00:00"), ("new", ["north", "south"], "2001-06-01T00:00"),
        ] {
            try chronicle.introduce(id, parties, form: .verbal, consentBy: [.acceptance])
            try chronicle.rule(id, parties, begins: .at(begins))
            for party in parties {
                try chronicle.attest(
                    .effect(.consented(ConsentExpression(instrument: id, kind: .acceptance))), by: party,
                    on: "2000-12-01T00:00")
            }
        }
        try chronicle.relate("new", relation, "old", basis: basis, until: until, on: "2001-05-01T00:00")
        return chronicle
    }

    func bonds(_ chronicle: Chronicle, of party: ParticipantID, at date: Moment) throws -> [ParticipantID] {
        try chronicle.effect(of: "old", for: party, at: date).bonds.filter { $0.verdict == .met }.map(
            \.towards)
    }

    @Test(arguments: [RelationKind.supersedes, .terminates])
    func `supersession and termination end the older only between parties common to both`(
        _ kind: RelationKind
    ) throws {
        let chronicle = try Self.regimes(kind)
        #expect(try bonds(chronicle, of: "north", at: "2001-05-31") == ["east", "south"])
        #expect(try bonds(chronicle, of: "north", at: "2001-06-01") == ["east"])
        #expect(try bonds(chronicle, of: "east", at: "2001-06-01") == ["north", "south"])
    }

    @Test func `suspension interrupts and ends again`() throws {
        let chronicle = try Self.regimes(.suspends, until: "2001-08-01T00:00")
        #expect(try bonds(chronicle, of: "south", at: "2001-07-01") == ["east"])
        #expect(try bonds(chronicle, of: "south", at: "2001-08-01") == ["east", "north"])
    }

    @Test func `a suspension and an ending say by what, towards whom and until when`() throws {
        let suspended = try Self.regimes(.suspends, until: "2001-08-01T00:00")
        let reason = EndReason.relation(.suspends, by: "new", .clause)
        let why = try suspended.effect(of: "old", for: "south", at: "2001-07-01").derivation
        let cause = try #require(why.parts.last)
        #expect(cause.reason == .suspended(reason, until: "2001-08-01T00:00", towards: ["north"]))
        #expect(cause.verdict == .met && !cause.entries.isEmpty)
        let after = try suspended.effect(of: "old", for: "south", at: "2001-08-01").derivation
        #expect(after.parts.count == 2)

        var ended = try Self.regimes(.confirms)
        try ended.introduce("stop", Self.three)
        try ended.relate("stop", .terminates, "old", basis: .entitled, on: "2001-07-01T00:00")
        #expect(
            try ended.effect(of: "old", for: "north", at: "2001-07-02").derivation.parts.last?.reason
                == .ended(.relation(.terminates, by: "stop", .entitled), towards: ["south", "east"]))
    }

    @Test(arguments: [RelationKind.terminates, .supersedes, .suspends])
    func `an instrument of one party is ended or suspended by those entitled`(_ kind: RelationKind) throws {
        var chronicle = try `Effect rules`.pledge(.at("2001-04-01T00:00"))
        try chronicle.introduce("stop", ["north", "south"])
        try chronicle.relate("stop", kind, "pledge", basis: .entitled, on: "2001-05-01T00:00")
        func effect(at date: Moment) throws -> PartyEffect {
            try chronicle.effect(of: "pledge", for: "north", at: date)
        }
        #expect(try effect(at: "2001-04-30").state == .inForce)
        #expect(try effect(at: "2001-05-01").state == (kind == .suspends ? .suspended : .ended))
        #expect(try effect(at: "2001-05-01").derivation.parts.last?.verdict == .met)
        #expect(try effect(at: "2001-05-01").derivation.parts.count == 3)
    }

    @Test func `whoever joins after the only other party left is bound alone`() throws {
        var chronicle = try Chronicle("north", "south")
        let days = Duration(3, .days)
        try chronicle.introduce(
            "pact", ["north", "south"], form: .verbal, consentBy: [.acceptance], denunciation: days)
        try chronicle.rule("pact", ["north", "south"], begins: .event(.consent(.each, [])))
        let consent = Act.effect(.consented(ConsentExpression(instrument: "pact", kind: .acceptance)))
        try chronicle.attest(consent, by: "south", on: "2001-05-01T00:00")
        try chronicle.attest(
            .effect(.denounced(Denunciation(instrument: "pact"))), by: "south", on: "2001-06-01T00:00")
        try chronicle.attest(consent, by: "north", on: "2001-07-01T00:00")
        let effect = try chronicle.effect(of: "pact", for: "north", at: "2001-07-02")
        #expect(effect.state == .inForce)
        #expect(effect.bonds.map(\.verdict) == [.missing])
        #expect(effect.derivation.parts.last?.reason == .ended(.denounced("south"), towards: ["south"]))
    }

    @Test func `an end that was moved or overcome explains nothing, one in force does`() throws {
        var chronicle = try `Effect rules`.pledge(.at("2001-04-01T00:00"), ends: .at("2001-05-01T00:00"))
        for id: InstrumentID in ["first", "second", "late"] { try chronicle.introduce(id, ["north"]) }
        try chronicle.relate("first", .extends, "pledge", until: "2001-06-01T00:00", on: "2001-04-20T00:00")
        try chronicle.relate("second", .extends, "pledge", until: "2001-07-01T00:00", on: "2001-05-20T00:00")
        try chronicle.relate("late", .extends, "pledge", until: "2001-09-01T00:00", on: "2001-08-01T00:00")
        func causes(at date: Moment) throws -> [Reason] {
            try chronicle.effect(of: "pledge", for: "north", at: date).derivation.parts.dropFirst(2).map(
                \.reason)
        }
        func ended(by id: InstrumentID) -> [Reason] {
            [.ended(.relation(.extends, by: id, .clause), towards: [])]
        }
        #expect(try causes(at: "2001-05-10").isEmpty)
        #expect(try causes(at: "2001-06-10").isEmpty)
        #expect(try causes(at: "2001-07-10") == ended(by: "second"))
        #expect(try causes(at: "2001-08-10").isEmpty)
        #expect(try causes(at: "2001-09-10") == ended(by: "late"))
    }

    /// A pact of three that ends on 12 June 2001, and an extension to the 30th that these have accepted.
    static func extended(by accepted: [ParticipantID]) throws -> Chronicle {
        var chronicle = try Chronicle("north", "south", "east")
        for (id, parties): (InstrumentID, [ParticipantID]) in [("old", three), ("new", accepted)] {
            try chronicle.introduce(id, three, form: .verbal, consentBy: [.acceptance])
            try chronicle.rule(
                id, three, begins: .event(.consent(.each, [])),
                ends: id == "old" ? .at("2001-06-12T00:00") : nil)
            for party in parties {
                try chronicle.attest(
                    .effect(.consented(ConsentExpression(instrument: id, kind: .acceptance))), by: party,
                    on: id == "old" ? "2001-05-01T00:00" : "2001-06-05T00:00")
            }
        }
        try chronicle.relate("new", .extends, "old", until: "2001-06-30T00:00", on: "2001-06-05T00:00")
        return chronicle
    }

    @Test func `an extension operates between those who are bound by it, and for nobody alone`() throws {
        let alone = try Self.extended(by: ["north"])
        for party in Self.three {
            let effect = try alone.effect(of: "old", for: party, at: "2001-06-20")
            #expect(effect.state == .ended)
            #expect(
                effect.derivation.parts.dropFirst(2).map(\.reason)
                    == [.ended(.byItsRule("entry-into-force"), towards: [])])
        }
        let two = try Self.extended(by: ["north", "south"])
        #expect(try bonds(two, of: "north", at: "2001-06-11") == ["east", "south"])
        #expect(try bonds(two, of: "north", at: "2001-06-20") == ["south"])
        #expect(try two.state(of: "old", for: "east", at: "2001-06-20") == .ended)
        #expect(
            try two.effect(of: "old", for: "north", at: "2001-06-20").derivation.parts.last?.reason
                == .ended(.byItsRule("entry-into-force"), towards: ["east"]))
        #expect(try two.state(of: "old", for: "north", at: "2001-07-01") == .ended)
    }

    @Test func `what left earlier is why it ended, not the term that would have come`() throws {
        var chronicle = try Self.extended(by: [])
        try chronicle.attest(
            .participation(.dissolved(PartyDissolution(party: "east"))), on: "2001-06-01T00:00")
        #expect(
            try chronicle.effect(of: "old", for: "east", at: "2001-06-20").ends.map(\.reason)
                == [.dissolved("east")])
    }

    @Test(arguments: [RelationKind.nestedIn, .confirms, .interprets, .implements, .endorses, .rivalVersionOf])
    func `other relations leave the older one untouched`(_ kind: RelationKind) throws {
        #expect(try bonds(Self.regimes(kind), of: "north", at: "2001-07-01") == ["east", "south"])
    }

    @Test func `an instrument that never took effect supersedes nothing`() throws {
        var chronicle = try Self.regimes(.confirms)
        try chronicle.introduce("stillborn", ["north", "south"])
        try chronicle.rule("stillborn", ["north", "south"], begins: .consents())
        try chronicle.relate("stillborn", .supersedes, "old", on: "2001-07-01T00:00")
        #expect(try bonds(chronicle, of: "north", at: "2002-01-01") == ["east", "south"])
    }

    @Test func `a silent succession that one source denies is contested`() throws {
        var chronicle = try Self.regimes(.confirms)
        let claim = Claim(
            occurred: "2001-06-01T00:00",
            act: .effect(
                .related(
                    RelationStatement(relation: .supersedes, subject: "new", object: "old", basis: .asserted))
            ))
        try chronicle.account("is-it-over", "over", from: .article, on: "2001-06-01", claims: [claim])
        #expect(try bonds(chronicle, of: "north", at: "2001-07-01") == ["east"])
        try chronicle.account("is-it-over", "goes-on", from: .memoirs, on: "2001-06-01")
        let effect = try chronicle.effect(of: "old", for: "north", at: "2001-07-01")
        #expect(effect.bonds.map(\.verdict) == [.met, .contested])
    }

    @Test func `the dissolution of a party closes its bonds`() throws {
        var chronicle = try Self.regimes(.confirms)
        try chronicle.attest(
            .participation(.dissolved(PartyDissolution(party: "east"))), on: "2001-09-01T00:00")
        #expect(try bonds(chronicle, of: "north", at: "2001-10-01") == ["south"])
        #expect(try chronicle.state(of: "old", for: "east", at: "2001-10-01") == .ended)
    }

    @Test func `accounts alone give breach reported, and do not touch the law`() throws {
        var chronicle = try Self.regimes(.confirms)
        #expect(chronicle.view.status(of: "old", at: "2001-03-01").observance.state == .notAssessed)
        try chronicle.attest(
            .reference(.accounted(Account(statement: "shelling", topic: .clash, instruments: ["old"]))),
            on: "2001-04-02/2001-04-05")
        let status = chronicle.view.status(of: "old", at: "2001-04-03")
        #expect(status.observance.state == .breachReported)
        #expect(status.observance.now.count == 1)
        #expect(status.effects.map(\.state) == [.inForce, .inForce, .inForce])
        let later = chronicle.view.status(of: "old", at: "2001-07-01").observance
        #expect(later.now.isEmpty && later.earlier.count == 1)
    }

    @Test func `the facets of a text and of its signing`() throws {
        var chronicle = try Chronicle("north", "south")
        try chronicle.accredit("nadir", for: "north")
        try chronicle.accredit("samir", for: "south")
        try chronicle.admit(
            .text(
                .introduced(
                    InstrumentIntroduction(
                        instrument: "draft", title: "A draft", kind: .agreement, form: .signed,
                        intent: .binding))),
            by: "recorder")
        #expect(chronicle.view.facet(textOf: "draft", at: "2030-01-01") == .none)
        try chronicle.attest(
            .text(
                .tabled(TextTabling(instrument: "draft", text: .text("a"), language: "en", basis: .original))),
            on: "2001-01-01")
        #expect(chronicle.view.facet(textOf: "draft", at: "2001-02-01") == .draft)
        #expect(chronicle.view.facet(signatureOf: "draft", at: "2001-02-01").state == .unopened)
        try chronicle.attest(
            .signing(
                .opened(
                    SigningOpening(
                        instrument: "draft", mode: .circulation,
                        lines: [
                            Line(line: "north", role: .party, party: "north"),
                            Line(line: "south", role: .party, party: "south"),
                        ], until: "2001-04-01"))),
            on: "2001-03-01")
        #expect(chronicle.view.facet(signatureOf: "draft", at: "2001-03-02").state == .open)
        #expect(chronicle.view.awaiting("north", at: "2001-03-02").count == 1)
        try chronicle.sign("draft", by: "nadir", line: "north", on: "2001-03-03")
        #expect(chronicle.view.facet(signatureOf: "draft", at: "2001-03-04").state == .partial)
        #expect(chronicle.view.facet(textOf: "draft", at: "2001-03-04") == .adopted)
        try chronicle.sign("draft", by: "samir", line: "south", on: "2001-05-01")
        #expect(chronicle.view.facet(signatureOf: "draft", at: "2001-05-02").state == .complete)
        #expect(chronicle.view.status(of: "south", in: "draft")?.flags.contains(.late) == true)
        try chronicle.attest(.text(.abandoned(TextAbandonment(instrument: "draft"))), on: "2001-06-01")
        #expect(chronicle.view.facet(textOf: "draft", at: "2001-06-02") == .abandoned)
    }

    @Test func `a bracket closes only when all who must agree support the same words`() throws {
        var chronicle = try Chronicle("north", "south")
        try chronicle.introduce("draft", ["north", "south"])
        let bracket = Bracket(
            instrument: "draft", bracket: "7", clause: "5",
            alternatives: [
                BracketAlternative(alternative: "captured", words: "captured"),
                BracketAlternative(alternative: "occupied", words: "occupied"),
            ], parties: ["north", "south"])
        try chronicle.perform(.text(.bracketOpened(bracket)), by: "north")
        func support(_ party: ParticipantID, _ words: AlternativeID) throws {
            try chronicle.perform(
                .text(
                    .bracketSupported(BracketSupport(instrument: "draft", bracket: "7", alternative: words))),
                by: party)
        }
        let closing = Act.text(
            .bracketClosed(BracketClosing(instrument: "draft", bracket: "7", alternative: "occupied")))
        try support("north", "occupied")
        #expect(throws: Refusal.closed(.bracket, "7: south has not agreed to occupied", by: 3)) {
            try chronicle.perform(closing, by: "north")
        }
        try support("south", "occupied")
        try chronicle.perform(closing, by: "north")
        let open = try #require(chronicle.view.brackets(of: "draft").first)
        #expect(open.closed == "occupied")
        #expect(open.positions.map(\.word) == [.agreed, .agreed])
        #expect(!open.isIrregular)
        #expect(throws: Refusal.closed(.bracket, "7", by: 6)) { try support("south", "captured") }
    }

    @Test func `an error is corrected when its period passes without objection`() throws {
        for objects in [false, true] {
            var chronicle = try Chronicle("north", "south")
            try chronicle.introduce("pact", ["north"])
            try chronicle.table(.text("a"), of: "pact")
            try chronicle.attest(
                .text(
                    .errorNotified(
                        ErrorNotice(
                            instrument: "pact", error: "hour", clause: "1", before: "0:01", after: "00:01",
                            from: .text("a"), result: .text("b"), objectionsUntil: "2001-04-01"))),
                on: "2001-03-01")
            if objects {
                try chronicle.attest(
                    .text(.errorObjected(ErrorObjection(instrument: "pact", error: "hour"))), by: "south",
                    on: "2001-03-10")
            }
            func state(_ date: Moment) -> CorrectionView.State? {
                chronicle.view.corrections(of: "pact", at: date).first?.state
            }
            #expect(state("2001-03-05") == .pending)
            #expect(state("2001-04-02") == (objects ? .objected : .corrected))
        }
    }

    @Test func `each side's name for a party and a place is kept`() throws {
        var chronicle = try Chronicle("azerbaijan", "armenia")
        try chronicle.admit(
            .participation(
                .placeNamed(
                    PlaceNaming(
                        place: "stepanakert",
                        names: [
                            Name(text: "Stepanakert", usedBy: ["armenia"]),
                            Name(text: "Khankendi", usedBy: ["azerbaijan"]),
                        ]))),
            by: "recorder")
        #expect(
            chronicle.view.name(of: PlaceID(stringLiteral: "stepanakert"), by: "azerbaijan") == "Khankendi")
        #expect(
            chronicle.view.name(of: PlaceID(stringLiteral: "stepanakert"), by: "armenia") == "Stepanakert")
    }

    /// Each pair of parties asks for the extension, and that for the one behind it: without end, if it is asked each time.
    @Test func `a chain of extensions among many is followed once`() throws {
        let parties: [ParticipantID] = ["north", "south", "east", "west", "coast", "hills", "plain", "delta"]
        var chronicle = try Chronicle("north", "south", "east", "west", "coast", "hills", "plain", "delta")
        let chain = (0...12).map { number in InstrumentID(stringLiteral: "truce-\(number)") }
        for id in chain {
            try chronicle.introduce(id, parties, form: .verbal, consentBy: [.acceptance])
            try chronicle.rule(
                id, parties, begins: .at("2001-01-01T00:00"), ends: .at("2001-02-01T00:00"))
            for party in parties {
                try chronicle.attest(
                    .effect(.consented(ConsentExpression(instrument: id, kind: .acceptance))), by: party,
                    on: "2000-12-01T00:00")
            }
        }
        for (extended, extending) in zip(chain, chain.dropFirst()) {
            try chronicle.relate(
                extending, .extends, extended, until: "2001-03-01T00:00", on: "2001-01-02T00:00")
        }
        #expect(try chronicle.state(of: chain[0], for: "north", at: "2001-02-15") == .inForce)
        #expect(try chronicle.state(of: chain[0], for: "north", at: "2001-03-02") == .ended)
    }

    @Test func `an objection to standing ends by a settlement, and both stay visible`() throws {
        var chronicle = try Chronicle("azerbaijan", "karabakh")
        try chronicle.attest(
            .participation(.standingObjected(StandingObjection(to: "karabakh", ground: "no party"))),
            by: "azerbaijan", on: "1994-05-04")
        #expect(chronicle.view.divisions(at: "1994-05-05").count == 1)
        try chronicle.attest(
            .participation(.standingSettled(StandingSettlement(of: "karabakh", manner: .namedAnyway))),
            on: "1994-05-05")
        #expect(chronicle.view.divisions(at: "1994-05-06").isEmpty)
        #expect(chronicle.view.participant("karabakh")?.standing.first?.settled?.manner == .namedAnyway)
    }
}

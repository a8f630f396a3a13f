import Testing

@testable import Ceasefire

/// semantics of consent, sentence by sentence.
@Suite struct `Consent of a party` {
    static let both: [ParticipantID] = ["north", "south"]

    static func truce(
        consentBy: [ConsentKind] = [], lines: [Line]? = nil, sameText: Bool = false
    ) throws -> Chronicle {
        var chronicle = try Chronicle("north", "south", "east")
        try chronicle.accredit("nadir", for: "north")
        try chronicle.accredit("samir", for: "south")
        try chronicle.accredit("edem", for: "east")
        try chronicle.introduce("truce", both, consentBy: consentBy, lines: lines)
        try chronicle.rule("truce", both, begins: .consents(sameText: sameText))
        try chronicle.sign("truce", by: "nadir", line: "north", on: "2001-03-01T10:00")
        return chronicle
    }

    func south(_ chronicle: Chronicle, at date: Moment = "2001-04-01") throws -> EffectState {
        try chronicle.state(of: "truce", for: "south", at: date)
    }

    @Test func `a signature of a person acting for the party counts`() throws {
        var chronicle = try Self.truce()
        #expect(try south(chronicle) == .pending)
        try chronicle.sign("truce", by: "samir", line: "south", on: "2001-03-02T10:00")
        #expect(try south(chronicle) == .inForce)
    }

    @Test func `acceptance through a third party needs no copy and no line`() throws {
        var chronicle = try Self.truce(consentBy: [.signature, .acceptance])
        try chronicle.attest(
            .effect(.consented(ConsentExpression(instrument: "truce", kind: .acceptance, through: "east"))),
            by: "south",
            on: "2001-03-02T10:00")
        #expect(try south(chronicle) == .inForce)
    }

    @Test(arguments: [ConsentKind.fulfilment, .ratification, .accession, .deposit, .announcement])
    func `an act of a kind that the instrument does not admit is no consent`(_ kind: ConsentKind) throws {
        for admitted in [true, false] {
            var chronicle = try Self.truce(consentBy: admitted ? [.signature, kind] : [.signature])
            try chronicle.attest(
                .effect(.consented(ConsentExpression(instrument: "truce", kind: kind))), by: "south",
                on: "2001-03-02T10:00")
            #expect(try south(chronicle) == (admitted ? .inForce : .pending))
        }
    }

    @Test func `initials bind where the instrument admits them`() throws {
        for admitted in [true, false] {
            var chronicle = try Self.truce(consentBy: admitted ? [.signature, .initialling] : [])
            try chronicle.attest(
                .signing(.initialled(Initialling(instrument: "truce", line: "south"))), by: "samir",
                on: "2001-03-02T10:00")
            #expect(try south(chronicle) == (admitted ? .inForce : .pending))
        }
    }

    @Test func `a party consents through another that it authorised before`() throws {
        var chronicle = try Self.truce()
        try chronicle.attest(
            .participation(.authorised(PartyAuthorisation(party: "south", agent: "east"))), on: "2001-02-01")
        try chronicle.sign("truce", by: "edem", for: "east", on: "2001-03-02T10:00")
        #expect(try south(chronicle) == .inForce)
        var late = try Self.truce()
        try late.sign("truce", by: "edem", for: "east", on: "2001-03-02T10:00")
        try late.attest(
            .participation(.authorised(PartyAuthorisation(party: "south", agent: "east"))), on: "2001-03-05")
        #expect(try south(late) == .pending)
    }

    @Test func `an agent that is a party itself binds the other only where it says so`() throws {
        for principal: ParticipantID in ["north", "south"] {
            var chronicle = try Self.truce()
            try chronicle.attest(
                .participation(.authorised(PartyAuthorisation(party: "south", agent: "north"))),
                on: "2001-02-01")
            try chronicle.sign("truce", by: "nadir", for: principal, on: "2001-03-02T10:00")
            #expect(try (south(chronicle) == .inForce) == (principal == "south"))
        }
    }

    @Test func `a successor is bound from its own date by what its predecessor consented to`() throws {
        var chronicle = try Self.truce()
        try chronicle.sign("truce", by: "edem", for: "east", on: "2001-03-02T10:00")
        try chronicle.attest(
            .participation(.succeeded(PartySuccession(predecessor: "east", successor: "south"))),
            on: "2001-03-05T00:00")
        #expect(try south(chronicle, at: "2001-03-04") == .addressedNotBound)
        #expect(try south(chronicle) == .inForce)
    }

    @Test func `an authority or a succession that one account denies leaves consent contested`() throws {
        for (act, date): (ParticipationAct, Moment) in [
            (.authorised(PartyAuthorisation(party: "south", agent: "east")), "2001-02-01T10:00"),
            (.succeeded(PartySuccession(predecessor: "east", successor: "south")), "2001-03-05T10:00"),
        ] {
            var chronicle = try Self.truce()
            try chronicle.sign("truce", by: "edem", for: "east", on: "2001-03-02T10:00")
            let claim = Claim(occurred: date, act: .participation(act))
            try chronicle.account("for-whom", "south", from: .article, on: date, claims: [claim])
            #expect(try south(chronicle) == .inForce)
            try chronicle.account("for-whom", "itself", from: .memoirs, on: date)
            let effect = try chronicle.effect(of: "truce", for: "south", at: "2001-04-01")
            #expect(effect.verdict == .contested)
            #expect(effect.derivation.choices == [.issue("for-whom")])
        }
    }

    @Test func `the inscribed name is irrelevant`() throws {
        var chronicle = try Self.truce(lines: [
            Line(line: "north", role: .party, party: "north"),
            Line(line: "south", role: .party, party: "south", name: "somebody else"),
        ])
        try chronicle.sign("truce", by: "samir", line: "south", on: "2001-03-02T10:00")
        #expect(try south(chronicle) == .inForce)
    }

    @Test(arguments: [Role.witness, .mediator, .guarantor])
    func `the lines of witnesses, mediators and guarantors never count`(_ role: Role) throws {
        var chronicle = try Self.truce(lines: [
            Line(line: "north", role: .party, party: "north"),
            Line(line: "south", role: role, party: "south"),
        ])
        try chronicle.sign("truce", by: "samir", line: "south", on: "2001-03-02T10:00")
        #expect(try south(chronicle) == .pending)
    }

    @Test func `a signature ad referendum counts from its confirmation`() throws {
        var chronicle = try Self.truce()
        try chronicle.sign("truce", by: "samir", line: "south", on: "2001-03-02T10:00", adReferendum: true)
        #expect(try south(chronicle) == .pending)
        #expect(
            chronicle.view.awaiting("south", at: "2001-03-03").contains {
                if case .confirmation = $0 { true } else { false }
            })
        try chronicle.attest(
            .signing(.confirmed(SignatureConfirmation(instrument: "truce", line: "south"))), by: "samir",
            for: "south",
            on: "2001-03-20T10:00")
        #expect(
            try chronicle.effect(of: "truce", for: "south", at: "2001-04-01").since?.lowerBound
                == "2001-03-20T10:00")
    }

    @Test func `consent withdrawn before the effect counts, afterwards it does not`() throws {
        var early = try Self.truce()
        try early.attest(
            .signing(.withdrawn(SignatureWithdrawal(instrument: "truce", line: "north"))), by: "nadir",
            on: "2001-03-01T12:00")
        try early.sign("truce", by: "samir", line: "south", on: "2001-03-02T10:00")
        #expect(try south(early) == .pending)
        var late = try Self.truce()
        try late.sign("truce", by: "samir", line: "south", on: "2001-03-02T10:00")
        try late.attest(
            .signing(.withdrawn(SignatureWithdrawal(instrument: "truce", line: "north"))), by: "nadir",
            on: "2001-03-03T12:00")
        #expect(try late.state(of: "truce", for: "north", at: "2001-04-01") == .inForce)
    }

    @Test func `initials wait with the signature ad referendum that they carry over`() throws {
        for confirmed: Moment? in [nil, "2001-03-03T10:00", "2001-03-05T10:00"] {
            var chronicle = try Self.truce()
            try chronicle.table(.text("b"), of: "truce")
            try chronicle.sign(
                "truce", by: "samir", line: "south", on: "2001-03-02T10:00", adReferendum: true)
            try chronicle.attest(
                .signing(.initialled(Initialling(instrument: "truce", line: "south", text: .text("b")))),
                by: "samir", on: "2001-03-04T10:00")
            if let confirmed {
                try chronicle.attest(
                    .signing(.confirmed(SignatureConfirmation(instrument: "truce", line: "south"))),
                    by: "samir", for: "south", on: confirmed)
            }
            let effect = try chronicle.effect(of: "truce", for: "south", at: "2001-04-01")
            #expect(effect.since?.lowerBound == confirmed?.earliest)
        }
    }

    // MARK: Powers

    static func objected(_ states: [PowersState], by party: ParticipantID = "south") throws -> Chronicle {
        var chronicle = try truce()
        try chronicle.sign("truce", by: "samir", line: "south", on: "2001-03-02T10:00")
        for (day, state) in states.enumerated() {
            try chronicle.attest(
                .participation(.powersStated(PowersStatement(person: "samir", state: state))), by: party,
                on: Moment(stringLiteral: "2001-03-0\(day + 3)"))
        }
        return chronicle
    }

    @Test func `a party's objection to its own agent's powers makes consent contested`() throws {
        let effect = try Self.objected([.objected]).effect(of: "truce", for: "south", at: "2001-04-01")
        #expect(effect.verdict == .contested)
        #expect(effect.derivation.choices.count == 1)
    }

    @Test func `confirmation cures from the original date`() throws {
        let effect = try Self.objected([.objected, .confirmed]).effect(
            of: "truce", for: "south", at: "2001-04-01")
        #expect(effect.verdict == .met)
        #expect(effect.since?.lowerBound == "2001-03-02T10:00")
    }

    @Test func `disavowal removes the consent`() throws {
        #expect(try south(try Self.objected([.objected, .disavowed])) == .pending)
    }

    @Test func `the other side's objection to powers changes nothing`() throws {
        #expect(try south(try Self.objected([.objected], by: "north")) == .inForce)
    }

    @Test func `an objection to standing never touches consent`() throws {
        var chronicle = try Self.truce()
        try chronicle.attest(
            .participation(.standingObjected(StandingObjection(to: "south"))), by: "north", on: "2001-01-01")
        try chronicle.sign("truce", by: "samir", line: "south", on: "2001-03-02T10:00")
        #expect(try south(chronicle) == .inForce)
        #expect(chronicle.view.participant("south")?.standing.count == 1)
    }

    // MARK: Texts

    static func copies() throws -> Chronicle {
        var chronicle = try truce(sameText: true)
        try chronicle.table(.text("a"), of: "truce")
        try chronicle.copy("capital", of: "truce", bearing: .text("a"))
        try chronicle.copy("port", of: "truce", .photocopy, bearing: .text("a"))
        try chronicle.attest(
            .signing(.withdrawn(SignatureWithdrawal(instrument: "truce", line: "north"))), by: "nadir",
            on: "2001-03-01T10:00")
        try chronicle.sign("truce", by: "nadir", line: "north", copy: "capital", on: "2001-03-01T11:00")
        return chronicle
    }

    static func alter(
        _ chronicle: inout Chronicle, on date: Moment, initialledBy: [ParticipantID] = []
    ) throws {
        try chronicle.attest(
            .text(
                .altered(
                    Alteration(
                        instrument: "truce", copy: "port", clause: "1", language: "ru", before: "captured",
                        after: "occupied", hand: .handwritten, from: .text("a"), result: .text("b"),
                        initialledBy: initialledBy))),
            on: date)
    }

    @Test func `consent attaches to the text that the copy bore when it was signed`() throws {
        var before = try Self.copies()
        try before.sign("truce", by: "samir", line: "south", copy: "port", on: "2001-03-02T10:00")
        try Self.alter(&before, on: "2001-03-03T10:00")
        #expect(try south(before) == .inForce)
        var after = try Self.copies()
        try Self.alter(&after, on: "2001-03-01T12:00")
        try after.sign("truce", by: "samir", line: "south", copy: "port", on: "2001-03-02T10:00")
        #expect(try south(after) == .pending)
    }

    @Test func `an alteration that one account denies leaves it contested which text was signed`() throws {
        var chronicle = try Self.copies()
        let alteration = Alteration(
            instrument: "truce", copy: "port", clause: "1", language: "ru", before: "captured",
            after: "occupied", hand: .handwritten, from: .text("a"), result: .text("b"))
        let claim = Claim(occurred: "2001-03-01T12:00", act: .text(.altered(alteration)))
        try chronicle.account("was-it", "altered", from: .article, on: "2001-03-01", claims: [claim])
        try chronicle.account("was-it", "unaltered", from: .memoirs, on: "2001-03-01")
        try chronicle.sign("truce", by: "samir", line: "south", copy: "port", on: "2001-03-02T10:00")
        let effect = try chronicle.effect(of: "truce", for: "south", at: "2001-04-01")
        #expect(effect.verdict == .contested)
        #expect(effect.derivation.choices == [.issue("was-it")])
    }

    @Test func `an alteration binds those who initial it`() throws {
        var chronicle = try Self.copies()
        try Self.alter(&chronicle, on: "2001-03-01T12:00")
        try chronicle.sign("truce", by: "samir", line: "south", copy: "port", on: "2001-03-02T10:00")
        try chronicle.attest(
            .signing(.initialled(Initialling(instrument: "truce", copy: "port", text: .text("b")))),
            by: "nadir",
            on: "2001-03-04T10:00")
        #expect(
            try chronicle.effect(of: "truce", for: "south", at: "2001-04-01").since?.lowerBound
                == "2001-03-04T10:00")
        #expect(chronicle.view.alterations(of: "truce").first?.initialledBy == ["nadir"])
    }

    @Test func `those addressed who have not consented are addressed, not bound`() throws {
        var chronicle = try Chronicle("north", "south")
        try chronicle.introduce("order", Self.both, consentBy: [.acceptance])
        try chronicle.rule("order", Self.both, begins: .at("2001-01-01T00:00"))
        #expect(try chronicle.state(of: "order", for: "south", at: "2000-12-31") == .pending)
        #expect(try chronicle.state(of: "order", for: "south", at: "2001-01-01") == .addressedNotBound)
    }

    @Test func `consent that comes later on one account is no consent yet on any`() throws {
        var chronicle = try Chronicle("north", "south")
        try chronicle.introduce("order", Self.both, consentBy: [.acceptance])
        try chronicle.rule("order", Self.both, begins: .at("2001-01-01T00:00"))
        let claim = Claim(
            actor: "south", occurred: "2001-02-01T00:00",
            act: .effect(.consented(ConsentExpression(instrument: "order", kind: .acceptance))))
        try chronicle.account("did-it", "yes", from: .press, on: "2001-02-01", claims: [claim])
        try chronicle.account("did-it", "no", from: .memoirs, on: "2001-02-01")
        #expect(try chronicle.state(of: "order", for: "south", at: "2001-01-10") == .addressedNotBound)
        #expect(try chronicle.state(of: "order", for: "south", at: "2001-03-01") == .contested)
    }
}

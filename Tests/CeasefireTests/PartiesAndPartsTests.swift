import Testing

@testable import Ceasefire

/// What parties become, what is part of what, and for whom a rule speaks.
@Suite struct `Parties and parts` {
    static let three: [ParticipantID] = ["north", "south", "east"]

    /// An instrument that all three have accepted, in force from 1 January 2001.
    static func pact(
        parties: [ParticipantID] = three, begins: Condition = .at("2001-01-01T00:00")
    ) throws -> Chronicle {
        var chronicle = try Chronicle("north", "south", "east")
        try chronicle.introduce("pact", parties, form: .verbal, consentBy: [.acceptance])
        try chronicle.rule("pact", parties, begins: begins)
        for party in parties { try accept(&chronicle, party, on: "2000-12-01T00:00") }
        return chronicle
    }

    static func accept(_ chronicle: inout Chronicle, _ party: ParticipantID, on date: Moment) throws {
        try chronicle.attest(
            .effect(.consented(ConsentExpression(instrument: "pact", kind: .acceptance))), by: party, on: date
        )
    }

    @Test func `splitting, merging and coming under a command end no bond by themselves`() throws {
        for change: ParticipationAct in [
            .split(PartySplit(party: "south", into: ["east"])),
            .merged(PartyMerger(parties: ["south", "east"], into: "north")),
            .joinedCommand(CommandMembership(party: "south", under: "north")),
        ] {
            var chronicle = try Self.pact()
            try chronicle.attest(.participation(change), on: "2001-06-01T00:00")
            #expect(try chronicle.state(of: "pact", for: "south", at: "2002-01-01") == .inForce)
            #expect(chronicle.view.participant("south")?.changes.count == 1)
        }
    }

    @Test func `a settlement may let any one of several speak for a seat`() throws {
        var chronicle = try Chronicle("south")
        try chronicle.accredit("samir", "sara", for: "south")
        try chronicle.introduce("truce", ["south"])
        try chronicle.rule("truce", ["south"], begins: .consents())
        for claimant: ParticipantID in ["samir", "sara"] {
            try chronicle.attest(
                .participation(.seatClaimed(SeatClaim(seat: "south"))), by: claimant, on: "2001-02-01")
        }
        try chronicle.attest(
            .participation(
                .seatSettled(
                    SeatSettlement(
                        seat: "south", holders: ["samir", "sara"], required: 1,
                        acceptedBy: ["samir", "sara"]))),
            on: "2001-02-10")
        try chronicle.sign("truce", by: "sara", line: "south", on: "2001-03-02T10:00")
        #expect(try chronicle.effect(of: "truce", for: "south", at: "2001-03-03").verdict == .met)
    }

    @Test func `each stands for whichever party is asked about`() throws {
        let rule = Condition.after(Duration(1, .hours), .event(.consent(.each, [])))
        var chronicle = try Chronicle("north", "south", "east")
        try chronicle.introduce("pact", Self.three, form: .verbal, consentBy: [.acceptance])
        try chronicle.rule("pact", Self.three, begins: rule)
        try Self.accept(&chronicle, "north", on: "2001-01-01T00:00")
        try Self.accept(&chronicle, "south", on: "2001-02-01T00:00")
        let since = try ["north", "south", "east"].map {
            try chronicle.effect(of: "pact", for: ParticipantID(stringLiteral: $0), at: "2002-01-01").since?
                .lowerBound
        }
        #expect(since == ["2001-01-01T01:00", "2001-02-01T01:00", nil])
    }

    @Test func `a rule may ask for one kind of consent among those admitted`() throws {
        var chronicle = try Chronicle("north", "south")
        try chronicle.introduce("pact", ["north"], form: .verbal, consentBy: [.acceptance, .ratification])
        try chronicle.rule("pact", ["north"], begins: .event(.consent("north", [.ratification])))
        try Self.accept(&chronicle, "north", on: "2001-01-01T00:00")
        #expect(try chronicle.state(of: "pact", for: "north", at: "2001-06-01") == .pending)
        try chronicle.attest(
            .effect(.consented(ConsentExpression(instrument: "pact", kind: .ratification))), by: "north",
            on: "2001-07-01T00:00")
        #expect(try chronicle.state(of: "pact", for: "north", at: "2001-08-01") == .inForce)
    }

    @Test func `an annex with its own rule and parties is an instrument that is part of another`() throws {
        var chronicle = try Self.pact()
        try chronicle.admit(
            .text(
                .introduced(
                    InstrumentIntroduction(
                        instrument: "annex", title: "Annex", kind: .agreement, form: .verbal,
                        intent: .binding,
                        addressed: ["north", "south"], consentBy: [.acceptance], partOf: "pact"))),
            by: "recorder")
        try chronicle.rule("annex", ["north", "south"], begins: .event(.inForce("pact", for: .each)))
        for party: ParticipantID in ["north", "south"] {
            try chronicle.attest(
                .effect(.consented(ConsentExpression(instrument: "annex", kind: .acceptance))), by: party,
                on: "2000-12-05T00:00")
        }
        #expect(
            try chronicle.effect(of: "annex", for: "north", at: "2001-02-01").since?.lowerBound
                == "2001-01-01T00:00")
        #expect(
            chronicle.view.effects(of: "annex", for: "east", at: "2001-02-01").map(\.state) == [.notAddressed]
        )
        #expect(throws: Refusal.unknown(.instrument, "nothing")) {
            try chronicle.admit(
                .text(
                    .introduced(
                        InstrumentIntroduction(
                            instrument: "other", title: "Other", kind: .agreement, form: .verbal,
                            intent: .binding,
                            partOf: "nothing"))),
                by: "recorder")
        }
    }

    @Test func `what is replaced before its effect never binds those who replaced it`() throws {
        var chronicle = try Self.pact(parties: ["north", "south"], begins: .at("2001-06-01T00:00"))
        try chronicle.introduce("better", ["north", "south"], form: .verbal, consentBy: [.acceptance])
        try chronicle.rule("better", ["north", "south"], begins: .at("2001-03-01T00:00"))
        for party: ParticipantID in ["north", "south"] {
            try chronicle.attest(
                .effect(.consented(ConsentExpression(instrument: "better", kind: .acceptance))), by: party,
                on: "2001-02-01T00:00")
        }
        try chronicle.relate("better", .replacesBeforeEffect, "pact", on: "2001-02-01T00:00")
        #expect(try chronicle.effect(of: "pact", for: "north", at: "2001-07-01").verdict == .missing)
        #expect(try chronicle.state(of: "better", for: "north", at: "2001-07-01") == .inForce)
    }

    @Test func `a body that the parties named settles an issue for those who accept`() throws {
        var chronicle = try Chronicle("north")
        try chronicle.list("court", as: .commissionMember)
        try chronicle.introduce("pact", ["north"], form: .verbal, consentBy: [.acceptance])
        try chronicle.rule("pact", ["north"], begins: .consent("north"))
        let claim = Claim(
            actor: "north", occurred: "2001-01-01T00:00",
            act: .effect(.consented(ConsentExpression(instrument: "pact", kind: .acceptance))))
        try chronicle.account("did-it", "yes", from: .press, on: "2001-01-01", claims: [claim])
        try chronicle.account("did-it", "no", from: .memoirs, on: "2001-01-01")
        #expect(try chronicle.effect(of: "pact", for: "north", at: "2001-06-01").verdict == .contested)
        try chronicle.perform(
            .reference(.settled(IssueSettlement(issue: "did-it", alternative: "yes", acceptedBy: ["north"]))),
            by: "court")
        #expect(try chronicle.effect(of: "pact", for: "north", at: "2001-06-01").verdict == .met)
    }
}

import Testing

@testable import Ceasefire

/// The situations that any record of ceasefires must be able to tell, each as a small history.
@Suite struct `Twelve situations` {
    static let both: [ParticipantID] = ["north", "south"]

    /// Two sides and an agreement that enters into force for each when all have signed.
    static func agreement(
        _ id: InstrumentID = "truce", parties: [ParticipantID] = both, begins: Condition = .consents(),
        lines: [Line]? = nil, denunciation: Duration? = nil, mode: SigningMode = .together
    ) throws -> Chronicle {
        var chronicle = try Chronicle("north", "south")
        try chronicle.accredit("nadir", "nina", for: "north")
        try chronicle.accredit("samir", "sara", for: "south")
        try chronicle.introduce(id, parties, mode: mode, denunciation: denunciation, lines: lines)
        try chronicle.rule(id, parties, begins: begins)
        return chronicle
    }

    @Test func `1 a name inscribed and never signed binds only if the rule says so`() throws {
        let lines = [
            Line(line: "north", role: .party, party: "north"),
            Line(line: "south", role: .party, party: "south"),
            Line(line: "mayor", role: .party, party: "south", name: "the mayor"),
        ]
        var chronicle = try Self.agreement(lines: lines)
        try chronicle.sign("truce", by: "nadir", line: "north", on: "2001-03-01T10:00")
        try chronicle.sign("truce", by: "samir", line: "south", on: "2001-03-01T11:00")
        // By the rule the party's consent is enough: its second line stays unsigned.
        #expect(try chronicle.state(of: "truce", for: "south", at: "2001-03-02") == .inForce)
        #expect(chronicle.view.status(of: "mayor", in: "truce")?.signed == .missing)
        #expect(chronicle.view.facet(signatureOf: "truce", at: "2001-03-02").state == .partial)

        // In escrow every line must be signed before any signature counts: now the same blank line stands in the way.
        var escrow = try Self.agreement(lines: lines, mode: .escrow)
        try escrow.sign("truce", by: "nadir", line: "north", on: "2001-03-01T10:00")
        try escrow.sign("truce", by: "samir", line: "south", on: "2001-03-01T11:00")
        #expect(try escrow.state(of: "truce", for: "south", at: "2001-03-02") == .pending)
        try escrow.sign("truce", by: "sara", line: "mayor", on: "2001-03-05T11:00")
        #expect(
            try escrow.effect(of: "truce", for: "south", at: "2001-03-06").since?.lowerBound
                == "2001-03-05T11:00")
    }

    @Test func `2 the signer is not the person whose name is printed on the line`() throws {
        var chronicle = try Self.agreement(lines: [
            Line(line: "north", role: .party, party: "north", name: "nina"),
            Line(line: "south", role: .party, party: "south", name: "samir"),
        ])
        try chronicle.sign("truce", by: "nadir", line: "north", on: "2001-03-01T10:00")
        try chronicle.sign("truce", by: "samir", line: "south", on: "2001-03-01T10:00")
        let flags = chronicle.view.lines(of: "truce").map(\.flags)
        #expect(flags == [[.signedByAnother], []])
        #expect(try chronicle.state(of: "truce", for: "north", at: "2001-03-02") == .inForce)
    }

    @Test func `3 copies of the same instrument bear different texts`() throws {
        var chronicle = try Self.agreement(begins: .consents(sameText: true))
        try chronicle.table(.text("a"), of: "truce")
        try chronicle.table(.text("b"), of: "truce")
        try chronicle.copy("northern", of: "truce", bearing: .text("a"))
        try chronicle.copy("southern", of: "truce", .counterpart, bearing: .text("b"))
        try chronicle.sign("truce", by: "nadir", line: "north", copy: "northern", on: "2001-03-01T10:00")
        try chronicle.sign("truce", by: "samir", line: "south", copy: "southern", on: "2001-03-01T10:00")
        let why = try chronicle.effect(of: "truce", for: "north", at: "2001-03-02").derivation
        #expect(why.verdict == .missing)
        #expect(why.contains(.missing) { $0 == .sameText(Self.both) })
    }

    @Test func `3 versions in two languages are said to agree only by somebody`() throws {
        var chronicle = try Self.agreement(begins: .consents(sameText: true))
        try chronicle.table(.text("a"), of: "truce", language: "fr")
        try chronicle.table(.text("b"), of: "truce", language: "ar")
        try chronicle.copy("bilingual", of: "truce", bearing: .text("a"), .text("b"))
        try chronicle.copy("french", of: "truce", bearing: .text("a"))
        try chronicle.sign("truce", by: "nadir", line: "north", copy: "bilingual", on: "2001-03-01T10:00")
        try chronicle.sign("truce", by: "samir", line: "south", copy: "french", on: "2001-03-01T10:00")
        // They share the French text; the Arabic one is no part of the comparison.
        #expect(try chronicle.state(of: "truce", for: "north", at: "2001-03-02") == .inForce)
        #expect(chronicle.view.identicality(of: ["bilingual", "french"], of: "truce") == .different)
    }

    @Test func `4 a party that signs later is bound from its own date`() throws {
        var chronicle = try Self.agreement(
            begins: .event(.consents(["north"], sameText: false)))
        try chronicle.sign("truce", by: "nadir", line: "north", on: "2001-03-01T10:00")
        #expect(try chronicle.state(of: "truce", for: "south", at: "2001-03-05") == .addressedNotBound)
        try chronicle.sign("truce", by: "samir", line: "south", on: "2001-04-01T10:00")
        #expect(
            try chronicle.effect(of: "truce", for: "south", at: "2001-04-02").since?.lowerBound
                == "2001-04-01T10:00")
    }

    @Test func `5 two persons claim the same seat and the seat stays disputed`() throws {
        var chronicle = try Chronicle("north", "south")
        try chronicle.accredit("nadir", for: "north")
        try chronicle.accredit("samir", "sara", for: "south")
        try chronicle.introduce("truce", Self.both)
        try chronicle.rule("truce", Self.both, begins: .consents())
        for claimant: ParticipantID in ["samir", "sara"] {
            try chronicle.attest(
                .participation(.seatClaimed(SeatClaim(seat: "south"))), by: claimant, on: "2001-02-01")
        }
        try chronicle.sign("truce", by: "nadir", line: "north", on: "2001-03-01T10:00")
        try chronicle.sign("truce", by: "samir", line: "south", on: "2001-03-01T10:00")
        #expect(chronicle.view.participant("south")?.seat?.isDisputed == true)
        // One of the two signed: on the other's claim the seat has not consented.
        let contested = try chronicle.effect(of: "truce", for: "south", at: "2001-03-03")
        #expect(contested.verdict == .contested)
        #expect(contested.derivation.choices == [.seat("south", among: ["samir", "sara"])])
        // Both signed, each for itself: whoever holds the seat, it has consented. The seat stays disputed.
        try chronicle.sign("truce", by: "sara", line: "south", on: "2001-03-02T10:00")
        #expect(try chronicle.effect(of: "truce", for: "south", at: "2001-03-03").verdict == .met)
        #expect(chronicle.view.participant("south")?.seat?.isDisputed == true)
    }

    @Test func `5 a settlement says who speaks for the seat`() throws {
        var chronicle = try Chronicle("north", "south")
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
                        seat: "south", holders: ["samir", "sara"], acceptedBy: ["north", "samir", "sara"]))),
            on: "2001-02-10")
        try chronicle.sign("truce", by: "samir", line: "south", on: "2001-03-01T10:00")
        #expect(try chronicle.effect(of: "truce", for: "south", at: "2001-03-03").verdict == .missing)
        try chronicle.sign("truce", by: "sara", line: "south", on: "2001-03-02T10:00")
        #expect(
            try chronicle.effect(of: "truce", for: "south", at: "2001-03-03").since?.lowerBound
                == "2001-03-02T10:00")
    }

    @Test func `6 a party denies that another is one, yet both are bound to the mediator`() throws {
        var chronicle = try Chronicle("north", "south")
        try chronicle.list("mediator", as: .mediator)
        try chronicle.accredit("nadir", for: "north")
        try chronicle.accredit("samir", for: "south")
        try chronicle.attest(
            .participation(.standingObjected(StandingObjection(to: "south", ground: "no party"))),
            by: "nadir",
            for: "north", on: "2001-01-01")
        try chronicle.introduce("letters", Self.both, form: .identicalLetters)
        try chronicle.table(.text("a"), of: "letters")
        for side in Self.both {
            try chronicle.copy(side.renamed(), of: "letters", .identicalLetter, bearing: .text("a"))
        }
        try chronicle.rule("letters", Self.both, begins: .consents(sameText: true), towards: ["mediator"])
        try chronicle.sign("letters", by: "nadir", line: "north", copy: "north", on: "2001-03-01T10:00")
        try chronicle.sign("letters", by: "samir", line: "south", copy: "south", on: "2001-03-02T10:00")
        let effect = try chronicle.effect(of: "letters", for: "north", at: "2001-03-03")
        #expect(effect.state == .inForce)
        #expect(effect.bonds.map(\.towards) == ["mediator"])
        #expect(chronicle.view.participant("south")?.standing.first?.settled == nil)
        #expect(
            chronicle.view.divisions(at: "2001-03-03").contains(.standing(of: "south", by: "north", entry: 4))
        )
    }

    @Test func `7 parallel announcements without a signed text differ in their hour`() throws {
        var chronicle = try Chronicle("north", "south")
        try chronicle.introduce(
            "halt", Self.both, form: .verbal, kind: .announcement, consentBy: [.announcement])
        for (side, words): (ParticipantID, String) in [
            ("north", "from one o'clock, everywhere"), ("south", "now"),
        ] {
            try chronicle.attest(
                .effect(.consented(ConsentExpression(instrument: "halt", kind: .announcement, words: words))),
                by: side, on: "2023-09-20T12:00")
        }
        try chronicle.rule("halt", ["north"], begins: .at("2023-09-20T13:00"), name: "as-north-says")
        try chronicle.rule("halt", ["south"], begins: .at("2023-09-20T12:30"), name: "as-south-says")
        #expect(try chronicle.state(of: "halt", for: "north", at: "2023-09-20T12:45") == .pending)
        #expect(try chronicle.state(of: "halt", for: "south", at: "2023-09-20T12:45") == .inForce)
        #expect(chronicle.view.facet(textOf: "halt", at: "2023-09-21") == .none)
    }

    @Test func `8 a unilateral declaration waits for reciprocity`() throws {
        var chronicle = try Chronicle("north", "south")
        try chronicle.introduce(
            "pledge", ["north"], form: .unilateral, kind: .declaration, consentBy: [.announcement])
        try chronicle.introduce(
            "answer", ["south"], form: .unilateral, kind: .declaration, consentBy: [.announcement])
        try chronicle.rule("pledge", ["north"], begins: .event(.inForce("answer", for: "south")))
        try chronicle.rule("answer", ["south"], begins: .at("2001-03-05T00:00"))
        try chronicle.attest(
            .effect(.consented(ConsentExpression(instrument: "pledge", kind: .announcement))), by: "north",
            on: "2001-03-01T10:00")
        #expect(try chronicle.state(of: "pledge", for: "north", at: "2001-03-06") == .pending)
        try chronicle.attest(
            .effect(.consented(ConsentExpression(instrument: "answer", kind: .announcement))), by: "south",
            on: "2001-03-02T10:00")
        #expect(
            try chronicle.effect(of: "pledge", for: "north", at: "2001-03-06").since?.lowerBound
                == "2001-03-05T00:00")
    }

    @Test func `9 a short truce is nested in a wider regime, which stands`() throws {
        var chronicle = try Self.agreement("regime")
        try chronicle.sign("regime", by: "nadir", line: "north", on: "2001-03-01T10:00")
        try chronicle.sign("regime", by: "samir", line: "south", on: "2001-03-01T10:00")
        try chronicle.introduce("pause", Self.both)
        try chronicle.rule(
            "pause", Self.both, begins: .consents(), ends: .after(Duration(48, .hours), .consents()))
        try chronicle.sign("pause", by: "nadir", line: "north", on: "2020-10-10T12:00")
        try chronicle.sign("pause", by: "samir", line: "south", on: "2020-10-10T12:00")
        try chronicle.relate("pause", .nestedIn, "regime", on: "2020-10-10T12:00")
        let statuses = chronicle.view.statuses(at: "2020-10-11")
        #expect(statuses.map(\.instrument) == ["pause", "regime"])
        #expect(statuses.map { $0.effects.map(\.state) } == [[.inForce, .inForce], [.inForce, .inForce]])
        #expect(try chronicle.state(of: "pause", for: "north", at: "2020-10-13") == .ended)
        #expect(try chronicle.state(of: "regime", for: "north", at: "2020-10-13") == .inForce)
    }

    @Test func `9 of three regimes, each nested in the next, the narrowest comes first`() throws {
        for order: [InstrumentID] in [["narrow", "middle", "wide"], ["wide", "narrow", "middle"]] {
            var chronicle = try Self.agreement("unrelated")
            for id in order { try chronicle.introduce(id, Self.both) }
            for id in order + ["unrelated"] {
                try chronicle.sign(id, by: "nadir", line: "north", on: "2001-03-01T10:00")
            }
            try chronicle.relate("narrow", .nestedIn, "middle", on: "2001-03-01T10:00")
            try chronicle.relate("middle", .nestedIn, "wide", on: "2001-03-01T10:00")
            let nested = chronicle.view.statuses(at: "2001-04-01").map(\.instrument).filter {
                $0 != "unrelated"
            }
            #expect(nested == ["narrow", "middle", "wide"])
            // Said in a circle, it still has an end.
            try chronicle.relate("wide", .nestedIn, "narrow", on: "2001-03-02T10:00")
            #expect(chronicle.view.statuses(at: "2001-04-01").count == 4)
        }
    }

    @Test func `10 ended in the morning and revived in the evening of one day`() throws {
        var chronicle = try `Effect rules`.pledge(.at("2001-04-01T00:00"), ends: .at("2001-05-01T08:00"))
        try chronicle.introduce("more", Self.both, form: .verbal, consentBy: [.announcement])
        try chronicle.relate("more", .extends, "pledge", until: "2001-06-01T00:00", on: "2001-05-01T18:00")
        let effect = try chronicle.effect(of: "pledge", for: "north", at: "2001-05-01")
        #expect(effect.dayPart == .several([.until("2001-05-01T08:00"), .from("2001-05-01T18:00")]))
    }

    @Test func `10 an extension after the end revives and leaves the gap`() throws {
        var chronicle = try Self.agreement()
        try chronicle.process.admit(
            Entry(
                index: chronicle.process.entries.count, received: chronicle.clock, author: "recorder",
                act: .effect(
                    .ruled(
                        RuleStatement(
                            instrument: "truce", rule: "with-term", parties: Self.both, begins: .consents(),
                            ends: .at("2001-03-10T00:00"))))))
        try chronicle.sign("truce", by: "nadir", line: "north", on: "2001-03-01T10:00")
        try chronicle.sign("truce", by: "samir", line: "south", on: "2001-03-01T10:00")
        try chronicle.introduce("first", Self.both, form: .verbal, consentBy: [.announcement])
        try chronicle.introduce("second", Self.both, form: .verbal, consentBy: [.announcement])
        try chronicle.introduce("last", Self.both, form: .verbal, consentBy: [.announcement])
        try chronicle.relate("first", .extends, "truce", until: "2001-03-20T00:00", on: "2001-03-09T00:00")
        try chronicle.relate("second", .extends, "truce", until: "2001-04-10T00:00", on: "2001-04-01T00:00")
        func state(_ date: Moment) throws -> EffectState? {
            chronicle.view.effects(of: "truce", for: "north", at: date).first { $0.rule == "with-term" }?
                .state
        }
        #expect(try state("2001-03-15") == .inForce)
        #expect(try state("2001-03-25") == .ended)
        #expect(try state("2001-04-05") == .inForce)
        #expect(try state("2001-05-01") == .ended)
        // A reaffirmation without term deletes the end, from its own date.
        try chronicle.relate("last", .reaffirms, "truce", on: "2001-06-01T00:00")
        #expect(try state("2001-05-01") == .ended)
        #expect(try state("2010-01-01") == .inForce)
    }

    @Test func `11 an hour that may be read in two zones is contested in between`() throws {
        var chronicle = try Self.agreement(
            begins: .all([.consents(), .at(["2023-09-20T13:00+04:00", "2023-09-20T13:00+03:00"])]))
        try chronicle.sign("truce", by: "nadir", line: "north", on: "2023-09-20T10:00")
        try chronicle.sign("truce", by: "samir", line: "south", on: "2023-09-20T10:00")
        #expect(
            try chronicle.effect(of: "truce", for: "north", at: "2023-09-20T12:59+04:00").verdict == .missing)
        let between = try chronicle.effect(of: "truce", for: "north", at: "2023-09-20T13:30+04:00")
        #expect(between.verdict == .contested)
        #expect(between.derivation.choices.count == 1)
        #expect(try chronicle.effect(of: "truce", for: "north", at: "2023-09-20T14:00+04:00").verdict == .met)
    }

    @Test func `12 succession without mention, after which a party no longer exists`() throws {
        var chronicle = try Chronicle("north", "south", "enclave")
        let three: [ParticipantID] = ["north", "south", "enclave"]
        for side in three { try chronicle.accredit(ParticipantID(stringLiteral: "of-\(side)"), for: side) }
        try chronicle.introduce("regime", three)
        try chronicle.rule("regime", three, begins: .consents())
        for side in three {
            try chronicle.sign(
                "regime", by: ParticipantID(stringLiteral: "of-\(side)"), line: side.renamed(),
                on: "1994-05-09T10:00")
        }
        try chronicle.introduce("statement", Self.both)
        try chronicle.rule("statement", Self.both, begins: .at("2020-11-10T00:00+03:00"))
        for side in Self.both {
            try chronicle.sign(
                "statement", by: ParticipantID(stringLiteral: "of-\(side)"), line: side.renamed(),
                on: "2020-11-09T20:00")
        }
        try chronicle.relate(
            "statement", .supersedes, "regime", basis: .asserted, on: "2020-11-10T00:00+03:00")
        let north = try chronicle.effect(of: "regime", for: "north", at: "2021-01-01")
        #expect(north.state == .inForce)
        #expect(north.bonds.map { [$0.towards: $0.verdict] } == [["enclave": .met], ["south": .missing]])
        #expect(north.ends.map(\.reason) == [.relation(.supersedes, by: "statement", .asserted)])
        #expect(north.ends.map(\.towards) == ["south"])
        try chronicle.attest(
            .participation(.dissolved(PartyDissolution(party: "enclave"))), on: "2024-01-01T00:00")
        #expect(try chronicle.state(of: "regime", for: "north", at: "2024-06-01") == .ended)
        #expect(try chronicle.state(of: "regime", for: "enclave", at: "2024-06-01") == .ended)
        #expect(chronicle.view.participant("enclave")?.isDissolved == true)
    }
}

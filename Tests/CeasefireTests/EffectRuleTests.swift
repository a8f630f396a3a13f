import Testing

@testable import Ceasefire

/// The grammar of effect rules, each form with what it denotes.
@Suite struct `Effect rules` {
    /// One side that has announced on 1 March 2001 at 10:00 that it is bound under this rule.
    static func pledge(
        _ begins: Condition, ends: Condition? = nil, lapses: Condition? = nil, deemedFrom: Moment? = nil
    ) throws -> Chronicle {
        var chronicle = try Chronicle("north", "south")
        try chronicle.list("court", as: .commissionMember)
        try chronicle.introduce("pledge", ["north"], form: .unilateral, consentBy: [.announcement])
        try chronicle.rule(
            "pledge", ["north"], begins: begins, ends: ends, lapses: lapses, deemedFrom: deemedFrom)
        try chronicle.attest(
            .effect(.consented(ConsentExpression(instrument: "pledge", kind: .announcement))), by: "north",
            on: "2001-03-01T10:00")
        return chronicle
    }

    static func decide(
        _ chronicle: inout Chronicle, _ question: MatterID, _ answer: Answer, on date: Moment
    ) throws {
        try chronicle.attest(
            .effect(.decided(Decision(question: question, answer: answer))), by: "court", on: date)
    }

    static let decision = Condition.event(.decided(by: "court", "may-it", .yes))

    func since(_ chronicle: Chronicle) throws -> Instant? {
        try chronicle.effect(of: "pledge", for: "north", at: "2030-01-01").since?.lowerBound
    }

    func state(_ chronicle: Chronicle, at date: Moment = "2030-01-01") throws -> EffectState {
        try chronicle.state(of: "pledge", for: "north", at: date)
    }

    @Test func `at a time`() throws {
        #expect(try since(Self.pledge(.at("2001-04-01T00:00"))) == "2001-04-01T00:00")
    }

    @Test func `all is the latest`() throws {
        var chronicle = try Self.pledge(.all([.at("2001-04-01T00:00"), Self.decision]))
        #expect(try since(chronicle) == nil)
        try Self.decide(&chronicle, "may-it", .yes, on: "2001-05-01T00:00")
        #expect(try since(chronicle) == "2001-05-01T00:00")
    }

    @Test func `any is the earliest`() throws {
        var chronicle = try Self.pledge(.any([.at("2001-04-01T00:00"), Self.decision]))
        try Self.decide(&chronicle, "may-it", .yes, on: "2001-05-01T00:00")
        #expect(try since(chronicle) == "2001-04-01T00:00")
    }

    @Test func `at least two of three is the second`() throws {
        let parts = ["2001-04-01T00:00", "2001-06-01T00:00", "2001-05-01T00:00"].map {
            Condition.at(Moment(stringLiteral: $0))
        }
        #expect(try since(Self.pledge(.atLeast(2, parts))) == "2001-05-01T00:00")
    }

    @Test func `hours run exactly`() throws {
        #expect(try since(Self.pledge(.after(Duration(6, .hours), .consent("north")))) == "2001-03-01T16:00")
    }

    @Test func `days leave out the first and end at local midnight`() throws {
        #expect(try since(Self.pledge(.after(Duration(3, .days), .consent("north")))) == "2001-03-05T00:00")
        let elsewhere = Duration(3, .days, offsets: [.utc])
        #expect(try since(Self.pledge(.after(elsewhere, .consent("north")))) == "2001-03-05T00:00+00:00")
    }

    @Test func `days counted in an unstated zone are read both ways`() throws {
        let chronicle = try Self.pledge(
            .after(Duration(3, .days, offsets: [.baku, .utc]), .consent("north")))
        #expect(
            try chronicle.effect(of: "pledge", for: "north", at: "2001-03-05T01:00").verdict == .contested)
        #expect(try chronicle.effect(of: "pledge", for: "north", at: "2001-03-05T04:00").verdict == .met)
    }

    @Test func `months end when the same day of a later month ends`() throws {
        #expect(try since(Self.pledge(.after(Duration(1, .months), .consent("north")))) == "2001-04-02T00:00")
    }

    @Test func `after counts from the first occurrence`() throws {
        var chronicle = try Self.pledge(.after(Duration(1, .hours), Self.decision))
        try Self.decide(&chronicle, "may-it", .yes, on: "2001-05-01T00:00")
        try Self.decide(&chronicle, "may-it", .yes, on: "2001-06-01T00:00")
        #expect(try since(chronicle) == "2001-05-01T01:00")
    }

    @Test func `unless an objection comes first`() throws {
        let rule = Condition.unless(
            .after(Duration(30, .days), .consent("north")), .objected("south"), by: nil)
        var silent = try Self.pledge(rule)
        #expect(try state(silent) == .inForce)
        try silent.attest(
            .signing(.objected(Objection(instrument: "pledge"))), by: "south", on: "2001-06-01T00:00")
        #expect(try state(silent) == .inForce)
        var objected = try Self.pledge(rule)
        try objected.attest(
            .signing(.objected(Objection(instrument: "pledge"))), by: "south", on: "2001-03-10T00:00")
        #expect(try state(objected) == .failed)
    }

    @Test func `an objection to a declaration is none to the instrument`() throws {
        var chronicle = try Self.pledge(.unless(.at("2001-06-01T00:00"), .objected("south"), by: nil))
        try chronicle.attest(
            .signing(.objected(Objection(instrument: "pledge", to: ["north"]))), by: "south",
            on: "2001-05-01T00:00")
        #expect(try state(chronicle) == .inForce)
    }

    @Test func `an objection after its limit does not count`() throws {
        var chronicle = try Self.pledge(
            .unless(.at("2001-06-01T00:00"), .objected("south"), by: .at("2001-04-01T00:00")))
        try chronicle.attest(
            .signing(.objected(Objection(instrument: "pledge"))), by: "south", on: "2001-05-01T00:00")
        #expect(try state(chronicle) == .inForce)
    }

    @Test func `a decision to the contrary excludes, no valid result leaves open`() throws {
        var open = try Self.pledge(Self.decision)
        try Self.decide(&open, "may-it", .noValidResult, on: "2001-05-01T00:00")
        #expect(try state(open) == .pending)
        var excluded = try Self.pledge(Self.decision)
        try Self.decide(&excluded, "may-it", .no, on: "2001-05-01T00:00")
        #expect(try state(excluded) == .failed)
        #expect(try excluded.effect(of: "pledge", for: "north", at: "2030-01-01").verdict == .failed)
    }

    @Test func `a performance counts when the named body certifies it`() throws {
        var chronicle = try Self.pledge(
            .event(.performed("south", "withdrawal", certifiedBy: "court")))
        let performance = Act.effect(.performed(Performance(who: "south", matter: "withdrawal")))
        try chronicle.attest(performance, by: "north", on: "2001-05-01T00:00")
        #expect(try state(chronicle) == .pending)
        try chronicle.attest(performance, by: "court", on: "2001-05-02T00:00")
        #expect(try since(chronicle) == "2001-05-02T00:00")
    }

    @Test func `a finding changes the law only through a rule that names it`() throws {
        var chronicle = try Self.pledge(
            .at("2001-04-01T00:00"), ends: .event(.found(by: "court", "breach-of-may")))
        func find(_ finding: MatterID, on date: Moment) throws {
            try chronicle.attest(
                .monitoring(
                    .found(
                        Finding(
                            finding: finding, instrument: "pledge", facts: "shells fell",
                            classification: .violation,
                            standard: .clearAndConvincing))),
                by: "court", on: date)
        }
        try find("something-else", on: "2001-05-01T00:00")
        #expect(try state(chronicle) == .inForce)
        try find("breach-of-may", on: "2001-06-01T00:00")
        #expect(try state(chronicle) == .ended)
        #expect(chronicle.view.status(of: "pledge", at: "2001-07-01").observance.state == .breachFound)
    }

    @Test func `an hour plus a later notice means the later, unless deemed from`() throws {
        var later = try Self.pledge(.all([.at("2001-04-01T00:00"), Self.decision]))
        try Self.decide(&later, "may-it", .yes, on: "2001-04-03T12:00")
        #expect(try since(later) == "2001-04-03T12:00")
        var deemed = try Self.pledge(
            .all([.at("2001-04-01T00:00"), Self.decision]), deemedFrom: "2001-04-01T00:00")
        try Self.decide(&deemed, "may-it", .yes, on: "2001-04-03T12:00")
        #expect(try since(deemed) == "2001-04-01T00:00")
    }

    @Test func `an effect that reaches back says from when it is deemed, and what put it in force`() throws {
        var chronicle = try Self.pledge(
            .all([.at("2001-04-01T00:00"), Self.decision]), deemedFrom: "2001-04-01T00:00")
        let before = try chronicle.effect(of: "pledge", for: "north", at: "2001-04-02T00:00")
        #expect(before.state == .pending)
        #expect(!before.derivation.all.contains { $0.reason == .deemedFrom("2001-04-01T00:00") })
        try Self.decide(&chronicle, "may-it", .yes, on: "2001-04-03T12:00")
        for time: Moment in ["2001-04-02T00:00", "2001-05-01T00:00"] {
            let effect = try chronicle.effect(of: "pledge", for: "north", at: time)
            #expect(effect.state == .inForce)
            #expect(effect.derivation.open.isEmpty)
            #expect(effect.derivation.all.allSatisfy { $0.verdict == .met })
            let deemed = try #require(effect.derivation.parts.last)
            #expect(deemed.reason == .deemedFrom("2001-04-01T00:00"))
            #expect(!deemed.entries.isEmpty)
        }
        let earlier = try chronicle.effect(of: "pledge", for: "north", at: "2001-03-31T00:00")
        #expect(earlier.state == .pending)
    }

    @Test func `what is deemed to have begun may have ended before it was put in force`() throws {
        let chronicle = try Self.pledge(
            .at("2001-02-01T00:00"), ends: .at("2001-02-11T00:00"), deemedFrom: "2001-02-01T00:00")
        #expect(try state(chronicle, at: "2001-02-10") == .inForce)
        #expect(try state(chronicle, at: "2001-02-11") == .ended)
        #expect(try state(chronicle) == .ended)
    }

    @Test func `whom the rules leave out is not addressed, and it is not said that there are none`() throws {
        let chronicle = try Self.pledge(.at("2001-04-01T00:00"))
        let effect = try chronicle.effect(of: "pledge", for: "south", at: "2001-05-01T00:00")
        #expect(effect.state == .notAddressed)
        #expect(effect.verdict == .missing)
        #expect(
            effect.derivation.parts.first?.reason == .notAddressed("south", by: "pledge"))
    }

    @Test func `what has not begun in time lapses`() throws {
        var chronicle = try Self.pledge(Self.decision, lapses: .at("2001-05-01T00:00"))
        #expect(try state(chronicle) == .failed)
        try Self.decide(&chronicle, "may-it", .yes, on: "2001-06-01T00:00")
        #expect(try state(chronicle) == .failed)
        var inTime = try Self.pledge(Self.decision, lapses: .at("2001-05-01T00:00"))
        try Self.decide(&inTime, "may-it", .yes, on: "2001-04-01T00:00")
        #expect(try state(inTime) == .inForce)
    }

    @Test func `a rule fails only when its time has run out`() throws {
        let chronicle = try Self.pledge(Self.decision, lapses: .at("2001-05-01T00:00"))
        let before = try chronicle.effect(of: "pledge", for: "north", at: "2001-04-30T23:59")
        #expect(before.state == .pending)
        #expect(before.verdict == .missing)
        #expect(
            !before.derivation.all.contains {
                $0.verdict == .failed || $0.reason == .lapsed("entry-into-force")
            })
        let after = try chronicle.effect(of: "pledge", for: "north", at: "2001-05-01T00:00")
        #expect(after.state == .failed)
        #expect(after.verdict == .failed)
        #expect(after.derivation.contains(.met) { $0 == .lapsed("entry-into-force") })
    }

    @Test func `a rule whose condition held in time lapses while consent is wanting`() throws {
        var chronicle = try Chronicle("north", "south")
        try chronicle.introduce("pledge", ["north"], form: .unilateral, consentBy: [.announcement])
        try chronicle.rule(
            "pledge", ["north"], begins: .at("2001-04-01T00:00"), lapses: .at("2001-05-01T00:00"))
        let consent = Act.effect(.consented(ConsentExpression(instrument: "pledge", kind: .announcement)))
        try chronicle.attest(consent, by: "north", on: "2001-06-01T00:00")
        #expect(try state(chronicle, at: "2001-04-15") == .addressedNotBound)
        #expect(try state(chronicle) == .failed)
        try chronicle.attest(consent, by: "north", on: "2001-04-20T00:00")
        #expect(try state(chronicle) == .inForce)
    }

    @Test func `a condition fails when it is excluded, not before`() throws {
        var decided = try Self.pledge(Self.decision)
        try Self.decide(&decided, "may-it", .no, on: "2001-05-01T00:00")
        #expect(try state(decided, at: "2001-04-30") == .pending)
        #expect(try state(decided, at: "2001-05-01") == .failed)
        let either = Condition.any([Self.decision, .event(.decided(by: "court", "or-this", .yes))])
        var both = try Self.pledge(either)
        try Self.decide(&both, "may-it", .no, on: "2001-05-01T00:00")
        #expect(try state(both) == .pending)
        try Self.decide(&both, "or-this", .no, on: "2001-06-01T00:00")
        #expect(try state(both, at: "2001-05-15") == .pending)
        #expect(try state(both, at: "2001-06-01") == .failed)
        var objected = try Self.pledge(.unless(.at("2001-06-01T00:00"), .objected("south"), by: nil))
        try objected.attest(
            .signing(.objected(Objection(instrument: "pledge"))), by: "south", on: "2001-05-01T00:00")
        #expect(try state(objected, at: "2001-04-30") == .pending)
        #expect(try state(objected, at: "2001-05-01") == .failed)
    }

    @Test func `what has begun on condition of reciprocity ends when the other side has not joined`() throws {
        let alone = Condition.unless(.at("2001-05-05T00:00"), .consent("south", []), by: nil)
        var chronicle = try Self.pledge(.at("2001-05-01T00:00"), ends: alone)
        #expect(try state(chronicle, at: "2001-05-04") == .inForce)
        #expect(try state(chronicle, at: "2001-05-05") == .ended)
        try chronicle.attest(
            .effect(.consented(ConsentExpression(instrument: "pledge", kind: .announcement))), by: "south",
            on: "2001-05-03T00:00")
        #expect(try state(chronicle) == .inForce)
    }

    @Test func `spans are half open`() throws {
        let chronicle = try Self.pledge(.at("2001-04-01T00:00"), ends: .at("2001-05-01T00:00"))
        #expect(try state(chronicle, at: "2001-04-01T00:00") == .inForce)
        #expect(try state(chronicle, at: "2001-05-01T00:00") == .ended)
        #expect(try chronicle.effect(of: "pledge", for: "north", at: "2001-04-30").dayPart == .allDay)
    }

    @Test func `rules that wait for each other never begin`() throws {
        var chronicle = try Chronicle("north", "south")
        for (id, party, other): (InstrumentID, ParticipantID, InstrumentID) in [
            ("one", "north", "two"), ("two", "south", "one"),
        ] {
            try chronicle.introduce(id, [party], form: .unilateral, consentBy: [.announcement])
            try chronicle.attest(
                .effect(.consented(ConsentExpression(instrument: id, kind: .announcement))), by: party,
                on: "2001-03-01")
            _ = other
        }
        try chronicle.rule("one", ["north"], begins: .event(.inForce("two", for: "south")))
        try chronicle.rule("two", ["south"], begins: .event(.inForce("one", for: "north")))
        #expect(try chronicle.state(of: "one", for: "north", at: "2002-01-01") == .pending)
    }

    @Test func `the deadline of an undertaking never ends the instrument`() throws {
        var chronicle = try Self.pledge(.at("2001-04-01T00:00"))
        try chronicle.attest(
            .effect(
                .undertaken(
                    Undertaking(
                        instrument: "pledge", undertaking: "reply", actors: ["north"], modality: .must,
                        what: "reply",
                        matter: "reply",
                        deadline: .after(
                            Duration(6, .hours), .event(.performed("south", "notice", certifiedBy: nil)))))),
            on: "2001-03-01")
        func clock(at date: Moment) -> UndertakingView.Clock? {
            chronicle.view.undertakings(of: "pledge", at: date).first?.clock
        }
        #expect(clock(at: "2001-04-02") == .notStarted)
        try chronicle.attest(
            .effect(.performed(Performance(who: "south", matter: "notice"))), by: "south",
            on: "2001-04-10T08:00")
        #expect(clock(at: "2001-04-10T07:00") == .notStarted)
        #expect(clock(at: "2001-04-10T09:00") == .running(until: "2001-04-10T14:00"..."2001-04-10T14:00"))
        #expect(clock(at: "2001-04-10T14:00") == .ranOut(at: "2001-04-10T14:00"..."2001-04-10T14:00"))
        #expect(try state(chronicle) == .inForce)
        try chronicle.attest(
            .effect(.performed(Performance(who: "north", matter: "reply"))), by: "north",
            on: "2001-04-10T15:00")
        #expect(clock(at: "2001-04-11") == .done(at: "2001-04-10T15:00"..."2001-04-10T15:00", late: true))
    }

    @Test func `a performance that one account denies leaves the clock contested`() throws {
        var chronicle = try Self.pledge(.at("2001-04-01T00:00"))
        let undertaking = Undertaking(
            instrument: "pledge", undertaking: "reply", actors: ["north"], modality: .must, what: "reply",
            matter: "reply", deadline: .at("2001-04-10T14:00"))
        try chronicle.attest(.effect(.undertaken(undertaking)), on: "2001-03-01")
        func clock(at date: Moment) -> UndertakingView.Clock? {
            chronicle.view.undertakings(of: "pledge", at: date).first?.clock
        }
        let claim = Claim(
            actor: "north", occurred: "2001-04-10T12:00",
            act: .effect(.performed(Performance(who: "north", matter: "reply"))))
        try chronicle.account("did-it", "yes", from: .press, on: "2001-04-10", claims: [claim])
        #expect(clock(at: "2001-04-11") == .done(at: "2001-04-10T12:00"..."2001-04-10T12:00", late: false))
        try chronicle.account("did-it", "no", from: .memoirs, on: "2001-04-10")
        #expect(clock(at: "2001-04-10T11:00") == .running(until: "2001-04-10T14:00"..."2001-04-10T14:00"))
        #expect(clock(at: "2001-04-11") == .contested)
    }

    @Test func `rules may bind clauses rather than the instrument`() throws {
        var chronicle = try Self.pledge(.at("2001-04-01T00:00"))
        try chronicle.rule(
            "pledge", ["north"], begins: .at("2001-06-01T00:00"), scope: ["5"], name: "clause-5")
        let effects = chronicle.view.effects(of: "pledge", for: "north", at: "2001-05-01")
        #expect(effects.map(\.scope) == [[], ["5"]])
        #expect(effects.map(\.state) == [.inForce, .pending])
    }

    @Test func `provisional application holds until the instrument binds`() throws {
        var chronicle = try Self.pledge(.at("2001-06-01T00:00"))
        try chronicle.attest(
            .effect(.provisionallyApplied(ProvisionalApplication(instrument: "pledge"))), by: "north",
            on: "2001-04-01T00:00")
        #expect(try state(chronicle, at: "2001-03-15") == .pending)
        #expect(try state(chronicle, at: "2001-05-01") == .provisional)
        let why = try chronicle.effect(of: "pledge", for: "north", at: "2001-05-01").derivation
        #expect(
            why.contains(.met) {
                if case .done(let act) = $0 { act.act == "instrument.provisionallyApplied" } else { false }
            })
        #expect(try state(chronicle, at: "2001-06-02") == .inForce)
    }

    @Test func `provisional application from a day not known exactly turns on that date`() throws {
        var chronicle = try Self.pledge(.at("2001-06-01T00:00"))
        try chronicle.attest(
            .effect(.provisionallyApplied(ProvisionalApplication(instrument: "pledge"))), by: "north",
            on: "2001-04-01/2001-04-30")
        let effect = try chronicle.effect(of: "pledge", for: "north", at: "2001-04-15")
        #expect(effect.state == .contested)
        #expect(effect.verdict == .missing)
        #expect(effect.derivation.choices == [.times("pledge", .beginning)])
    }

    @Test
    func `whether a party may leave without a provision is contested, with one it leaves after the notice`()
        throws
    {
        for notice in [nil, Duration(10, .days)] {
            var chronicle = try Chronicle("north", "south")
            try chronicle.introduce(
                "pact", ["north"], form: .unilateral, consentBy: [.announcement], denunciation: notice)
            try chronicle.rule("pact", ["north"], begins: .at("2001-01-01T00:00"))
            try chronicle.attest(
                .effect(.consented(ConsentExpression(instrument: "pact", kind: .announcement))), by: "north",
                on: "2000-12-01")
            try chronicle.attest(
                .effect(.denounced(Denunciation(instrument: "pact"))), by: "north", on: "2001-05-01T00:00")
            let effect = try chronicle.effect(of: "pact", for: "north", at: "2001-05-05")
            #expect(effect.verdict == (notice == nil ? .contested : .met))
            #expect(
                try chronicle.effect(of: "pact", for: "north", at: "2001-06-01").state
                    == (notice == nil ? .contested : .ended))
        }
    }
}

import Testing

@testable import Ceasefire

/// Dates that leave room for more than one order of events, and what each of them makes of a truce.
@Suite struct `Imprecise times` {
    static let both: [ParticipantID] = ["north", "south"]
    static let june: Moment = "2001-06-01/2001-06-30"

    /// South has signed; the truce begins at a stated hour in June.
    static func truce(begins: Condition = .at("2001-06-10T12:00"), ends: Condition? = nil) throws -> Chronicle
    {
        var chronicle = try Chronicle("north", "south")
        try chronicle.accredit("nadir", for: "north")
        try chronicle.accredit("samir", for: "south")
        try chronicle.introduce("truce", both)
        try chronicle.rule("truce", both, begins: begins, ends: ends)
        try chronicle.sign("truce", by: "samir", line: "south", on: "2001-05-20T09:00")
        return chronicle
    }

    static func withdraw(_ chronicle: inout Chronicle, on date: Moment) throws {
        try chronicle.attest(
            .signing(.withdrawn(SignatureWithdrawal(instrument: "truce", line: "north"))), by: "nadir",
            on: date)
    }

    static func perform(
        _ who: ParticipantID, _ matter: MatterID, in chronicle: inout Chronicle, on date: Moment
    ) throws -> Int {
        try chronicle.attest(.effect(.performed(Performance(who: who, matter: matter))), by: who, on: date)
    }

    // MARK: What must come after something else

    @Test func `a withdrawal dated to the month follows the signature that it withdraws`() throws {
        var chronicle = try Self.truce()
        try chronicle.sign("truce", by: "nadir", line: "north", on: "2001-06-03T09:00")
        try Self.withdraw(&chronicle, on: Self.june)
        for date: Moment in ["2001-06-15", "2001-08-01"] {
            let effect = try chronicle.effect(of: "truce", for: "north", at: date)
            #expect(effect.state == .contested)
            #expect(effect.derivation.choices == [.times("truce", .ending)])
        }
        #expect(try chronicle.state(of: "truce", for: "north", at: "2001-06-02") == .pending)
        #expect(chronicle.view.status(of: "north", in: "truce", at: "2001-06-02")?.state == .blank)
        #expect(chronicle.view.status(of: "north", in: "truce", at: "2001-06-15")?.signed == .contested)
        #expect(chronicle.view.status(of: "north", in: "truce", at: "2001-07-01")?.state == .withdrawn)
    }

    @Test func `a signature withdrawn at some time before the hour binds nobody`() throws {
        var chronicle = try Self.truce(begins: .at("2001-07-10T12:00"))
        try Self.withdraw(&chronicle, on: Self.june)
        try chronicle.sign("truce", by: "nadir", line: "north", on: "2001-06-03T09:00")
        #expect(try chronicle.state(of: "truce", for: "north", at: "2001-08-01") == .addressedNotBound)
    }

    @Test func `a signature dated to the month precedes its withdrawal`() throws {
        var chronicle = try Self.truce(begins: .at("2001-06-20T12:00"))
        try chronicle.sign("truce", by: "nadir", line: "north", on: Self.june)
        try Self.withdraw(&chronicle, on: "2001-06-10T12:00")
        #expect(try chronicle.state(of: "truce", for: "north", at: "2001-08-01") == .addressedNotBound)
        #expect(chronicle.view.status(of: "north", in: "truce", at: "2001-06-11")?.state == .withdrawn)
    }

    @Test func `a confirmation dated to the month follows what it confirms`() throws {
        var chronicle = try Self.truce()
        try chronicle.sign(
            "truce", by: "nadir", line: "north", on: "2001-06-03T09:00", adReferendum: true)
        try chronicle.attest(
            .signing(.confirmed(SignatureConfirmation(instrument: "truce"))), by: "nadir", on: Self.june)
        #expect(try chronicle.state(of: "truce", for: "north", at: "2001-06-15") == .contested)
        let effect = try chronicle.effect(of: "truce", for: "north", at: "2001-08-01")
        #expect(effect.state == .inForce)
        #expect(effect.since == "2001-06-10T12:00"...Self.june.latest)
        #expect(try chronicle.state(of: "truce", for: "north", at: "2001-06-09") == .pending)
    }

    @Test func `acts dated alike follow in the order in which they are told`() throws {
        for resigned in [true, false] {
            var chronicle = try Self.truce()
            try chronicle.sign("truce", by: "nadir", line: "north", on: "2001-05-20T09:00")
            if resigned { try Self.withdraw(&chronicle, on: "2001-06-03") }
            try chronicle.sign("truce", by: "nadir", line: "north", on: "2001-06-03")
            if !resigned { try Self.withdraw(&chronicle, on: "2001-06-03") }
            let state = try chronicle.state(of: "truce", for: "north", at: "2001-08-01")
            #expect(state == (resigned ? .inForce : .addressedNotBound))
        }
    }

    // MARK: What may have come before or after

    @Test(arguments: [
        ("2001-05-02/2001-05-30", Verdict.contested), ("2001-05-02/2001-05-19", .missing),
        ("2001-05-21/2001-05-30", .met), ("2001-05-20", .contested),
    ])
    func `an alteration that may be older than the signature leaves open which text was signed`(
        _ date: String, _ verdict: Verdict
    ) throws {
        var chronicle = try Self.truce(begins: .consents(sameText: true))
        try chronicle.table(.text("a"), of: "truce")
        try chronicle.table(.text("b"), of: "truce")
        try chronicle.copy("fair-copy", of: "truce", bearing: .text("a"))
        try chronicle.copy("working-copy", of: "truce", bearing: .text("a"))
        let altered = try chronicle.attest(
            .text(
                .altered(
                    Alteration(
                        instrument: "truce", copy: "working-copy", clause: "1", language: "ru",
                        before: "ceases", after: "stops", hand: .handwritten, from: .text("a"),
                        result: .text("b")))),
            on: Moment(stringLiteral: date))
        try chronicle.sign(
            "truce", by: "samir", line: "south", copy: "fair-copy", on: "2001-05-20T09:00")
        try chronicle.sign(
            "truce", by: "nadir", line: "north", copy: "working-copy", on: "2001-05-20T10:00")
        let effect = try chronicle.effect(of: "truce", for: "north", at: "2001-08-01")
        #expect(effect.verdict == verdict)
        if verdict == .contested { #expect(effect.derivation.choices == [.time(entry: altered, "")]) }
    }

    @Test func `an alteration dated like the signature came first where it is told first`() throws {
        for altersFirst in [true, false] {
            var chronicle = try Self.truce(begins: .consents(sameText: true))
            try chronicle.table(.text("a"), of: "truce")
            try chronicle.table(.text("b"), of: "truce")
            try chronicle.copy("fair-copy", of: "truce", bearing: .text("a"))
            try chronicle.copy("working-copy", of: "truce", bearing: .text("a"))
            try chronicle.sign(
                "truce", by: "samir", line: "south", copy: "fair-copy", on: "2001-05-20T09:00")
            let alteration = Alteration(
                instrument: "truce", copy: "working-copy", clause: "1", language: "ru", before: "ceases",
                after: "stops", hand: .handwritten, from: .text("a"), result: .text("b"))
            if altersFirst { try chronicle.attest(.text(.altered(alteration)), on: "2001-05-21") }
            try chronicle.sign(
                "truce", by: "nadir", line: "north", copy: "working-copy", on: "2001-05-21")
            if !altersFirst { try chronicle.attest(.text(.altered(alteration)), on: "2001-05-21") }
            let verdict = try chronicle.effect(of: "truce", for: "north", at: "2001-08-01").verdict
            #expect(verdict == (altersFirst ? .missing : .met))
        }
    }

    @Test func `one world has one time for one act`() throws {
        let withdrawn = Event.performed("south", "withdrawal", certifiedBy: nil)
        var chronicle = try Self.truce(
            begins: .any([.unless(.at("2001-06-05T00:00"), withdrawn, by: nil), .event(withdrawn)]))
        try chronicle.sign("truce", by: "nadir", line: "north", on: "2001-05-20T09:00")
        let entry = try Self.perform(
            "south", "withdrawal", in: &chronicle, on: "2001-06-03/2001-06-07")
        // Done on the third, it begins with that; done on the seventh, it did not stand in the way on the fifth.
        let effect = try chronicle.effect(of: "truce", for: "north", at: "2001-06-06T12:00")
        #expect(effect.verdict == .met)
        #expect(effect.since == "2001-06-03T00:00"..."2001-06-05T00:00")
        let between = try chronicle.effect(of: "truce", for: "north", at: "2001-06-04")
        #expect(between.derivation.choices == [.time(entry: entry, "")])
    }

    @Test func `an end that may not have come yet is contested, and says why`() throws {
        var chronicle = try Self.truce(ends: .event(.performed("south", "breach", certifiedBy: nil)))
        try chronicle.sign("truce", by: "nadir", line: "north", on: "2001-05-20T09:00")
        _ = try Self.perform("south", "breach", in: &chronicle, on: "2001-06-12/2001-06-20")
        let why = try chronicle.effect(of: "truce", for: "north", at: "2001-06-15").derivation
        #expect(why.verdict == .contested)
        let end = try #require(
            why.parts.first { if case .ended(.byItsRule, _) = $0.reason { true } else { false } })
        #expect(end.verdict == .contested)
        #expect(end.choices == [.times("truce", .ending)])
        #expect(try chronicle.state(of: "truce", for: "north", at: "2001-06-21") == .ended)
    }

    @Test func `a line signed in June is contested in June and signed when June is over`() throws {
        var chronicle = try Self.truce()
        let entry = try chronicle.sign("truce", by: "nadir", line: "north", on: Self.june)
        func line(_ date: Moment) throws -> LineStatus {
            try #require(chronicle.view.status(of: "north", in: "truce", at: date))
        }
        #expect(try line("2001-06-10").signed == .contested)
        #expect(try line("2001-06-10").choices == [.time(entry: entry, "")])
        #expect(try line("2001-05-31").signed == .missing)
        #expect(try line("2001-06-30").signed == .met)
        #expect(chronicle.view.facet(signatureOf: "truce", at: "2001-06-10").contested == 1)
    }

    // MARK: Clocks

    /// North is to reply after South's notice, which is dated 1 July.
    static func notice(_ duration: Duration) throws -> (chronicle: Chronicle, notice: Int) {
        var chronicle = try truce()
        try chronicle.attest(
            .effect(
                .undertaken(
                    Undertaking(
                        instrument: "truce", undertaking: "reply", actors: ["north"], modality: .must,
                        what: "reply", matter: "reply",
                        deadline: .after(duration, .event(.performed("south", "notice", certifiedBy: nil)))))),
            on: "2001-05-01")
        let notice = try perform("south", "notice", in: &chronicle, on: "2001-07-01")
        return (chronicle, notice)
    }

    static func clock(_ chronicle: Chronicle, at time: Moment) throws -> UndertakingView {
        try #require(chronicle.view.undertakings(of: "truce", at: time).first)
    }

    @Test func `a clock started on some hour of a day has run out when it has on every hour`() throws {
        var (chronicle, _) = try Self.notice(Duration(6, .hours))
        let last = Moment(stringLiteral: "2001-07-01").latest.advanced(seconds: 6 * 3600)
        #expect(try Self.clock(chronicle, at: "2001-06-30").clock == .notStarted)
        let open = try Self.clock(chronicle, at: "2001-07-01T12:00")
        #expect(open.clock == .contested)
        #expect(open.choices == [.times("truce", .beginning)])
        #expect(
            try Self.clock(chronicle, at: "2001-07-02T06:00").clock
                == .ranOut(at: "2001-07-01T06:00"...last))
        _ = try Self.perform("north", "reply", in: &chronicle, on: "2001-07-01T05:00")
        let done = UndertakingView.Clock.done(at: "2001-07-01T05:00"..."2001-07-01T05:00", late: false)
        #expect(try Self.clock(chronicle, at: "2001-07-02").clock == done)
    }

    @Test func `a reply that may have come too late leaves the clock contested`() throws {
        var (chronicle, _) = try Self.notice(Duration(6, .hours))
        _ = try Self.perform("north", "reply", in: &chronicle, on: "2001-07-02")
        let late = try Self.clock(chronicle, at: "2001-07-03")
        #expect(late.clock == .contested)
        #expect(late.choices == [.times("truce", .beginning), .times("truce", .ending)])
    }

    @Test func `days from a day run out at one midnight`() throws {
        let (chronicle, _) = try Self.notice(Duration(3, .days))
        let end: Instant = "2001-07-05T00:00"
        #expect(try Self.clock(chronicle, at: "2001-07-03").clock == .running(until: end...end))
        #expect(try Self.clock(chronicle, at: "2001-07-05").clock == .ranOut(at: end...end))
    }
}

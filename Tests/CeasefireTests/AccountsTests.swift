import Testing

@testable import Ceasefire

/// One question, several accounts; and the four questions about time.
@Suite struct `Accounts and time` {
    static let both: [ParticipantID] = ["north", "south"]

    static func claim(_ person: ParticipantID, on date: Moment) -> Claim {
        Claim(
            actor: person, onBehalfOf: "south", occurred: date,
            act: .signing(.signed(Signature(instrument: "truce", line: "south", medium: .ink))))
    }

    /// North signed; on South's signature the sources differ.
    static func truce(_ accounts: [(AlternativeID, Source, [Claim])]) throws -> Chronicle {
        var chronicle = try Chronicle("north", "south")
        try chronicle.accredit("nadir", for: "north")
        try chronicle.accredit("samir", "sara", for: "south")
        try chronicle.introduce("truce", both)
        try chronicle.rule("truce", both, begins: .consents())
        try chronicle.sign("truce", by: "nadir", line: "north", on: "2001-03-01T10:00")
        for (alternative, source, claims) in accounts {
            try chronicle.account("who-signed", alternative, from: source, on: "2001-03-02", claims: claims)
        }
        return chronicle
    }

    static func rival() throws -> Chronicle {
        try truce([
            ("samir", .memoirs, [claim("samir", on: "2001-03-02T10:00")]), ("nobody", .article, []),
        ])
    }

    @Test func `the whole rule is evaluated in each world`() throws {
        let either = try Self.truce([
            ("samir", .memoirs, [Self.claim("samir", on: "2001-03-02T10:00")]),
            ("sara", .article, [Self.claim("sara", on: "2001-03-03T10:00")]),
        ])
        let effect = try either.effect(of: "truce", for: "south", at: "2001-04-01")
        #expect(effect.verdict == .met)
        #expect(effect.since == "2001-03-02T10:00"..."2001-03-03T10:00")
        // Between the two dates the accounts part.
        #expect(try either.effect(of: "truce", for: "south", at: "2001-03-02T12:00").verdict == .contested)
    }

    @Test func `not done is an alternative only if somebody says so`() throws {
        let alone = try Self.truce([("samir", .memoirs, [Self.claim("samir", on: "2001-03-02T10:00")])])
        #expect(try alone.effect(of: "truce", for: "south", at: "2001-04-01").verdict == .met)
        let contested = try Self.rival().effect(of: "truce", for: "south", at: "2001-04-01")
        #expect(contested.verdict == .contested)
        #expect(contested.derivation.choices == [.issue("who-signed")])
    }

    @Test func `the fields of rival claims are never mixed`() throws {
        let chronicle = try Self.truce([
            ("samir", .memoirs, [Self.claim("samir", on: "2001-03-02T10:00")]),
            ("sara", .article, [Self.claim("sara", on: "2001-03-03T10:00")]),
        ])
        let why = try chronicle.effect(of: "truce", for: "south", at: "2001-04-01").derivation
        let seen = Set(
            why.all.compactMap { part -> String? in
                guard case .done(let evidence) = part.reason, evidence.account != nil else { return nil }
                return "\(evidence.actor) on \(evidence.moment.edtf)"
            })
        #expect(seen == ["samir on 2001-03-02T10:00", "sara on 2001-03-03T10:00"])
    }

    @Test func `a settlement binds those who accept it, and earlier accounts stay visible`() throws {
        var chronicle = try Self.rival()
        try chronicle.attest(
            .reference(
                .settled(IssueSettlement(issue: "who-signed", alternative: "nobody", acceptedBy: ["south"]))),
            on: "2001-05-01")
        #expect(try chronicle.effect(of: "truce", for: "south", at: "2001-06-01").verdict == .missing)
        #expect(try chronicle.effect(of: "truce", for: "north", at: "2001-06-01").verdict == .contested)
        #expect(chronicle.view.divisions(at: "2001-06-01").count == 1)
        try chronicle.attest(
            .reference(
                .settled(IssueSettlement(issue: "who-signed", alternative: "nobody", acceptedBy: Self.both))),
            on: "2001-07-01")
        #expect(try chronicle.effect(of: "truce", for: "north", at: "2001-08-01").verdict == .missing)
        #expect(chronicle.view.issues["who-signed"]?.accounts.count == 2)
        #expect(chronicle.view.divisions(at: "2001-08-01").isEmpty)
    }

    @Test func `an account leaves by its author's withdrawal`() throws {
        var chronicle = try Self.rival()
        let last = chronicle.process.entries.count - 1
        try chronicle.perform(.reference(.withdrawn(Withdrawal(entry: last))), by: "recorder")
        #expect(try chronicle.effect(of: "truce", for: "south", at: "2001-04-01").verdict == .met)
        #expect(chronicle.process.entry(at: last) != nil)
        #expect(throws: Refusal.self) {
            var other = try Self.rival()
            try other.perform(.reference(.withdrawn(Withdrawal(entry: last))), by: "north")
        }
    }

    @Test func `a correction takes the place of what it corrects`() throws {
        var chronicle = try Self.truce([])
        let signed = try chronicle.sign("truce", by: "samir", line: "south", on: "2001-03-02T10:00")
        try chronicle.perform(
            .reference(
                .corrected(Correction(entry: signed, claim: Self.claim("sara", on: "2001-03-09T10:00")))),
            by: "recorder")
        let effect = try chronicle.effect(of: "truce", for: "south", at: "2001-04-01")
        #expect(effect.since?.lowerBound == "2001-03-09T10:00")
        #expect(chronicle.view.status(of: "south", in: "truce")?.signatures.map(\.actor) == ["sara"])
    }

    @Test func `an imprecise time is contested between its earliest and its latest`() throws {
        var chronicle = try Self.truce([])
        try chronicle.sign("truce", by: "samir", line: "south", on: "2001-03-02")
        func verdict(_ time: Moment) throws -> Verdict {
            try chronicle.effect(of: "truce", for: "south", at: time).verdict
        }
        #expect(try verdict("2001-03-01T23:00") == .missing)
        #expect(try verdict("2001-03-02T12:00") == .contested)
        #expect(try verdict("2001-03-03T00:00") == .met)
    }

    @Test func `only issues that the rule reaches are enumerated`() throws {
        var chronicle = try Self.rival()
        try chronicle.introduce("other", Self.both)
        for number in 0..<20 {
            for alternative: AlternativeID in ["yes", "no"] {
                try chronicle.account(
                    IssueID(stringLiteral: "aside-\(number)"), alternative, from: .press, on: "2001-01-01")
            }
        }
        #expect(try chronicle.effect(of: "truce", for: "south", at: "2001-04-01").verdict == .contested)
    }

    @Test func `beyond 4,096 worlds the answer is not resolved, with the issues listed`() throws {
        var chronicle = try Chronicle("north")
        try chronicle.introduce("pledge", ["north"], form: .unilateral, consentBy: [.announcement])
        try chronicle.rule("pledge", ["north"], begins: .consent("north"))
        for number in 0..<13 {
            let issue = IssueID(stringLiteral: "issue-\(number)")
            let claim = Claim(
                actor: "north", occurred: "2001-01-01T00:00",
                act: .effect(.consented(ConsentExpression(instrument: "pledge", kind: .announcement))))
            try chronicle.account(issue, "yes", from: .press, on: "2001-01-01", claims: [claim])
            try chronicle.account(issue, "no", from: .article, on: "2001-01-01")
        }
        let effect = try chronicle.effect(of: "pledge", for: "north", at: "2002-01-01")
        #expect(effect.state == .notResolved)
        #expect(effect.verdict == .notResolved)
        #expect(effect.derivation.choices.count == 13)
    }

    // MARK: The four questions

    @Test func `known on a date is the longest prefix received by then`() throws {
        var chronicle = try Self.truce([])
        let before = chronicle.clock
        try chronicle.admit(
            .signing(.signed(Signature(instrument: "truce", line: "south", medium: .ink))), by: "recorder",
            actor: "samir", on: "2001-03-02T10:00", source: .press, at: "2026-02-01T09:00")
        let then = View(chronicle.process.known(on: before))
        #expect(then.effects(of: "truce", for: "south", at: "2001-04-01").map(\.state) == [.pending])
        let now = View(chronicle.process.known(on: "2026-02-01T09:00"))
        #expect(now.effects(of: "truce", for: "south", at: "2001-04-01").map(\.state) == [.inForce])
        #expect(chronicle.process.known(on: "1994-05-12T00:01").entries.isEmpty)
    }

    @Test func `published by a date hears only sources that were out by then`() throws {
        let chronicle = try Self.rival()
        func verdict(_ date: Moment) throws -> Verdict {
            let view = View(chronicle.process, publishedBy: date)
            return try #require(view.effects(of: "truce", for: "south", at: "2030-01-01").first).verdict
        }
        #expect(try verdict("2000-01-01") == .missing)
        #expect(try verdict("2006-01-01") == .met)
        #expect(try verdict("2021-01-01") == .contested)
    }

    @Test func `according to a source other issues stay open`() throws {
        var chronicle = try Self.rival()
        try chronicle.account("elsewhere", "yes", from: .article, on: "2001-01-01")
        try chronicle.account("elsewhere", "no", from: .press, on: "2001-01-01")
        let memoirs = View(chronicle.process, accordingTo: "memoirs")
        #expect(memoirs.effects(of: "truce", for: "south", at: "2001-04-01").map(\.verdict) == [.met])
        #expect(memoirs.issues["elsewhere"]?.alternatives == ["yes", "no"])
        let article = View(chronicle.process, accordingTo: "an encyclopaedia")
        #expect(article.effects(of: "truce", for: "south", at: "2001-04-01").map(\.verdict) == [.missing])
    }

    @Test func `a source keeps its own account where a settlement went against it`() throws {
        var chronicle = try Self.rival()
        try chronicle.attest(
            .reference(
                .settled(IssueSettlement(issue: "who-signed", alternative: "nobody", acceptedBy: Self.both))),
            on: "2001-05-01")
        func verdict(_ source: String?) throws -> Verdict {
            let view = View(chronicle.process, accordingTo: source)
            return try #require(view.effects(of: "truce", for: "south", at: "2001-06-01").first).verdict
        }
        #expect(try verdict(nil) == .missing)
        #expect(try verdict("memoirs") == .met)
        #expect(try verdict("an encyclopaedia") == .missing)
        // A source that is silent on the issue takes no side: the settlement operates.
        #expect(try verdict("press") == .missing)
    }

    // MARK: Rival rules

    /// Both signed; accounts differ on the rule.
    static func ruled(_ rules: [(AlternativeID, Source, RuleStatement?)]) throws -> Chronicle {
        var chronicle = try Self.truce([])
        try chronicle.sign("truce", by: "samir", line: "south", on: "2001-03-01T10:00")
        try chronicle.introduce("pact", both)
        for line: LineID in ["north", "south"] {
            try chronicle.sign("pact", by: line == "north" ? "nadir" : "samir", line: line, on: "2001-03-01")
        }
        for (alternative, source, rule) in rules {
            try chronicle.account(
                "which-hour", alternative, from: source, on: "2001-03-02",
                claims: rule.map { [Claim(act: .effect(.ruled($0)))] } ?? [])
        }
        return chronicle
    }

    static func rule(_ name: RuleID, from date: Moment, scope: [ClauseID] = []) -> RuleStatement {
        RuleStatement(instrument: "pact", rule: name, parties: both, scope: scope, begins: .at(date))
    }

    @Test func `rival statements of a rule are one question`() throws {
        let chronicle = try Self.ruled([
            ("early", .memoirs, Self.rule("early", from: "2001-04-01T12:00")),
            ("late", .article, Self.rule("late", from: "2001-04-02T12:00")),
            ("late", .press, Self.rule("late", from: "2001-04-02T12:00")),
        ])
        let effects = chronicle.view.effects(of: "pact", for: "south", at: "2001-05-01")
        #expect(effects.map(\.state) == [.inForce])
        let effect = try #require(effects.first)
        #expect(effect.since == "2001-04-01T12:00"..."2001-04-02T12:00")
        #expect(effect.bonds.map(\.verdict) == [.met])
        #expect(effect.derivation.contains(.met) { $0 == .begins("early") })
        #expect(effect.derivation.contains(.contested) { $0 == .at(["2001-04-02T12:00"]) })
        #expect(try chronicle.state(of: "pact", for: "south", at: "2001-04-01T18:00") == .contested)
        #expect(try chronicle.state(of: "pact", for: "south", at: "2001-04-01T06:00") == .pending)
    }

    @Test func `that there was no such rule is an account too`() throws {
        let chronicle = try Self.ruled([
            ("early", .memoirs, Self.rule("early", from: "2001-04-01T12:00")), ("none", .article, nil),
        ])
        #expect(try chronicle.state(of: "pact", for: "south", at: "2001-05-01") == .contested)
    }

    @Test func `rules for different clauses are different questions`() throws {
        let chronicle = try Self.ruled([
            ("early", .memoirs, Self.rule("early", from: "2001-04-01T12:00", scope: ["one"])),
            ("late", .article, Self.rule("late", from: "2001-04-02T12:00", scope: ["two"])),
        ])
        let effects = chronicle.view.effects(of: "pact", for: "south", at: "2001-05-01")
        #expect(effects.map(\.state) == [.contested, .contested])
    }

    @Test func `late news changes answers and voids nothing`() throws {
        var chronicle = try Self.truce([])
        try chronicle.sign("truce", by: "samir", line: "south", on: "2001-03-02T10:00")
        let count = chronicle.process.entries.count
        #expect(try chronicle.state(of: "truce", for: "south", at: "2001-04-01") == .inForce)
        try chronicle.attest(
            .signing(.withdrawn(SignatureWithdrawal(instrument: "truce", line: "north"))), by: "nadir",
            on: "2001-03-01T20:00")
        #expect(try chronicle.state(of: "truce", for: "south", at: "2001-04-01") == .pending)
        #expect(chronicle.process.entries.count == count + 1)
    }
}

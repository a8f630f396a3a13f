import Testing

@testable import Ceasefire

/// Entries that were corrected or withdrawn, and what then stands.
@Suite struct `Corrections and withdrawals` {
    static let both: [ParticipantID] = ["north", "south"]
    static let rule = RuleStatement(instrument: "truce", rule: "hour", begins: .at("2001-03-10T12:00"))
    static let introduction = InstrumentIntroduction(
        instrument: "truce", title: "A truce", kind: .agreement, form: .verbal, intent: .binding,
        addressed: both, consentBy: [.acceptance])

    /// A truce that both accepted: its introduction is entry 5, its rule entry 6, what both accepted 7 and 8.
    static func truce() throws -> Chronicle {
        var chronicle = try Chronicle("north", "south")
        try chronicle.accredit("nadir", for: "north")
        try chronicle.accredit("samir", for: "south")
        try chronicle.list("watch", as: .monitor)
        chronicle.clock = "2026-02-01T00:00Z"
        try chronicle.admit(.text(.introduced(introduction)), by: "recorder")
        try chronicle.admit(.effect(.ruled(rule)), by: "recorder")
        try chronicle.attest(acceptance, by: "nadir", for: "north", on: "2001-03-01T10:00")
        try chronicle.attest(acceptance, by: "samir", for: "south", on: "2001-03-01T10:00")
        return chronicle
    }

    static let acceptance = Act.effect(.consented(ConsentExpression(instrument: "truce", kind: .acceptance)))
    static let (watch, introduced, ruled, accepted) = (3, 4, 5, 7)

    @discardableResult
    static func correct(
        _ entry: Int, _ act: Act, on date: Moment? = nil, _ chronicle: inout Chronicle
    ) throws(Refusal) -> Int {
        let claim = Claim(occurred: date ?? "2001-01-01", act: act)
        return try chronicle.perform(
            .reference(.corrected(Correction(entry: entry, claim: claim))), by: "recorder")
    }

    @discardableResult
    static func withdraw(_ entry: Int, _ chronicle: inout Chronicle) throws -> Int {
        try chronicle.perform(.reference(.withdrawn(Withdrawal(entry: entry))), by: "recorder")
    }

    static func since(_ chronicle: Chronicle) throws -> Instant? {
        try chronicle.effect(of: "truce", for: "south", at: "2002-01-01").since?.lowerBound
    }

    @Test func `a correction of a correction takes its place`() throws {
        var chronicle = try Self.truce()
        let first = try Self.correct(Self.accepted, Self.acceptance, on: "2001-03-12T10:00", &chronicle)
        let second = try Self.correct(first, Self.acceptance, on: "2001-03-14T10:00", &chronicle)
        #expect(try Self.since(chronicle) == "2001-03-14T10:00")
        let consents = chronicle.view.facts(of: "truce").filter { $0.act == Self.acceptance }
        #expect(consents.map(\.entry) == [6, Self.accepted])
        // What the corrections leave out is as it was first stated.
        #expect(consents.last?.actor == "samir")
        let withdrawal = try Self.withdraw(second, &chronicle)
        #expect(try Self.since(chronicle) == "2001-03-12T10:00")
        try Self.withdraw(withdrawal, &chronicle)
        #expect(try Self.since(chronicle) == "2001-03-14T10:00")
        try Self.withdraw(first, &chronicle)
        #expect(try Self.since(chronicle) == "2001-03-10T12:00")
    }

    @Test func `once the last of two corrections is withdrawn, the one before it stands`() throws {
        var chronicle = try Self.truce()
        try Self.correct(Self.accepted, Self.acceptance, on: "2001-03-12T10:00", &chronicle)
        let last = try Self.correct(Self.accepted, Self.acceptance, on: "2001-03-14T10:00", &chronicle)
        try Self.withdraw(last, &chronicle)
        #expect(try Self.since(chronicle) == "2001-03-12T10:00")
    }

    @Test func `a rule is corrected under its own name`() throws {
        var chronicle = try Self.truce()
        var rule = Self.rule
        rule.begins = .at("2001-03-11T12:00")
        try Self.correct(Self.ruled, .effect(.ruled(rule)), &chronicle)
        #expect(try Self.since(chronicle) == "2001-03-11T12:00")
        #expect(chronicle.view.effects(of: "truce", for: "south", at: "2002-01-01").count == 1)
        rule.rule = "another"
        #expect(throws: Refusal.self) {
            try Self.correct(Self.ruled, .effect(.ruled(rule)), &chronicle)
        }
    }

    @Test func `a listing is corrected, and the correction withdrawn`() throws {
        let watch: ParticipantID = "watch"
        var chronicle = try Self.truce()
        let listing = PartyListing(
            party: "watch", kind: .organisation, role: .observer, names: [Name(text: "The Watch")])
        let correction = try Self.correct(Self.watch, .participation(.listed(listing)), &chronicle)
        #expect(chronicle.view.name(of: watch) == "The Watch")
        #expect(chronicle.view.participant("watch")?.participant.role == .observer)
        #expect(chronicle.process.participation.order.count { $0 == "watch" } == 1)
        try Self.withdraw(correction, &chronicle)
        #expect(chronicle.view.name(of: watch) == "watch")
    }

    @Test func `an introduction is corrected, and what follows from it`() throws {
        var chronicle = try Self.truce()
        try chronicle.attest(
            .effect(.denounced(Denunciation(instrument: "truce"))), by: "samir", for: "south",
            on: "2001-07-01T00:00")
        // Whether a party may leave is a question of its own where the instrument is silent.
        #expect(try chronicle.state(of: "truce", for: "south", at: "2001-07-15") == .contested)
        let before = chronicle.clock
        var introduction = Self.introduction
        introduction.denunciation = Duration(30, .days)
        try Self.correct(Self.introduced, .text(.introduced(introduction)), &chronicle)
        #expect(try chronicle.state(of: "truce", for: "south", at: "2001-07-15") == .inForce)
        #expect(try chronicle.state(of: "truce", for: "south", at: "2001-08-15") == .ended)
        let known = View(chronicle.process.known(on: before))
        #expect(known.effects(of: "truce", for: "south", at: "2001-07-15").map(\.state) == [.contested])
        #expect(try Process(chronicle.process.entries) == chronicle.process)
        introduction.partOf = "truce"
        #expect(throws: Refusal.self) {
            try Self.correct(Self.introduced, .text(.introduced(introduction)), &chronicle)
        }
    }

    @Test func `meetings, copies, texts and lines are corrected under their names`() throws {
        var chronicle = try Self.truce()
        func entered(_ act: Act) throws -> Int { try chronicle.attest(act, on: "2001-01-01") }
        let meeting = try entered(.participation(.met(Meeting(meeting: "talks", title: "Talk"))))
        try Self.correct(
            meeting, .participation(.met(Meeting(meeting: "talks", title: "Talks"))), &chronicle)
        let tabling = TextTabling(
            instrument: "truce", text: .text("a"), language: "ru", basis: .transcription)
        let tabled = try entered(.text(.tabled(tabling)))
        var english = tabling
        english.language = "en"
        try Self.correct(tabled, .text(.tabled(english)), &chronicle)
        #expect(chronicle.process.texts.tablings[.text("a")]?.language == "en")
        let original = CopyMaking(instrument: "truce", copy: "one", kind: .original, texts: [])
        let copied = try entered(.signing(.copied(original)))
        var fax = original
        fax.kind = .fax
        try Self.correct(copied, .signing(.copied(fax)), &chronicle)
        #expect(chronicle.process.signing.copies["truce"]?["one"]?.kind == .fax)
        let line = Line(line: "north", role: .witness, party: "north")
        let opened = try entered(
            .signing(.opened(SigningOpening(instrument: "truce", mode: .together, lines: [line]))))
        let right = Line(line: "north", role: .party, party: "north")
        try Self.correct(
            opened, .signing(.opened(SigningOpening(instrument: "truce", mode: .together, lines: [right]))),
            &chronicle)
        #expect(chronicle.view.lines(of: "truce").map(\.line.role) == [.party])
        #expect(throws: Refusal.self) {
            try Self.correct(
                opened, .signing(.opened(SigningOpening(instrument: "truce", mode: .together, lines: []))),
                &chronicle)
        }
    }

    @Test func `an account is withdrawn, not corrected`() throws {
        var chronicle = try Self.truce()
        let account = try chronicle.account("who", "samir", from: .memoirs, on: "2001-01-01")
        #expect(
            throws: Refusal.malformed(
                "entry \(account) is of a kind that is not corrected: withdraw it, and state it anew")
        ) {
            try Self.correct(account, Self.acceptance, &chronicle)
        }
    }

    @Test func `a correction brings in nothing new`() throws {
        var chronicle = try Self.truce()
        var rule = Self.rule
        rule.rule = "another"
        let refusal = #expect(throws: Refusal.self) {
            try Self.correct(Self.accepted, .effect(.ruled(rule)), &chronicle)
        }
        #expect(
            refusal
                == .malformed(
                    "a correction brings in nothing new: enter the rule “another” of “truce” by itself, and "
                        + "withdraw entry \(Self.accepted)"))
    }
}

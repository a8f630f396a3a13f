import Testing

@testable import Ceasefire

/// A small history being written, for tests: parties, places and dates in one line each.
struct Chronicle {
    var process = Process()
    var clock = Instant("2026-01-01T00:00Z")

    /// Opens a process at Baku's offset with a keeper, a recorder and these sides.
    init(_ sides: ParticipantID..., quotas: [Quota] = []) throws {
        let key = Key(algorithm: .ed25519, spki: "a2V5")
        let founders =
            [
                Founder(participant: "keeper", kind: .organisation, role: .keeper, keys: [key]),
                Founder(participant: "recorder", kind: .person, role: .recorder, keys: [key]),
            ]
            + sides.map {
                Founder(
                    participant: $0, kind: .state, role: .party, names: [Name(text: $0.text)], keys: [key])
            }
        let opening = ProcessOpening(
            origin: "example.org/record", log: "example.org/record+00000000+AA==", rules: 1,
            title: "A process",
            home: HomeZone(zone: "Asia/Baku", offset: .baku), quotas: quotas, founders: founders)
        try admit(.participation(.opened(opening)), by: "keeper")
    }

    mutating func admit(
        _ act: Act, by author: ParticipantID, actor: ParticipantID? = nil, for party: ParticipantID? = nil,
        on occurred: Moment? = nil, source: Source? = nil, at received: Instant? = nil
    ) throws(Refusal) {
        clock = max(clock, received ?? clock.advanced(seconds: 60))
        try process.admit(
            Entry(
                index: process.entries.count, received: clock, author: author, actor: actor,
                onBehalfOf: party,
                occurred: occurred, source: source, act: act))
    }

    /// The recorder attests what somebody did, from a source.
    @discardableResult
    mutating func attest(
        _ act: Act, by actor: ParticipantID? = nil, for party: ParticipantID? = nil, on date: Moment,
        source: Source = .press
    ) throws(Refusal) -> Int {
        try admit(act, by: "recorder", actor: actor, for: party, on: date, source: source)
        return process.entries.count - 1
    }

    /// Somebody acts here, by their own key.
    @discardableResult
    mutating func perform(
        _ act: Act, by author: ParticipantID, for party: ParticipantID? = nil, at received: Instant? = nil
    ) throws(Refusal) -> Int {
        try admit(act, by: author, for: party, at: received)
        return process.entries.count - 1
    }

    mutating func list(
        _ id: ParticipantID, _ kind: PartyKind = .organisation, as role: Role = .mediator
    ) throws {
        try admit(
            .participation(
                .listed(PartyListing(party: id, kind: kind, role: role, names: [Name(text: id.text)]))),
            by: "recorder")
    }

    /// Persons who act for a party.
    mutating func accredit(
        _ people: ParticipantID..., for party: ParticipantID?, as role: Role = .signatory
    ) throws {
        for person in people {
            try admit(
                .participation(
                    .accredited(
                        Accreditation(
                            person: person, names: [Name(text: person.text)], party: party, capacity: role))),
                by: "recorder")
        }
    }

    /// A signed instrument with one line for each party, and its text.
    mutating func introduce(
        _ id: InstrumentID, _ parties: [ParticipantID], form: InstrumentForm = .signed,
        intent: Intent = .binding,
        kind: InstrumentKind = .agreement, consentBy: [ConsentKind] = [], mode: SigningMode = .together,
        denunciation: Duration? = nil, lines: [Line]? = nil, until: Moment? = nil
    ) throws {
        try admit(
            .text(
                .introduced(
                    InstrumentIntroduction(
                        instrument: id, title: id.text, kind: kind, form: form, intent: intent,
                        languages: ["ru"],
                        addressed: parties, consentBy: consentBy, denunciation: denunciation))),
            by: "recorder")
        guard form == .signed || form == .identicalLetters else { return }
        let block = lines ?? parties.map { Line(line: $0.renamed(), role: .party, party: $0) }
        try admit(
            .signing(.opened(SigningOpening(instrument: id, mode: mode, lines: block, until: until))),
            by: "recorder")
    }

    mutating func table(
        _ text: TextDigest, of id: InstrumentID, clauses: [Clause] = [], language: String = "ru"
    ) throws {
        try admit(
            .text(
                .tabled(
                    TextTabling(
                        instrument: id, text: text, language: language, basis: .transcription,
                        clauses: clauses))),
            by: "recorder")
    }

    mutating func copy(
        _ copy: CopyID, of id: InstrumentID, _ kind: CopyKind = .original, bearing texts: TextDigest...
    ) throws {
        try admit(
            .signing(.copied(CopyMaking(instrument: id, copy: copy, kind: kind, texts: texts))),
            by: "recorder")
    }

    mutating func rule(
        _ id: InstrumentID, _ parties: [ParticipantID], begins: Condition, ends: Condition? = nil,
        lapses: Condition? = nil, deemedFrom: Moment? = nil, towards: [ParticipantID] = [],
        scope: [ClauseID] = [],
        name: RuleID = "entry-into-force"
    ) throws {
        try admit(
            .effect(
                .ruled(
                    RuleStatement(
                        instrument: id, rule: name, parties: parties, scope: scope, towards: towards,
                        begins: begins,
                        deemedFrom: deemedFrom, ends: ends, lapses: lapses))),
            by: "recorder")
    }

    @discardableResult
    mutating func sign(
        _ id: InstrumentID, by person: ParticipantID, for party: ParticipantID? = nil, line: LineID? = nil,
        copy: CopyID? = nil, on date: Moment, adReferendum: Bool = false
    ) throws -> Int {
        try attest(
            .signing(
                .signed(
                    Signature(
                        instrument: id, line: line, copy: copy, medium: .ink, adReferendum: adReferendum))),
            by: person, for: party, on: date)
    }

    /// An account on an issue; without claims it says that nothing was done.
    @discardableResult
    mutating func account(
        _ issue: IssueID, _ alternative: AlternativeID, from source: Source, on date: Moment,
        claims: [Claim] = []
    ) throws(Refusal) -> Int {
        try attest(
            .reference(
                .accounted(
                    Account(
                        issue: issue, question: issue.text, alternative: alternative,
                        statement: alternative.text,
                        claims: claims))),
            on: date, source: source)
    }

    @discardableResult
    mutating func relate(
        _ subject: InstrumentID, _ relation: RelationKind, _ object: InstrumentID,
        basis: RelationBasis = .clause,
        until: Moment? = nil, parties: [ParticipantID] = [], scope: [ClauseID] = [], on date: Moment
    ) throws -> Int {
        try attest(
            .effect(
                .related(
                    RelationStatement(
                        relation: relation, subject: subject, object: object, basis: basis, scope: scope,
                        parties: parties, until: until))),
            on: date)
    }

    var view: View { View(process) }

    func effect(of id: InstrumentID, for party: ParticipantID, at time: Moment) throws -> PartyEffect {
        try #require(view.effects(of: id, for: party, at: time).first)
    }

    func state(of id: InstrumentID, for party: ParticipantID, at time: Moment) throws -> EffectState {
        try effect(of: id, for: party, at: time).state
    }
}

extension Identifier: ExpressibleByStringLiteral {
    init(stringLiteral text: String) {
        guard let id = Identifier(text) else { preconditionFailure("not a slug: \(text)") }
        self = id
    }
}

extension UTCOffset {
    static let baku = UTCOffset(minutes: 240) ?? .utc
    static let moscowInWinter = UTCOffset(minutes: 180) ?? .utc
}

extension Source {
    static let press = Source(title: "Press reports", published: "1994-05-20")
    static let article = Source(title: "An encyclopaedia", published: "2020-01-01")
    static let memoirs = Source(title: "Memoirs of the mediator", published: "2005-01-01")
    static let database = Source(title: "A database of agreements", published: "2018-01-01")
}

extension Instant: ExpressibleByStringLiteral {
    init(_ text: String) { self = Moment(stringLiteral: text).earliest }
    init(stringLiteral text: String) { self.init(text) }
}

/// `1994-05-08`, `1994-05-12T00:01`, both at Baku's offset, or with `Z`, `+03:00`; two of them with `/` between.
extension Moment: ExpressibleByStringLiteral {
    init(stringLiteral text: String) {
        if let slash = text.firstIndex(of: "/") {
            let from = Moment(stringLiteral: String(text[..<slash]))
            let to = Moment(stringLiteral: String(text[text.index(after: slash)...]))
            self.init(edtf: text, offset: from.offset, earliest: from.earliest, latest: to.latest)
            return
        }
        var numbers = text.split(whereSeparator: { "-T:+Z".contains($0) }).compactMap { Int($0) }
        var offset = UTCOffset.baku
        if text.hasSuffix("Z") { offset = .utc }
        if text.contains("+") {
            let minutes = numbers.removeLast()
            offset = UTCOffset(minutes: numbers.removeLast() * 60 + minutes) ?? .utc
        }
        let isDay = !text.contains("T")
        guard
            let time = CivilTime(
                year: numbers[0], month: numbers[1], day: numbers[2], hour: isDay ? 0 : numbers[3],
                minute: isDay ? 0 : numbers[4])
        else { preconditionFailure("not a date: \(text)") }
        let start = time.instant(at: offset)
        let end = isDay ? time.midnight(days: 1).instant(at: offset) : start
        self.init(edtf: text, offset: offset, earliest: start, latest: end)
    }
}

extension TextDigest {
    /// A digest for tests: the letter, 64 times.
    static func text(_ letter: Character) -> TextDigest {
        TextDigest(hex: String(repeating: letter, count: 64)) ?? .text("0")
    }
}

extension Condition {
    static func at(_ moment: Moment) -> Condition { .at([moment]) }
    static func consent(_ party: ParticipantID) -> Condition { .event(.consent(party, [])) }
    static func consents(_ parties: [ParticipantID] = [], sameText: Bool = false) -> Condition {
        .event(.consents(parties, sameText: sameText))
    }
}

extension Derivation {
    func contains(_ verdict: Verdict, _ matches: (Reason) -> Bool) -> Bool {
        all.contains { $0.verdict == verdict && matches($0.reason) }
    }
}

import Ceasefire
import Pages

/// The spring of 1994 in a few entries: a protocol that appeals, signed on one line by one of two, and the letters of the
/// ministers that carry the obligation.
struct May1994 {
    static let protocolText: InstrumentID = "bishkek-protocol"
    static let letters: InstrumentID = "letters"
    static let sides: [ParticipantID] = ["azerbaijan", "armenia", "karabakh"]
    static let original = text("a")
    static let photocopy = text("b")
    static let words = "1. Withdraw from captured territories.\n2. Place observers.\n"
    static let altered = "1. Withdraw from occupied territories.\n2. Place international observers.\n"

    var process = Process()

    /// - Parameter babayanSigns: whether the third letter arrives.
    init(title: String = "The ceasefire of 1994", exercise: Bool = false, babayanSigns: Bool = true) throws {
        try open(title, exercise)
        try takePart()
        try draw()
        try write(babayanSigns)
    }

    private mutating func open(_ title: String, _ exercise: Bool) throws {
        let key = Key(algorithm: .ed25519, spki: "a2V5")
        let opening = ProcessOpening(
            origin: "example.org/1994", log: "example.org/1994+00000000+AA==", rules: 1, title: title,
            home: HomeZone(zone: "Asia/Baku", offset: .baku), exercise: exercise,
            founders: [
                Founder(participant: "keeper", kind: .organisation, role: .keeper, keys: [key]),
                Founder(
                    participant: "recorder", kind: .person, role: .recorder,
                    names: [Name(text: "The recorder")], keys: [key]),
            ])
        try process.admit(
            Entry(
                index: 0, received: Moment.now.earliest, author: "keeper",
                act: .participation(.opened(opening))))
    }

    private mutating func takePart() throws {
        for (id, name) in zip(Self.sides, ["Azerbaijan", "Armenia", "Nagorno-Karabakh"]) {
            let names = [Name(text: name)]
            let listing = PartyListing(
                party: id, kind: id == "karabakh" ? .deFactoAuthority : .state, role: .party, names: names)
            try record(.participation(.listed(listing)), on: "1994-05-04")
        }
        try record(
            .participation(.placeNamed(PlaceNaming(place: "baku", names: [Name(text: "Baku")]))),
            on: "1994-05-04")
        let people: [(ParticipantID, String, ParticipantID?, Role)] = [
            ("jalilov", "Afiyaddin Jalilov", "azerbaijan", .signatory),
            ("guliyev", "Rasul Guliyev", "azerbaijan", .signatory),
            ("mamedov", "Mamedrafi Mamedov", "azerbaijan", .signatory),
            ("sargsyan", "Serzh Sargsyan", "armenia", .signatory),
            ("babayan", "Samvel Babayan", "karabakh", .signatory),
            ("kazimirov", "Vladimir Kazimirov", nil, .depositary),
        ]
        for (id, name, party, role) in people {
            let accreditation = Accreditation(
                person: id, names: [Name(text: name)], party: party, capacity: role)
            try record(.participation(.accredited(accreditation)), on: "1994-05-04")
        }
    }

    /// The protocol, its two copies, its two alterations, and two accounts of who signed for Baku.
    private mutating func draw() throws {
        let id = Self.protocolText
        let introduction = InstrumentIntroduction(
            instrument: id, title: "Bishkek Protocol", kind: .protocol, form: .signed, intent: .none,
            languages: ["en"],
            addressed: Self.sides)
        try record(.text(.introduced(introduction)), on: "1994-05-05")
        for (text, words) in [(Self.original, Self.words), (Self.photocopy, Self.altered)] {
            let half =
                words.utf8.firstIndex(of: 10).map { words.utf8.distance(from: words.startIndex, to: $0) + 1 }
                ?? 0
            let clauses = [
                Clause(id: "1", label: "1.", part: .operative, start: 0, end: half, digest: text),
                Clause(
                    id: "2", label: "2.", part: .operative, start: half, end: words.utf8.count, digest: text),
            ]
            let tabling = TextTabling(
                instrument: id, text: text, language: "en", basis: .transcription, clauses: clauses)
            try record(.text(.tabled(tabling)), on: "1994-05-05")
        }
        let line = Line(
            line: "azerbaijan", role: .party, party: "azerbaijan", capacity: "First Deputy Speaker",
            name: "Afiyaddin Jalilov")
        try record(
            .signing(.opened(SigningOpening(instrument: id, mode: .circulation, lines: [line]))),
            on: "1994-05-05")
        try record(
            .signing(
                .copied(CopyMaking(instrument: id, copy: "original", kind: .original, texts: [Self.original]))
            ), on: "1994-05-05")
        let photocopy = CopyMaking(
            instrument: id, copy: "photocopy", kind: .photocopy, texts: [Self.photocopy], of: "original",
            place: "baku")
        try record(.signing(.copied(photocopy)), on: "1994-05-08")
        for (person, statement, source) in [
            ("jalilov", "Jalilov signed.", Source.article), ("guliyev", "Guliyev signed.", .database),
        ] {
            let claim = Claim(
                actor: Identifier(stringLiteral: person), onBehalfOf: "azerbaijan", occurred: "1994-05-08",
                act: .signing(
                    .signed(Signature(instrument: id, line: "azerbaijan", copy: "photocopy", medium: .ink))))
            let account = Account(
                issue: "who-signed", question: "Who signed for Azerbaijan?",
                alternative: Identifier(stringLiteral: person),
                statement: statement, instruments: [id], claims: [claim])
            try record(.reference(.accounted(account)), on: "1994-05-08", from: source)
        }
    }

    private mutating func write(_ babayanSigns: Bool) throws {
        let id = Self.letters
        let introduction = InstrumentIntroduction(
            instrument: id, title: "Letters of the ministers", kind: .letter, form: .identicalLetters,
            intent: .binding,
            addressed: Self.sides)
        try record(.text(.introduced(introduction)), on: "1994-05-09")
        let lines = Self.sides.map { Line(line: Identifier(stringLiteral: $0.text), role: .party, party: $0) }
        try record(
            .signing(.opened(SigningOpening(instrument: id, mode: .circulation, lines: lines))),
            on: "1994-05-09")
        let text = Self.text("c")
        try record(
            .text(.tabled(TextTabling(instrument: id, text: text, language: "ru", basis: .transcription))),
            on: "1994-05-09")
        let rule = RuleStatement(
            instrument: id, rule: "begins", parties: Self.sides,
            begins: .all([
                .at(["1994-05-12T00:01"]), .event(.received(by: "kazimirov", "identical-letters")),
                .event(.consents(Self.sides, sameText: true)),
            ]))
        try record(.effect(.ruled(rule)), on: "1994-05-09")
        let signatures: [(ParticipantID, ParticipantID, Moment)] = [
            ("mamedov", "azerbaijan", "1994-05-09"), ("sargsyan", "armenia", "1994-05-10"),
            ("babayan", "karabakh", "1994-05-11"),
        ]
        for (person, side, date) in signatures where babayanSigns || person != "babayan" {
            let copy = CopyMaking(
                instrument: id, copy: Identifier(stringLiteral: side.text), kind: .identicalLetter,
                texts: [text])
            try record(.signing(.copied(copy)), on: date)
            let signature = Signature(
                instrument: id, line: Identifier(stringLiteral: side.text), copy: copy.copy, medium: .ink)
            try record(.signing(.signed(signature)), by: person, for: side, on: date)
        }
        let notice = ReceiptNotice(instrument: id, matter: "identical-letters")
        try record(
            .effect(.receipted(notice)), by: "kazimirov", on: "1994-05-11",
            from: Source(title: "Inference of the recorder"))
    }

    /// The recorder attests what somebody did, from a source.
    mutating func record(
        _ act: Act, by actor: ParticipantID? = nil, for party: ParticipantID? = nil, on date: Moment,
        from source: Source = .press
    ) throws {
        try process.admit(
            Entry(
                index: process.entries.count, received: Moment.now.earliest, author: "recorder", actor: actor,
                onBehalfOf: party,
                occurred: date, source: source, act: act))
    }

    static func text(_ letter: Character) -> TextDigest {
        TextDigest(hex: String(repeating: letter, count: 64)) ?? text("0")
    }

    var catalogue: Catalogue { Catalogue(View(process)) }

    func effect(_ party: ParticipantID, at time: Moment = "1994-05-12T12:00") -> PartyEffect? {
        View(process).effects(of: Self.letters, for: party, at: time).first
    }

    func frame(
        _ query: PageQuery = PageQuery(), path: String = "/", at time: Moment = "1994-05-12T12:00"
    ) -> PageFrame {
        PageFrame(
            catalogue: catalogue, query: query, time: time, height: process.entries.count,
            verification: "passed",
            isExercise: process.opening?.exercise ?? false, sources: ["An encyclopaedia"], path: path)
    }
}

extension Source {
    static let press = Source(title: "Press reports")
    static let article = Source(title: "An encyclopaedia")
    static let database = Source(title: "A database of agreements")
}

extension UTCOffset {
    static let baku = UTCOffset(minutes: 240) ?? .utc
}

extension Identifier: ExpressibleByStringLiteral {
    init(stringLiteral text: String) {
        guard let id = Identifier(text) else { preconditionFailure("not a slug: \(text)") }
        self = id
    }
}

/// `1994-05-08` or `1994-05-12T00:01`, at Baku's offset.
extension Moment: ExpressibleByStringLiteral {
    init(stringLiteral text: String) {
        let numbers = text.split(whereSeparator: { "-T:".contains($0) }).compactMap { Int($0) }
        let isDay = numbers.count == 3
        guard
            let time = CivilTime(
                year: numbers[0], month: numbers[1], day: numbers[2], hour: isDay ? 0 : numbers[3],
                minute: isDay ? 0 : numbers[4])
        else { preconditionFailure("not a date: \(text)") }
        let start = time.instant(at: .baku)
        self.init(
            edtf: text, offset: .baku, earliest: start,
            latest: isDay ? time.midnight(days: 1).instant(at: .baku) : start)
    }

    static var now: Moment { "2026-11-24T12:00" }
}

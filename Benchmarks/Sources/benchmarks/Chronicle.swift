import Ceasefire

/// A long history for measuring: one agreement after another, each signed by both sides and then reported broken.
struct Chronicle {
    private(set) var entries: [Entry] = []

    init(count: Int) {
        let sides: [ParticipantID] = [id("north"), id("south")]
        open(sides)
        var number = 0
        while entries.count < count {
            agree(id("agreement-\(number)"), sides)
            number += 1
        }
        entries.removeLast(entries.count - count)
    }

    private mutating func open(_ sides: [ParticipantID]) {
        let key = Key(algorithm: .ed25519, spki: "")
        let founders =
            [
                Founder(participant: id("keeper"), kind: .organisation, role: .keeper, keys: [key]),
                Founder(participant: id("recorder"), kind: .person, role: .recorder, keys: [key]),
            ] + sides.map { Founder(participant: $0, kind: .state, role: .party, keys: [key]) }
        let home = HomeZone(zone: "UTC", offset: .utc)
        let opening = ProcessOpening(
            origin: "example.org/long", log: "", rules: 1, title: "A long history", home: home,
            founders: founders)
        add(.participation(.opened(opening)), by: "keeper")
    }

    private mutating func agree(_ instrument: InstrumentID, _ sides: [ParticipantID]) {
        add(
            .text(
                .introduced(
                    InstrumentIntroduction(
                        instrument: instrument, title: "An agreement", kind: .agreement, form: .signed,
                        intent: .binding,
                        addressed: sides))))
        let lines = sides.map { Line(line: id($0.text), role: .party, party: $0) }
        add(.signing(.opened(SigningOpening(instrument: instrument, mode: .together, lines: lines))))
        add(
            .effect(
                .ruled(
                    RuleStatement(
                        instrument: instrument, rule: id("begins"), parties: sides,
                        begins: .event(.consents([], sameText: false))))))
        for side in sides {
            add(
                .signing(.signed(Signature(instrument: instrument, line: id(side.text), medium: .ink))),
                actor: side, attested: true)
        }
        for _ in 0..<15 {
            add(
                .reference(
                    .accounted(Account(statement: "Shots.", topic: .clash, instruments: [instrument]))),
                attested: true)
        }
    }

    private mutating func add(
        _ act: Act, by author: String = "recorder", actor: ParticipantID? = nil, attested: Bool = false
    ) {
        let instant = Instant(milliseconds: Int64(entries.count) * 60_000)
        entries.append(
            Entry(
                index: entries.count, received: instant, author: id(author), actor: actor,
                occurred: attested ? Moment(edtf: "", earliest: instant, latest: instant) : nil,
                source: attested ? Source(title: "A report") : nil, act: act))
    }
}

/// The names above are slugs.
private func id<Noun>(_ text: String) -> Identifier<Noun> {
    guard let id = Identifier<Noun>(text) else { preconditionFailure("not a slug: \(text)") }
    return id
}

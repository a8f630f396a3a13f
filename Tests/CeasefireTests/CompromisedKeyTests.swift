import Testing

@testable import Ceasefire

@Suite struct `A compromised key` {
    private static func key(_ letter: Character) -> Key {
        Key(algorithm: .ed25519, spki: "\(letter)A==", id: .text(letter))
    }

    /// Two parties, and Nina, who signs for the north with the key “a”.
    private static func talks() throws -> Chronicle {
        var chronicle = try Chronicle("north", "south")
        try chronicle.perform(
            .participation(
                .accredited(
                    Accreditation(person: "nina", party: "north", capacity: .signatory, key: key("a")))),
            by: "north")
        return chronicle
    }

    private static func marking(
        _ participant: ParticipantID, _ letter: Character = "a", from: Int = 2
    ) -> Act {
        .participation(
            .keyCompromised(KeyCompromise(participant: participant, key: .text(letter), from: from)))
    }

    @Test(arguments: ["north", "nina"] as [ParticipantID])
    func `is marked by its party's root or by its holder, and is out of force from then on`(
        _ author: ParticipantID
    ) throws {
        var chronicle = try Self.talks()
        let said = try chronicle.perform(.reference(.accounted(Account(statement: "x"))), by: "nina")
        let marked = try chronicle.perform(Self.marking("nina"), by: author)
        let participation = chronicle.process.participation
        #expect(participation.keys(of: "nina").isEmpty)
        #expect(participation.doubts(about: said, by: "nina").map(\.entry) == [marked])
        #expect(participation.doubts(about: marked, by: "nina").isEmpty)
        #expect(participation.doubts(about: said, by: "north").isEmpty)
        #expect(participation.doubts(about: 1, by: "nina").isEmpty)
        // Its party gives its holder another one, and never the same again.
        let again = Act.participation(
            .accredited(
                Accreditation(person: "nina", party: "north", capacity: .signatory, key: Self.key("a"))))
        #expect(throws: Refusal.closed(.key, TextDigest.text("a").hex, by: marked)) {
            try chronicle.perform(again, by: "north")
        }
        try chronicle.perform(
            .participation(.keyReplaced(KeyReplacement(participant: "nina", key: Self.key("b")))), by: "north"
        )
        #expect(chronicle.process.participation.keys(of: "nina") == [Self.key("b")])
    }

    @Test func `is marked by nobody else, and never by hearsay`() throws {
        var chronicle = try Self.talks()
        for author in ["south", "recorder", "keeper"] as [ParticipantID] {
            #expect(
                throws: Refusal.notEntitled(
                    author, act: "key.compromised", needs: "the root keys of its party, or to be nina")
            ) { try chronicle.perform(Self.marking("nina"), by: author) }
        }
        #expect(
            throws: Refusal.notEntitled(
                "recorder", act: "key.compromised", needs: "to perform it: keys do not change by hearsay")
        ) { try chronicle.attest(Self.marking("nina"), by: "north", on: "2026-01-01") }
        // Nor does an account claim it.
        #expect(throws: Refusal.self) {
            try chronicle.account(
                "keys", "stolen", from: .press, on: "2026-01-01",
                claims: [Claim(actor: "nina", act: Self.marking("nina"))])
        }
        #expect(chronicle.process.participation.keys(of: "nina").count == 1)
    }

    @Test func `is one that its holder has or had, from an entry that is there`() throws {
        var chronicle = try Self.talks()
        #expect(throws: Refusal.unknown(.key, TextDigest.text("c").hex)) {
            try chronicle.perform(Self.marking("nina", "c"), by: "nina")
        }
        #expect(throws: Refusal.unknown(.entry, "99")) {
            try chronicle.perform(Self.marking("nina", from: 99), by: "nina")
        }
        #expect(throws: Refusal.unknown(.entry, "-1")) {
            try chronicle.perform(Self.marking("nina", from: -1), by: "nina")
        }
        let replaced = try chronicle.perform(
            .participation(.keyReplaced(KeyReplacement(participant: "nina", key: Self.key("b")))), by: "nina")
        let later = try chronicle.perform(.reference(.accounted(Account(statement: "x"))), by: "nina")
        try chronicle.perform(Self.marking("nina", from: 1), by: "nina")
        // What the new key signed is beyond doubt, and it stays in force.
        #expect(chronicle.process.participation.doubts(about: replaced - 1, by: "nina").count == 1)
        #expect(chronicle.process.participation.doubts(about: later, by: "nina").isEmpty)
        #expect(chronicle.process.participation.keys(of: "nina") == [Self.key("b")])
    }

    @Test func `of a party, if it is the only one, is replaced first and marked then`() throws {
        let root = Self.key("a")
        var chronicle = try Chronicle()
        chronicle.process = Process()
        let keeper = Founder(participant: "keeper", kind: .organisation, role: .keeper, keys: [Self.key("k")])
        let north = Founder(participant: "north", kind: .state, role: .party, keys: [root])
        try chronicle.admit(
            .participation(
                .opened(
                    ProcessOpening(
                        origin: "example.org/record", log: "example.org/record+00000000+AA==", rules: 1,
                        title: "A process", home: HomeZone(zone: "Asia/Baku", offset: .baku),
                        founders: [keeper, north]))), by: "keeper")
        #expect(
            throws: Refusal.malformed(
                "it is the only key of north: replace it first, then say that it is compromised")
        ) { try chronicle.perform(Self.marking("north", from: 0), by: "north") }
        try chronicle.perform(
            .participation(.keyReplaced(KeyReplacement(participant: "north", key: Self.key("b")))),
            by: "north")
        try chronicle.perform(Self.marking("north", from: 0), by: "north")
        #expect(chronicle.process.participation.keys(of: "north") == [Self.key("b")])
        #expect(chronicle.process.participation.doubts(about: 1, by: "north").isEmpty == false)
        #expect(throws: Refusal.closed(.key, TextDigest.text("a").hex, by: 2)) {
            try chronicle.perform(
                .participation(.keyReplaced(KeyReplacement(participant: "north", key: root))), by: "north")
        }
        // The keeper, who replaces no keys, can put an end to its own.
        try chronicle.perform(Self.marking("keeper", "k", from: 0), by: "keeper")
        #expect(chronicle.process.participation.keys(of: "keeper").isEmpty)
    }

    @Test func `nobody takes over a person who has a key from elsewhere`() throws {
        var chronicle = try Self.talks()
        // The south may say that Nina acts for it too; her key stays that of the north.
        try chronicle.perform(
            .participation(.accredited(Accreditation(person: "nina", party: "south", capacity: .signatory))),
            by: "south")
        for act in [
            Act.participation(.keyReplaced(KeyReplacement(participant: "nina", key: Self.key("s")))),
            .participation(.revoked(AccreditationRevocation(person: "nina"))), Self.marking("nina"),
            .participation(
                .accredited(
                    Accreditation(person: "nina", party: "south", capacity: .signatory, key: Self.key("s")))),
        ] {
            #expect(throws: Refusal.self) { try chronicle.perform(act, by: "south") }
        }
        #expect(chronicle.process.participation.keys(of: "nina") == [Self.key("a")])
    }

    /// In random histories with keys, some of them marked.
    @Test(arguments: 1...20) func `changes no derived answer but the doubt`(_ seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        var plain = try Properties.history(seed: UInt64(seed))
        let person = dice.pick(Properties.people)
        guard let party = plain.process.participation.participants[person]?.parties.first else { return }
        try plain.perform(
            .participation(
                .accredited(
                    Accreditation(person: person, party: party, capacity: .signatory, key: Self.key("a")))),
            by: party)
        var marked = plain
        let from = Int.random(in: 0..<plain.process.entries.count, using: &dice)
        try marked.perform(Self.marking(person, from: from), by: dice.pick([person, party]))
        let (before, after) = (View(plain.process), View(marked.process))
        #expect(Properties.answers(before) == Properties.answers(after))
        #expect(before.issues == after.issues)
        #expect(
            after.facts.filter { $0.entry < plain.process.entries.count } == before.facts)
        for date in Properties.dates {
            #expect(before.divisions(at: date) == after.divisions(at: date))
            for side in Properties.sides {
                #expect(before.awaiting(side, at: date) == after.awaiting(side, at: date))
            }
        }
        for entry in marked.process.entries {
            let isMeant =
                entry.author == person && entry.index >= from && entry.index < plain.process.entries.count
            #expect(
                marked.process.participation.doubts(about: entry.index, by: entry.author).isEmpty != isMeant)
        }
    }
}

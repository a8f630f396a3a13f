import Testing

@testable import Ceasefire

@Suite struct `A sealed act` {
    private static let salt = Salt([UInt8](repeating: 1, count: 32))

    private static func sealed(_ act: Act) -> Act {
        .sealed(SealedAct(kind: act.name, commitment: .text("a")))
    }

    private static func opening(_ entry: Int, _ act: Act) throws -> Act {
        .reference(.unsealed(SealOpening(entry: entry, salt: try #require(salt), act: act)))
    }

    private static func destroying(_ entry: Int) -> Act {
        .reference(.destroyed(SealDestruction(entry: entry, reason: "asked for by the witness")))
    }

    private static let clash = Act.reference(
        .accounted(Account(statement: "Shots at the bridge.", topic: .clash, instruments: ["truce"])))

    private static func talks() throws -> Chronicle {
        var chronicle = try Chronicle("north", "south")
        try chronicle.list("mediator")
        try chronicle.introduce("truce", ["north", "south"])
        try chronicle.rule("truce", ["north", "south"], begins: .at("1994-05-12"))
        return chronicle
    }

    private static func observance(_ chronicle: Chronicle) -> Observance.State {
        chronicle.view.status(of: "truce", at: "2030-01-01").observance.state
    }

    @Test func `says nothing before it is opened, and then what it would have said`() throws {
        var plain = try Self.talks()
        let stated = try plain.attest(Self.clash, on: "1994-05-20")
        var chronicle = try Self.talks()
        let entry = try chronicle.attest(Self.sealed(Self.clash), on: "1994-05-20")
        #expect(entry == stated)
        #expect(Self.observance(chronicle) == .notAssessed)
        #expect(chronicle.view.facts(of: "truce").allSatisfy { $0.entry != entry })
        #expect(chronicle.process.reference.seals[entry]?.state == .withheld)
        let before = chronicle.process
        // Somebody else may open it: what was committed to is the proof.
        let opened = try chronicle.perform(try Self.opening(entry, Self.clash), by: "south")
        #expect(Self.observance(chronicle) == .breachReported)
        #expect(chronicle.process.reference.seals[entry]?.state == .opened(by: opened))
        #expect(
            chronicle.view.facts(of: "truce").first { $0.entry == entry }
                == plain.view.facts(of: "truce").first { $0.entry == entry })
        // Before, nobody knew.
        #expect(chronicle.process.known(on: before.entries[before.entries.count - 1].received) == before)
        #expect(throws: Refusal.overtaken(.entry, String(entry), by: opened)) {
            try chronicle.perform(try Self.opening(entry, Self.clash), by: "north")
        }
    }

    @Test func `is opened as what it is, and only by what the rules would have admitted`() throws {
        var chronicle = try Self.talks()
        let entry = try chronicle.attest(Self.sealed(Self.clash), on: "1994-05-20")
        let finding = Act.monitoring(.found(Finding(finding: "one", facts: "x", standard: .reported)))
        #expect(throws: Refusal.malformed("entry \(entry) seals account.stated, not finding.made")) {
            try chronicle.perform(try Self.opening(entry, finding), by: "recorder")
        }
        #expect(throws: Refusal.malformed("what is opened is an act with its body")) {
            try chronicle.perform(try Self.opening(entry, Self.sealed(Self.clash)), by: "recorder")
        }
        #expect(throws: Refusal.unknown(.instrument, "pact")) {
            try chronicle.perform(
                try Self.opening(
                    entry, .reference(.accounted(Account(statement: "x", instruments: ["pact"])))),
                by: "recorder")
        }
        #expect(throws: Refusal.unknown(.seal, "1")) {
            try chronicle.perform(try Self.opening(1, Self.clash), by: "recorder")
        }
        #expect(throws: Refusal.notEntitled("recorder", act: "sealed.opened", needs: "to perform it")) {
            try chronicle.attest(try Self.opening(entry, Self.clash), on: "1994-05-21")
        }
    }

    @Test func `is of a kind that can be sealed, and no part of a claim`() throws {
        var chronicle = try Self.talks()
        let signature = Act.sealed(SealedAct(kind: "signature.affixed", commitment: .text("a")))
        #expect(throws: Refusal.malformed("signature.affixed cannot be sealed")) {
            try chronicle.attest(signature, by: "north", on: "1994-05-12")
        }
        #expect(throws: Refusal.malformed("an account cannot claim account.stated")) {
            try chronicle.attest(
                .reference(
                    .accounted(Account(statement: "x", claims: [Claim(act: Self.sealed(Self.clash))]))),
                on: "1994-05-12")
        }
        // Who may find may do so under seal, and nobody else.
        let finding = Act.sealed(SealedAct(kind: "finding.made", commitment: .text("a")))
        try chronicle.perform(finding, by: "mediator")
        #expect(throws: Refusal.notEntitled("north", act: "finding.made", needs: "the position of third")) {
            try chronicle.perform(finding, by: "north")
        }
    }

    @Test func `is destroyed by the keeper or its author, once, and may still be opened by whoever read it`()
        throws
    {
        var chronicle = try Self.talks()
        let entry = try chronicle.perform(Self.sealed(Self.clash), by: "north")
        #expect(
            throws: Refusal.notEntitled(
                "south", act: "sealed.destroyed", needs: "to be the author of entry \(entry)")
        ) { try chronicle.perform(Self.destroying(entry), by: "south") }
        var other = chronicle
        try other.perform(Self.destroying(entry), by: "north")
        let destroyed = try chronicle.perform(Self.destroying(entry), by: "keeper")
        #expect(chronicle.process.reference.seals[entry]?.state == .destroyed(by: destroyed))
        #expect(throws: Refusal.overtaken(.entry, String(entry), by: destroyed)) {
            try chronicle.perform(Self.destroying(entry), by: "north")
        }
        #expect(Self.observance(chronicle) == .notAssessed)
        let opened = try chronicle.perform(try Self.opening(entry, Self.clash), by: "south")
        #expect(chronicle.process.reference.seals[entry]?.state == .opened(by: opened))
        #expect(Self.observance(chronicle) == .breachReported)
    }

    @Test func `that is withdrawn stays away when it is opened`() throws {
        var chronicle = try Self.talks()
        let entry = try chronicle.perform(Self.sealed(Self.clash), by: "north")
        try chronicle.perform(.reference(.withdrawn(Withdrawal(entry: entry))), by: "north")
        try chronicle.perform(try Self.opening(entry, Self.clash), by: "north")
        #expect(Self.observance(chronicle) == .notAssessed)
    }

    /// Accounts at the end of random histories, stated or sealed and opened later.
    @Test(arguments: 1...20) func `counts once it is opened as if it had never been sealed`(
        _ seed: Int
    ) throws {
        var dice = Dice(state: UInt64(1000 + seed))
        var plain = try Properties.history(seed: UInt64(seed))
        var sealed = plain
        let without = Properties.answers(View(plain.process))
        var accounts: [(entry: Int, act: Act)] = []
        for number in 0..<6 {
            let act = Act.reference(
                .accounted(
                    Account(
                        issue: dice.pick(["sealed-who", "sealed-when"]), question: "?",
                        alternative: dice.pick(["one", "other"]), statement: "account \(number)",
                        topic: dice.pick([.clash, .breach, nil]),
                        instruments: [dice.pick(Properties.instruments)],
                        claims: [
                            Claim(
                                actor: dice.pick(Properties.people),
                                act: .signing(
                                    .signed(
                                        Signature(
                                            instrument: dice.pick(Properties.instruments),
                                            line: dice.pick(["north", "south", "east"]), medium: .ink))))
                        ])))
            let day = Properties.day(&dice)
            try plain.attest(act, on: day)
            accounts.append((try sealed.attest(Self.sealed(act), on: day), act))
        }
        #expect(Properties.answers(View(sealed.process)) == without)
        let size = sealed.process.entries.count
        for (entry, act) in accounts { try sealed.perform(try Self.opening(entry, act), by: "recorder") }
        #expect(Properties.answers(View(sealed.process)) == Properties.answers(View(plain.process)))
        #expect(View(sealed.process).facts.filter { $0.entry < size } == View(plain.process).facts)
        #expect(try Process(sealed.process.entries) == sealed.process)
    }
}

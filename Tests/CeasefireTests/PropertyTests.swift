import Testing

@testable import Ceasefire

/// Random histories, the same for the same seed.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }
}

@Suite struct Properties {
    static let sides: [ParticipantID] = ["north", "south", "east"]
    static let people: [ParticipantID] = ["nadir", "samir", "edem"]
    static let instruments: [InstrumentID] = ["truce", "pact", "pause"]

    static func day(_ dice: inout Dice) -> Moment {
        let day = Int.random(in: 1...28, using: &dice)
        let text = "2001-0\(Int.random(in: 1...9, using: &dice))-\(day < 10 ? "0" : "")\(day)"
        return Moment(stringLiteral: Bool.random(using: &dice) ? text : text + "T12:00")
    }

    static func act(_ dice: inout Dice) -> Act {
        let instrument = dice.pick(instruments)
        let line: LineID = dice.pick(["north", "south", "east", "nowhere"])
        switch Int.random(in: 0..<14, using: &dice) {
        case 0, 1, 2:
            return .signing(
                .signed(
                    Signature(
                        instrument: instrument, line: line, medium: .ink,
                        adReferendum: Bool.random(using: &dice))))
        case 3: return .signing(.confirmed(SignatureConfirmation(instrument: instrument, line: line)))
        case 4: return .signing(.withdrawn(SignatureWithdrawal(instrument: instrument, line: line)))
        case 5: return .effect(.receipted(ReceiptNotice(instrument: instrument, matter: "copies")))
        case 6:
            return .participation(
                .powersStated(
                    PowersStatement(person: dice.pick(people), state: dice.pick(PowersState.allCases))))
        case 7:
            return .effect(
                .related(
                    RelationStatement(
                        relation: dice.pick(RelationKind.allCases), subject: instrument,
                        object: dice.pick(instruments),
                        basis: dice.pick(RelationBasis.allCases))))
        case 8: return .effect(.denounced(Denunciation(instrument: instrument)))
        case 9: return .participation(.dissolved(PartyDissolution(party: dice.pick(sides))))
        case 10:
            return .signing(
                .inscribed(Inscription(instrument: instrument, line: line, name: "a name", hand: .typed)))
        case 11: return .reference(.withdrawn(Withdrawal(entry: Int.random(in: 0..<40, using: &dice))))
        case 12: return .participation(.seatClaimed(SeatClaim(seat: dice.pick(sides))))
        default: return .participation(.standingObjected(StandingObjection(to: dice.pick(sides))))
        }
    }

    /// A history of up to `count` acts, with those that were refused left out; each admission is watched.
    static func history(
        seed: UInt64, count: Int = 40, watch: (Process, Process, Refusal?) -> Void = { _, _, _ in }
    ) throws -> Chronicle {
        var dice = Dice(state: seed)
        var chronicle = try Chronicle("north", "south", "east")
        try chronicle.list("mediator", as: .depositary)
        for (person, side) in zip(people, sides) { try chronicle.accredit(person, for: side) }
        for instrument in instruments {
            try chronicle.introduce(instrument, sides)
            try chronicle.rule(
                instrument, sides, begins: .all([.consents(), .event(.received(by: "mediator", "copies"))]),
                ends: instrument == "pause" ? .after(Duration(48, .hours), .consents()) : nil)
        }
        for _ in 0..<count {
            let before = chronicle.process
            var refusal: Refusal?
            do {
                let act = act(&dice)
                switch Int.random(in: 0..<4, using: &dice) {
                case 0: try chronicle.perform(act, by: dice.pick(people + ["mediator"]))
                case 1:
                    switch act {
                    case .reference: try chronicle.perform(act, by: "recorder")
                    default:
                        try chronicle.account(
                            dice.pick(["who", "when"]), dice.pick(["one", "other"]),
                            from: dice.pick([.press, .memoirs, .article]),
                            on: day(&dice), claims: [Claim(actor: dice.pick(people), act: act)])
                    }
                default: try chronicle.attest(act, by: dice.pick(people + ["mediator"]), on: day(&dice))
                }
            } catch { refusal = error }
            watch(before, chronicle.process, refusal)
        }
        return chronicle
    }

    static let dates: [Moment] = ["2001-01-01", "2001-03-15", "2001-05-01T12:00", "2001-07-20", "2002-01-01"]

    static func answers(_ view: View) -> [[InstrumentStatus]] { dates.map { view.statuses(at: $0) } }

    @Test(arguments: 1...40) func `a refused act leaves the state unchanged`(_ seed: Int) throws {
        var refused = 0
        _ = try Self.history(seed: UInt64(seed)) { before, after, refusal in
            if refusal != nil {
                refused += 1
                #expect(before == after)
            } else {
                #expect(after.entries.count == before.entries.count + 1)
            }
        }
        #expect(refused > 0)
    }

    @Test(arguments: 1...20) func `any prefix of an accepted history replays to the same state`(
        _ seed: Int
    ) throws {
        var states: [Process] = []
        let chronicle = try Self.history(seed: UInt64(seed)) { _, after, refusal in
            if refusal == nil { states.append(after) }
        }
        for state in states {
            #expect(try Process(chronicle.process.entries.prefix(state.entries.count)) == state)
        }
    }

    @Test(arguments: 1...12) func `the kept state equals the pure view`(_ seed: Int) throws {
        let chronicle = try Self.history(seed: UInt64(seed))
        let replayed = try Process(chronicle.process.entries)
        #expect(Self.answers(View(chronicle.process)) == Self.answers(View(replayed)))
    }

    @Test(arguments: 1...12) func `a process that keeps only what has consequences answers the same`(
        _ seed: Int
    ) throws {
        let history = try Self.history(seed: UInt64(seed)).process.entries
        var few = Process(retaining: .consequential)
        var all = Process()
        for entry in history {
            var report = entry
            for place in 0..<2 where entry.index > 0 {
                // Between any two acts somebody reports something from which nothing follows.
                report.index = 3 * entry.index - 2 + place
                report.act = .reference(.accounted(Account(statement: "Shots were heard.")))
                report.author = "recorder"
                (report.actor, report.onBehalfOf, report.occurred) = (nil, nil, "2001-02-03")
                report.source = Source(title: "A paper")
                try few.admit(report)
                try all.admit(report)
            }
            var moved = entry
            moved.index = 3 * entry.index
            guard Self.pointsAt(entry.act) == nil else { continue }
            try few.admit(moved)
            try all.admit(moved)
        }
        #expect(few.entries.count < all.entries.count / 2)
        #expect(few.authorship == all.authorship)
        #expect(few.participation == all.participation && few.reference == all.reference)
        #expect(Self.answers(View(few)) == Self.answers(View(all)))
        var recalled = few
        for entry in all.entries.reversed() { recalled.recall(entry) }
        #expect(recalled.entries == all.entries)
    }

    /// The entry that an act is about by its number, which the test above moves.
    private static func pointsAt(_ act: Act) -> Int? {
        switch act {
        case .reference(.corrected(let act)): act.entry
        case .reference(.withdrawn(let act)): act.entry
        default: nil
        }
    }

    @Test(arguments: 1...20) func `according-to views never invent facts`(_ seed: Int) throws {
        let chronicle = try Self.history(seed: UInt64(seed))
        let all = Set(View(chronicle.process).facts)
        for source in ["memoirs", "press", "encyclopaedia", "recorder", "nobody at all"] {
            let view = View(chronicle.process, accordingTo: source)
            #expect(all.isSuperset(of: view.facts))
            for (id, issue) in view.issues {
                let known = View(chronicle.process).issues[id]?.alternatives ?? []
                #expect(issue.alternatives.allSatisfy(known.contains))
            }
        }
    }

    @Test(arguments: 1...12) func `published-by views only grow with the date, but for what is revised`(
        _ seed: Int
    ) throws {
        let chronicle = try Self.history(seed: UInt64(seed))
        let reference = chronicle.process.reference
        let revised = Set(reference.corrections.keys).union(reference.withdrawals.keys)
        var previous: Set<Fact> = []
        for date: Moment in ["1990-01-01", "1994-06-01", "2006-01-01", "2026-01-01"] {
            let view = View(chronicle.process, publishedBy: date)
            let facts = Set(view.facts.filter { !revised.contains($0.entry) })
            #expect(facts.subtracting(previous).count == facts.count - previous.count)
            previous = facts
        }
    }

    @Test(arguments: 1...30) func `sets of time agree with counting instant by instant`(_ seed: Int) {
        var dice = Dice(state: UInt64(seed))
        func random() -> TimeSet {
            (0..<3).reduce(TimeSet.never) { set, _ in
                let from = Int64.random(in: 0..<20, using: &dice)
                let span = TimeSet(
                    from: Instant(milliseconds: from),
                    to: Instant(milliseconds: from + Int64.random(in: 0..<8, using: &dice)))
                return set.union(span)
            }
        }
        let sets = [random(), random(), random()]
        for tick in -1...30 {
            let instant = Instant(milliseconds: Int64(tick))
            let held = sets.map { $0.contains(instant) }
            #expect(TimeSet.atLeast(2, sets).contains(instant) == (held.count { $0 } >= 2))
            #expect(sets[0].union(sets[1]).contains(instant) == (held[0] || held[1]))
            #expect(sets[0].intersection(sets[1]).contains(instant) == (held[0] && held[1]))
            #expect(sets[0].subtracting(sets[1]).contains(instant) == (held[0] && !held[1]))
            #expect(sets[0].complement.contains(instant) == !held[0])
        }
    }

    @Test func `civil dates and instants are each other's inverse`() throws {
        var dice = Dice(state: 1994)
        for _ in 0..<5000 {
            let seconds = Int64.random(in: -50_000_000_000...50_000_000_000, using: &dice)
            let instant = Instant(milliseconds: seconds * 1000)
            let offset = try #require(UTCOffset(minutes: Int.random(in: -720...840, using: &dice)))
            let civil = CivilTime(instant, at: offset)
            #expect(civil.instant(at: offset) == instant)
            #expect(CivilTime(year: civil.year, month: civil.month, day: civil.day) != nil)
        }
        #expect(CivilTime(year: 1900, month: 2, day: 29) == nil)
        #expect(CivilTime(year: 2000, month: 2, day: 29) != nil)
    }
}

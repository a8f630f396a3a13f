import Testing

@testable import Ceasefire

/// Relations that bear on single clauses.
@Suite struct `Relations limited to clauses` {
    /// A truce that north and south keep from 1 to 12 June 2001, with clauses 1, 2, and 2.1 within 2, under rules with
    /// these scopes; and an instrument that may bear on it.
    static func truce(_ scopes: [ClauseID]...) throws -> Chronicle {
        let both: [ParticipantID] = ["north", "south"]
        var chronicle = try Chronicle("north", "south")
        try chronicle.introduce("truce", both, form: .verbal, consentBy: [.acceptance])
        let parents: [(ClauseID, ClauseID?)] = [("1", nil), ("2", nil), ("2.1", "2")]
        let clauses = parents.enumerated().map { place, clause in
            Clause(
                id: clause.0, parent: clause.1, part: .operative, start: place, end: place + 1,
                digest: .text("a"))
        }
        try chronicle.table(.text("a"), of: "truce", clauses: clauses)
        for (position, scope) in scopes.enumerated() {
            try chronicle.rule(
                "truce", both, begins: .at("2001-06-01T00:00"), ends: .at("2001-06-12T00:00"), scope: scope,
                name: RuleID(stringLiteral: "rule-\(position)"))
        }
        for party in both {
            try chronicle.attest(
                .effect(.consented(ConsentExpression(instrument: "truce", kind: .acceptance))), by: party,
                on: "2001-05-20T00:00")
        }
        try chronicle.introduce("later", both)
        return chronicle
    }

    /// The state of each part that has one of its own: its clauses, and those left out.
    func parts(_ chronicle: Chronicle, at date: Moment) -> [[ClauseID]: EffectState] {
        let effects = chronicle.view.effects(of: "truce", for: "north", at: date)
        return Dictionary(uniqueKeysWithValues: effects.map { ($0.scope + $0.except, $0.state) })
    }

    @Test func `an extension of one clause leaves the others to end`() throws {
        var chronicle = try Self.truce(["1"], ["2"])
        try chronicle.relate(
            "later", .extends, "truce", basis: .entitled, until: "2001-06-30T00:00", scope: ["1"],
            on: "2001-06-10T00:00")
        #expect(parts(chronicle, at: "2001-06-20") == [["1"]: .inForce, ["2"]: .ended])
        #expect(parts(chronicle, at: "2001-07-01") == [["1"]: .ended, ["2"]: .ended])
    }

    @Test(arguments: [RelationKind.terminates, .supersedes, .suspends])
    func `what ends or interrupts one clause leaves the others`(_ kind: RelationKind) throws {
        var chronicle = try Self.truce(["1"], ["2"])
        try chronicle.relate(
            "later", kind, "truce", basis: .entitled, scope: ["2"], on: "2001-06-05T00:00")
        #expect(parts(chronicle, at: "2001-06-04") == [["1"]: .inForce, ["2"]: .inForce])
        #expect(
            parts(chronicle, at: "2001-06-08")
                == [["1"]: .inForce, ["2"]: kind == .suspends ? .suspended : .ended])
    }

    @Test func `one rule for the whole is told in parts once a relation bears on a clause`() throws {
        var chronicle = try Self.truce([])
        try chronicle.relate(
            "later", .terminates, "truce", basis: .entitled, scope: ["2"], on: "2001-06-05T00:00")
        #expect(parts(chronicle, at: "2001-06-04") == [[]: .inForce])
        let effects = chronicle.view.effects(of: "truce", for: "north", at: "2001-06-08")
        #expect(effects.map(\.scope) == [[], ["2"]])
        #expect(effects.map(\.except) == [["2"], []])
        #expect(effects.map(\.state) == [.inForce, .ended])
        #expect(effects.map(\.rule) == ["rule-0", "rule-0"])
    }

    @Test func `a clause takes those within it along, and a part of a clause leaves the rest`() throws {
        var chronicle = try Self.truce(["2.1"])
        try chronicle.relate(
            "later", .terminates, "truce", basis: .entitled, scope: ["2"], on: "2001-06-05T00:00")
        #expect(parts(chronicle, at: "2001-06-08") == [["2.1"]: .ended])
        var part = try Self.truce(["1", "2"])
        try part.relate(
            "later", .terminates, "truce", basis: .entitled, scope: ["2.1"], on: "2001-06-05T00:00")
        let effects = part.view.effects(of: "truce", for: "north", at: "2001-06-08")
        #expect(effects.map(\.scope) == [["1", "2"], ["2.1"]])
        #expect(effects.map(\.except) == [["2.1"], []])
        #expect(effects.map(\.state) == [.inForce, .ended])
    }

    @Test func `a rule that waits for the instrument is content with the part in force`() throws {
        var chronicle = try Self.truce([])
        try chronicle.introduce("annex", ["north"], form: .verbal, consentBy: [.acceptance])
        try chronicle.rule("annex", ["north"], begins: .event(.inForce("truce", for: .each)))
        try chronicle.attest(
            .effect(.consented(ConsentExpression(instrument: "annex", kind: .acceptance))), by: "north",
            on: "2001-06-08T00:00")
        try chronicle.relate(
            "later", .terminates, "truce", basis: .entitled, scope: ["2"], on: "2001-06-05T00:00")
        #expect(try chronicle.state(of: "annex", for: "north", at: "2001-06-09") == .inForce)
    }
}

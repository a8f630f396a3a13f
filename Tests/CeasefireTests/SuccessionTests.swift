import Testing

@testable import Ceasefire

/// Who stands in whose place, since when, and for what.
@Suite struct `Succession to a party` {
    static let both: [ParticipantID] = ["north", "south"]
    static let day: Moment = "2001-08-01T00:00"

    /// A truce that north and south have accepted, in force from 1 June 2001.
    static func truce(
        _ parties: [ParticipantID] = both, begins: Condition = .at("2001-06-01T00:00"),
        accepted: [ParticipantID] = both
    ) throws -> Chronicle {
        var chronicle = try Chronicle("north", "south", "east", "west")
        try agree(&chronicle, "truce", parties, begins: begins, accepted, on: "2001-05-01T00:00")
        return chronicle
    }

    static func agree(
        _ chronicle: inout Chronicle, _ id: InstrumentID, _ parties: [ParticipantID], begins: Condition,
        _ accepted: [ParticipantID], on date: Moment
    ) throws {
        try chronicle.introduce(
            id, parties, form: .verbal, consentBy: [.acceptance], denunciation: Duration(1, .hours))
        try chronicle.rule(id, parties, begins: begins)
        for party in accepted { try accept(&chronicle, id, party, on: date) }
    }

    static func accept(
        _ chronicle: inout Chronicle, _ id: InstrumentID, _ party: ParticipantID, on date: Moment
    ) throws {
        let consent = ConsentExpression(instrument: id, kind: .acceptance)
        try chronicle.attest(.effect(.consented(consent)), by: party, on: date)
    }

    static func succeed(
        _ chronicle: inout Chronicle, _ predecessor: ParticipantID = "north",
        by successor: ParticipantID = "east", on date: Moment = day
    ) throws {
        let act = PartySuccession(predecessor: predecessor, successor: successor)
        try chronicle.attest(.participation(.succeeded(act)), on: date)
    }

    static func dissolve(
        _ chronicle: inout Chronicle, _ party: ParticipantID, on date: Moment = day
    ) throws {
        try chronicle.attest(.participation(.dissolved(PartyDissolution(party: party))), on: date)
    }

    static func leave(_ chronicle: inout Chronicle, _ party: ParticipantID, on date: Moment) throws {
        try chronicle.attest(.effect(.denounced(Denunciation(instrument: "truce"))), by: party, on: date)
    }

    func state(_ chronicle: Chronicle, _ party: ParticipantID, at date: Moment) throws -> EffectState {
        try chronicle.state(of: "truce", for: party, at: date)
    }

    func bonds(_ chronicle: Chronicle, _ party: ParticipantID, at date: Moment) throws -> [ParticipantID] {
        try chronicle.effect(of: "truce", for: party, at: date).bonds.filter { $0.verdict == .met }.map(
            \.towards)
    }

    @Test func `a successor whom no rule names stands in its predecessor's place from its own date`() throws {
        var chronicle = try Self.truce()
        try Self.dissolve(&chronicle, "north")
        try Self.succeed(&chronicle)
        #expect(try state(chronicle, "east", at: "2001-07-31T23:59") == .notAddressed)
        let effect = try chronicle.effect(of: "truce", for: "east", at: "2001-08-02")
        #expect(effect.state == .inForce)
        #expect(effect.since == Self.day.earliest...Self.day.earliest)
        #expect(effect.bonds.map(\.towards) == ["south"])
        #expect(try state(chronicle, "north", at: "2001-07-31T23:59") == .inForce)
        #expect(try state(chronicle, "north", at: "2001-08-02") == .ended)
        #expect(try bonds(chronicle, "south", at: "2001-07-31T23:59") == ["north"])
        #expect(try bonds(chronicle, "south", at: "2001-08-02") == ["east"])
        #expect(
            try chronicle.effect(of: "truce", for: "south", at: "2001-08-02").since?.lowerBound
                == "2001-06-01T00:00")
    }

    @Test func `a successor whom the rule names too is bound from its own date`() throws {
        var chronicle = try Self.truce(["north", "south", "east"])
        try Self.succeed(&chronicle)
        #expect(try state(chronicle, "east", at: "2001-07-01") == .addressedNotBound)
        let effect = try chronicle.effect(of: "truce", for: "east", at: "2001-08-02")
        #expect(effect.state == .inForce)
        #expect(effect.since?.lowerBound == Self.day.earliest)
        // Nothing bound its predecessor to itself.
        #expect(try bonds(chronicle, "east", at: "2001-08-02") == ["south"])
        #expect(try state(chronicle, "north", at: "2001-08-02") == .inForce)
    }

    @Test func `the answer rests on the succession and on the predecessor's consent`() throws {
        var chronicle = try Self.truce()
        try Self.succeed(&chronicle)
        let why = try chronicle.effect(of: "truce", for: "east", at: "2001-08-02").derivation
        let acts = why.all.compactMap { part -> [String]? in
            guard case .done(let evidence) = part.reason, part.verdict == .met else { return nil }
            return [evidence.act, evidence.actor.text, evidence.party?.text ?? ""]
        }
        #expect(acts == [["consent.expressed", "north", "north"], ["party.succeeded", "east", "north"]])
    }

    @Test func `who left before is succeeded in nothing, who leaves afterwards leaves alone`() throws {
        for (date, expected): (Moment, EffectState) in [
            ("2001-07-01T00:00", .ended), ("2001-09-01T00:00", .inForce),
        ] {
            var chronicle = try Self.truce()
            try Self.succeed(&chronicle)
            try Self.leave(&chronicle, "north", on: date)
            #expect(try state(chronicle, "east", at: "2001-10-01") == expected)
            #expect(try state(chronicle, "north", at: "2001-10-01") == .ended)
        }
        var chronicle = try Self.truce()
        try Self.succeed(&chronicle)
        try Self.leave(&chronicle, "east", on: "2001-09-01T00:00")
        #expect(try state(chronicle, "east", at: "2001-10-01") == .ended)
        #expect(try state(chronicle, "north", at: "2001-10-01") == .inForce)
    }

    @Test func `what the predecessor agrees to afterwards does not bind the successor`() throws {
        var chronicle = try Self.truce()
        try Self.succeed(&chronicle)
        try Self.agree(
            &chronicle, "pact", Self.both, begins: .consents(), Self.both, on: "2001-09-01T00:00")
        #expect(try chronicle.state(of: "pact", for: "north", at: "2001-10-01") == .inForce)
        #expect(try chronicle.state(of: "pact", for: "east", at: "2001-10-01") == .notAddressed)
        let effects = chronicle.view.status(of: "pact", at: "2001-10-01").effects
        #expect(effects.map(\.party) == Self.both)
    }

    @Test func `a successor consents in a place that nobody had filled`() throws {
        var chronicle = try Self.truce(begins: .consents(), accepted: ["south"])
        try Self.succeed(&chronicle)
        #expect(try state(chronicle, "south", at: "2001-08-02") == .pending)
        try Self.accept(&chronicle, "truce", "east", on: "2001-09-01T00:00")
        #expect(try state(chronicle, "east", at: "2001-09-02") == .inForce)
        #expect(try bonds(chronicle, "south", at: "2001-09-02") == ["east"])
        #expect(try state(chronicle, "north", at: "2001-09-02") == .addressedNotBound)
    }

    @Test func `a successor may have a successor`() throws {
        var chronicle = try Self.truce()
        try Self.succeed(&chronicle)
        try Self.dissolve(&chronicle, "east", on: "2001-10-01T00:00")
        try Self.succeed(&chronicle, "east", by: "west", on: "2001-10-01T00:00")
        #expect(try bonds(chronicle, "south", at: "2001-09-01") == ["east", "north"])
        #expect(try bonds(chronicle, "south", at: "2001-11-01") == ["north", "west"])
        #expect(
            try chronicle.effect(of: "truce", for: "west", at: "2001-11-01").since?.lowerBound
                == "2001-10-01T00:00")
    }

    @Test func `successors in a circle come to an end`() throws {
        var chronicle = try Self.truce()
        try Self.succeed(&chronicle)
        try Self.succeed(&chronicle, "east", by: "north", on: "2001-10-01T00:00")
        #expect(try state(chronicle, "east", at: "2001-11-01") == .inForce)
    }

    @Test func `a succession that one account denies is contested, and settled it is none`() throws {
        var chronicle = try Self.truce()
        let act = PartySuccession(predecessor: "north", successor: "east")
        let claim = Claim(occurred: Self.day, act: .participation(.succeeded(act)))
        try chronicle.account("who-follows", "east", from: .article, on: Self.day, claims: [claim])
        #expect(try state(chronicle, "east", at: "2001-08-02") == .inForce)
        try chronicle.account("who-follows", "nobody", from: .memoirs, on: Self.day)
        let effect = try chronicle.effect(of: "truce", for: "east", at: "2001-08-02")
        #expect(effect.verdict == .contested)
        #expect(effect.derivation.choices == [.issue("who-follows")])
        let settlement = IssueSettlement(
            issue: "who-follows", alternative: "nobody", acceptedBy: ["north", "south", "east", "west"])
        try chronicle.attest(.reference(.settled(settlement)), on: "2001-08-03")
        #expect(try state(chronicle, "east", at: "2001-08-02") == .notAddressed)
    }

    @Test func `a termination that the predecessor agreed to holds for its successor`() throws {
        var chronicle = try Chronicle("north", "south", "east", "west")
        try Self.agree(
            &chronicle, "truce", Self.both, begins: .at("2001-06-01T00:00"), Self.both,
            on: "2001-05-01T00:00")
        try Self.agree(
            &chronicle, "end", Self.both, begins: .at("2001-09-01T00:00"), Self.both, on: "2001-07-01T00:00")
        try chronicle.relate("end", .terminates, "truce", on: "2001-07-01T00:00")
        try Self.succeed(&chronicle)
        #expect(try state(chronicle, "east", at: "2001-08-02") == .inForce)
        #expect(try state(chronicle, "east", at: "2001-09-02") == .ended)
    }

    @Test func `whoever parties merge into succeeds all of them`() throws {
        let three: [ParticipantID] = ["north", "west", "south"]
        var chronicle = try Self.truce(three, accepted: three)
        try chronicle.attest(
            .participation(.merged(PartyMerger(parties: ["north", "west"], into: "east"))), on: Self.day)
        #expect(try state(chronicle, "east", at: "2001-07-31T23:59") == .notAddressed)
        #expect(try state(chronicle, "east", at: "2001-08-02") == .inForce)
        // That the merged no longer exist is an act of its own.
        #expect(try state(chronicle, "north", at: "2001-08-02") == .inForce)
        for merged: ParticipantID in ["north", "west"] { try Self.dissolve(&chronicle, merged) }
        #expect(try bonds(chronicle, "east", at: "2001-08-02") == ["south"])
        #expect(try bonds(chronicle, "south", at: "2001-08-02") == ["east"])
    }

    @Test func `a part of a party that split succeeds only by an act of its own`() throws {
        var chronicle = try Self.truce()
        try chronicle.attest(
            .participation(.split(PartySplit(party: "north", into: ["east", "west"]))), on: Self.day)
        #expect(try state(chronicle, "east", at: "2001-08-02") == .notAddressed)
        #expect(try state(chronicle, "north", at: "2001-08-02") == .inForce)
        try Self.succeed(&chronicle)
        #expect(try state(chronicle, "east", at: "2001-08-02") == .inForce)
        #expect(try state(chronicle, "west", at: "2001-08-02") == .notAddressed)
    }

    @Test func `an instrument's status lists who succeeded by then`() throws {
        var chronicle = try Self.truce()
        try Self.succeed(&chronicle)
        func listed(_ date: Moment) -> [ParticipantID] {
            chronicle.view.status(of: "truce", at: date).effects.map(\.party)
        }
        #expect(listed("2001-07-01") == ["north", "south"])
        #expect(listed("2001-08-02") == ["north", "south", "east"])
    }
}

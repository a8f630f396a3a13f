import Testing

@testable import Ceasefire

/// Signatures held in escrow until all lines are signed.
@Suite struct `In escrow` {
    static let both: [ParticipantID] = ["north", "south"]

    static func truce() throws -> Chronicle {
        var chronicle = try Chronicle("north", "south")
        try chronicle.accredit("nadir", for: "north")
        try chronicle.accredit("samir", for: "south")
        try chronicle.introduce("truce", both, mode: .escrow)
        try chronicle.rule("truce", both, begins: .at("2001-03-10T12:00"))
        try chronicle.sign("truce", by: "nadir", line: "north", on: "2001-03-01T10:00")
        return chronicle
    }

    static func withdraw(on date: Moment, _ chronicle: inout Chronicle) throws {
        try chronicle.attest(
            .signing(.withdrawn(SignatureWithdrawal(instrument: "truce", line: "north"))), by: "nadir",
            on: date)
    }

    @Test func `a signature ad referendum completes it from its confirmation only`() throws {
        var chronicle = try Self.truce()
        try chronicle.sign("truce", by: "samir", line: "south", on: "2001-03-02T10:00", adReferendum: true)
        let held = try chronicle.effect(of: "truce", for: "north", at: "2001-04-01")
        #expect(held.state == .addressedNotBound)
        #expect(held.derivation.contains(.missing) { $0 == .escrow })
        try chronicle.attest(
            .signing(.confirmed(SignatureConfirmation(instrument: "truce", line: "south"))), by: "samir",
            on: "2001-03-20T10:00")
        let released = try chronicle.effect(of: "truce", for: "north", at: "2001-04-01")
        #expect(released.since?.lowerBound == "2001-03-20T10:00")
        #expect(released.derivation.contains(.met) { $0 == .escrow })
    }

    @Test func `a signature withdrawn before the last one completes nothing`() throws {
        var chronicle = try Self.truce()
        try Self.withdraw(on: "2001-03-01T15:00", &chronicle)
        try chronicle.sign("truce", by: "samir", line: "south", on: "2001-03-02T10:00")
        for side in Self.both {
            #expect(try chronicle.state(of: "truce", for: side, at: "2001-04-01") == .addressedNotBound)
        }
        try chronicle.sign("truce", by: "nadir", line: "north", on: "2001-03-03T10:00")
        for side in Self.both {
            #expect(try chronicle.state(of: "truce", for: side, at: "2001-04-01") == .inForce)
        }
    }

    @Test func `a signature withdrawn after the last one frees nobody else`() throws {
        var chronicle = try Self.truce()
        try chronicle.sign("truce", by: "samir", line: "south", on: "2001-03-02T10:00")
        try Self.withdraw(on: "2001-03-03T15:00", &chronicle)
        #expect(try chronicle.state(of: "truce", for: "south", at: "2001-04-01") == .inForce)
        // North has left before the hour of the rule.
        #expect(try chronicle.state(of: "truce", for: "north", at: "2001-04-01") == .addressedNotBound)
    }

    @Test func `a signature that its party disavows completes nothing`() throws {
        var chronicle = try Self.truce()
        try chronicle.sign("truce", by: "samir", line: "south", on: "2001-03-02T10:00")
        try chronicle.attest(
            .participation(.powersStated(PowersStatement(person: "samir", state: .disavowed))), by: "south",
            on: "2001-03-05")
        #expect(try chronicle.state(of: "truce", for: "north", at: "2001-04-01") == .addressedNotBound)
    }
}

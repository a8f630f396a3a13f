import Testing

@testable import Ceasefire

/// Who speaks for a seat that several claim.
@Suite struct `A disputed seat` {
    /// Samir signs for South on 1 March; he claimed its seat in January.
    static func truce(rival claim: Moment?) throws -> Chronicle {
        var chronicle = try Chronicle("north", "south")
        try chronicle.accredit("nadir", for: "north")
        try chronicle.accredit("samir", "sara", for: "south")
        try introduce("truce", on: "2001-03-01T10:00", &chronicle)
        try self.claim("samir", on: "2001-01-10T00:00", &chronicle)
        if let claim { try self.claim("sara", on: claim, &chronicle) }
        return chronicle
    }

    static func introduce(_ id: InstrumentID, on date: Moment, _ chronicle: inout Chronicle) throws {
        try chronicle.introduce(id, ["north", "south"])
        try chronicle.rule(id, ["north", "south"], begins: .consents())
        try chronicle.sign(id, by: "nadir", line: "north", on: date)
        try chronicle.sign(id, by: "samir", line: "south", on: date)
    }

    @discardableResult
    static func claim(
        _ person: ParticipantID, on date: Moment, _ chronicle: inout Chronicle
    ) throws -> Int {
        try chronicle.attest(
            .participation(.seatClaimed(SeatClaim(seat: "south"))), by: person, on: date)
    }

    static func settle(
        on holder: ParticipantID, for parties: [ParticipantID], _ chronicle: inout Chronicle
    ) throws {
        try chronicle.attest(
            .participation(
                .seatSettled(SeatSettlement(seat: "south", holders: [holder], acceptedBy: parties))),
            on: "2001-05-01T00:00")
    }

    @Test func `a claim made later leaves alone what was signed before it`() throws {
        var chronicle = try Self.truce(rival: "2010-01-01T00:00")
        try Self.introduce("pact", on: "2010-03-01T10:00", &chronicle)
        #expect(try chronicle.state(of: "truce", for: "south", at: "2005-01-01") == .inForce)
        #expect(try chronicle.state(of: "truce", for: "south", at: "2011-01-01") == .inForce)
        let pact = try chronicle.effect(of: "pact", for: "south", at: "2011-01-01")
        #expect(pact.state == .contested)
        #expect(pact.derivation.choices == [.seat("south", among: ["samir", "sara"])])
        #expect(chronicle.view.participant("south", at: "2005-01-01")?.seat?.isDisputed == false)
        #expect(chronicle.view.participant("south", at: "2011-01-01")?.seat?.isDisputed == true)
    }

    @Test func `a claim of the same day may have come first`() throws {
        let same = try Self.truce(rival: "2001-03-01").effect(of: "truce", for: "south", at: "2002-01-01")
        #expect(same.state == .contested)
        #expect(same.derivation.choices.contains(.times("truce", .obstacle)))
        let next = try Self.truce(rival: "2001-03-02").effect(of: "truce", for: "south", at: "2002-01-01")
        #expect(next.state == .inForce)
    }

    @Test func `a claim leaves by its author's withdrawal`() throws {
        var chronicle = try Self.truce(rival: nil)
        let claim = try Self.claim("sara", on: "2001-02-01T00:00", &chronicle)
        #expect(try chronicle.state(of: "truce", for: "south", at: "2002-01-01") == .contested)
        try chronicle.perform(.reference(.withdrawn(Withdrawal(entry: claim))), by: "recorder")
        #expect(try chronicle.state(of: "truce", for: "south", at: "2002-01-01") == .inForce)
        #expect(chronicle.view.participant("south")?.seat?.claimants == ["samir"])
        #expect(chronicle.view.participant("south")?.seat?.isDisputed == false)
    }

    @Test func `whoever has not accepted a settlement keeps the rival claims`() throws {
        func towardsSouth(_ chronicle: Chronicle) throws -> Verdict? {
            try chronicle.effect(of: "truce", for: "north", at: "2002-01-01").bonds.first?.verdict
        }
        var chronicle = try Self.truce(rival: "2001-02-01T00:00")
        try Self.settle(on: "samir", for: ["samir"], &chronicle)
        #expect(try chronicle.state(of: "truce", for: "south", at: "2002-01-01") == .contested)
        #expect(try towardsSouth(chronicle) == .contested)
        try Self.settle(on: "samir", for: ["north"], &chronicle)
        #expect(try towardsSouth(chronicle) == .met)
        #expect(try chronicle.state(of: "truce", for: "south", at: "2002-01-01") == .contested)
        #expect(chronicle.view.participant("south")?.seat?.isDisputed == true)
        // For the seat itself it is settled once all who claim it accept.
        try Self.settle(on: "samir", for: ["north", "samir", "sara"], &chronicle)
        #expect(try chronicle.state(of: "truce", for: "south", at: "2002-01-01") == .inForce)
        #expect(chronicle.view.participant("south")?.seat?.isDisputed == false)
    }

    @Test func `a settlement says nothing against a claim that came after it`() throws {
        var chronicle = try Self.truce(rival: "2001-02-01T00:00")
        try Self.settle(on: "samir", for: ["north", "samir", "sara"], &chronicle)
        try chronicle.accredit("sami", for: "south")
        try Self.claim("sami", on: "2010-01-01T00:00", &chronicle)
        try Self.introduce("pact", on: "2010-03-01T10:00", &chronicle)
        #expect(try chronicle.state(of: "truce", for: "south", at: "2011-01-01") == .inForce)
        #expect(try chronicle.state(of: "pact", for: "south", at: "2011-01-01") == .contested)
    }
}

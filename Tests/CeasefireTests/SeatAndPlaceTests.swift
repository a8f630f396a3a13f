import Testing

@testable import Ceasefire

/// A seat that is claimed, a place that is passed on, an escrow: two of them at once.
@Suite struct `Where seats, places and escrows meet` {
    @Test func `a claimant whom the settlement leaves out neither denounces nor withdraws`() throws {
        var chronicle = try `A disputed seat`.truce(rival: "2001-02-01T00:00")
        try `A disputed seat`.settle(on: "samir", for: ["north", "samir", "sara"], &chronicle)
        try chronicle.attest(
            .effect(.denounced(Denunciation(instrument: "truce"))), by: "sara", for: "south",
            on: "2001-06-01T00:00")
        try chronicle.attest(
            .signing(.withdrawn(SignatureWithdrawal(instrument: "truce", line: "south"))), by: "sara",
            on: "2001-03-01T12:00")
        #expect(try chronicle.state(of: "truce", for: "north", at: "2001-07-01") == .inForce)
        #expect(try chronicle.state(of: "truce", for: "south", at: "2001-07-01") == .inForce)
    }

    @Test func `whoever holds the seat says whether it was denounced`() throws {
        var chronicle = try `A disputed seat`.truce(rival: "2001-04-01T00:00")
        try chronicle.attest(
            .effect(.denounced(Denunciation(instrument: "truce"))), by: "sara", for: "south",
            on: "2001-06-01T00:00")
        let effect = try chronicle.effect(of: "truce", for: "south", at: "2001-07-01")
        #expect(effect.state == .contested)
        #expect(effect.derivation.choices.contains(.seat("south", among: ["samir", "sara"])))
    }

    @Test(arguments: [("east", "south"), ("south", "east")] as [(ParticipantID, ParticipantID)])
    func `a successor's withdrawal leaves its predecessor bound, and the other way round`(
        _ leaving: ParticipantID, _ staying: ParticipantID
    ) throws {
        var chronicle = try Chronicle("north", "south", "east")
        try `Succession to a party`.agree(
            &chronicle, "truce", ["north", "south"], begins: .consents(["north", "south"]), [],
            on: "2001-05-01T00:00")
        try chronicle.attest(
            .effect(.consented(ConsentExpression(instrument: "truce", kind: .acceptance))), by: "south",
            on: "2001-05-01T00:00")
        try `Succession to a party`.succeed(&chronicle, "south", by: "east", on: "2001-06-01T00:00")
        try chronicle.attest(
            .signing(.withdrawn(SignatureWithdrawal(instrument: "truce"))), by: leaving,
            on: "2001-06-05T00:00")
        try `Succession to a party`.accept(&chronicle, "truce", "north", on: "2001-06-08T00:00")
        #expect(try chronicle.state(of: "truce", for: "north", at: "2001-07-01") == .inForce)
        #expect(try chronicle.state(of: "truce", for: staying, at: "2001-07-01") == .inForce)
        #expect(try chronicle.state(of: "truce", for: leaving, at: "2001-07-01") == .addressedNotBound)
    }

    @Test func `what is dated like a succession came before it or after it as it is told`() throws {
        func truce(_ isSignedFirst: Bool) throws -> Chronicle {
            var chronicle = try `Succession to a party`.truce(accepted: ["north"])
            let steps: [(inout Chronicle) throws -> Void] = [
                { try `Succession to a party`.accept(&$0, "truce", "south", on: "2001-08-01") },
                { try `Succession to a party`.succeed(&$0, "south", on: "2001-08-01") },
            ]
            for step in isSignedFirst ? steps : steps.reversed() { try step(&chronicle) }
            return chronicle
        }
        #expect(try truce(true).state(of: "truce", for: "east", at: "2001-09-01") == .inForce)
        #expect(try truce(false).state(of: "truce", for: "east", at: "2001-09-01") == .addressedNotBound)
    }

    @Test func `a signature and a succession whose dates overlap leave open which came first`() throws {
        var chronicle = try `Succession to a party`.truce(accepted: ["north"])
        try `Succession to a party`.accept(&chronicle, "truce", "south", on: "2001-08-01/2001-08-10")
        try `Succession to a party`.succeed(&chronicle, "south", on: "2001-08-05/2001-08-15")
        #expect(try chronicle.state(of: "truce", for: "east", at: "2001-09-01") == .contested)
    }

    @Test func `a seat of two that one of them has only initialled completes no escrow`() throws {
        var chronicle = try `In escrow`.truce()
        try chronicle.accredit("sara", for: "south")
        for person: ParticipantID in ["samir", "sara"] {
            try `A disputed seat`.claim(person, on: "2001-01-10T00:00", &chronicle)
        }
        try chronicle.attest(
            .participation(
                .seatSettled(
                    SeatSettlement(
                        seat: "south", holders: ["samir", "sara"],
                        acceptedBy: ["north", "samir", "sara"]))),
            on: "2001-02-01T00:00")
        try chronicle.sign("truce", by: "samir", line: "south", on: "2001-03-02T10:00")
        try chronicle.attest(
            .signing(.initialled(Initialling(instrument: "truce", line: "south"))), by: "sara",
            on: "2001-03-03T10:00")
        #expect(try chronicle.state(of: "truce", for: "north", at: "2001-04-01") == .addressedNotBound)
        try chronicle.sign("truce", by: "sara", line: "south", on: "2001-03-04T10:00")
        #expect(try chronicle.state(of: "truce", for: "north", at: "2001-04-01") == .inForce)
    }

    @Test func `a correction is heard from the date on which its source was published`() throws {
        var chronicle = try `Succession to a party`.truce(accepted: ["north"])
        let early = Source(title: "Gazette", published: "2001-12-01")
        let accepted = Act.effect(.consented(ConsentExpression(instrument: "truce", kind: .acceptance)))
        let entry = try chronicle.attest(accepted, by: "south", on: "2001-06-10T00:00", source: early)
        let claim = Claim(occurred: "2001-10-01T00:00", act: accepted)
        try chronicle.attest(
            .reference(.corrected(Correction(entry: entry, claim: claim))), on: "2020-01-01",
            source: Source(title: "Memoirs", published: "2020-01-01"))
        func dates(_ view: View) -> [Moment] {
            view.facts(of: "truce").filter { $0.act == accepted && $0.actor == "south" }.map(\.moment)
        }
        #expect(dates(View(chronicle.process, publishedBy: "2010-01-01")) == ["2001-06-10T00:00"])
        #expect(dates(View(chronicle.process, publishedBy: "2021-01-01")) == ["2001-10-01T00:00"])
    }

    @Test func `what a successor does for its predecessor is done`() throws {
        var chronicle = try `Succession to a party`.truce()
        try chronicle.attest(
            .effect(
                .undertaken(
                    Undertaking(
                        instrument: "truce", undertaking: "leave", actors: ["north"], modality: .must,
                        what: "leave the valley", matter: "leaving", deadline: .at("2001-09-01T00:00")))),
            on: "2001-05-01T00:00")
        let leaving = Act.effect(.performed(Performance(who: "east", matter: "leaving")))
        try chronicle.attest(leaving, by: "east", on: "2001-07-01T00:00")
        func clock() -> UndertakingView.Clock? {
            chronicle.view.undertakings(of: "truce", at: "2001-10-01").first?.clock
        }
        #expect(clock() == .ranOut(at: "2001-09-01T00:00"..."2001-09-01T00:00"))
        try `Succession to a party`.succeed(&chronicle)
        #expect(clock() == .ranOut(at: "2001-09-01T00:00"..."2001-09-01T00:00"))
        try chronicle.attest(leaving, by: "east", on: "2001-08-15T00:00")
        #expect(clock() == .done(at: "2001-08-15T00:00"..."2001-08-15T00:00", late: false))
    }
}

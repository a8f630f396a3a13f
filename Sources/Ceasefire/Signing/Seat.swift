// Who speaks for a seat that several claim.
extension Evaluation {
    /// What was expressed in a place by those who spoke for whoever held it.
    mutating func forSeats(of place: Place, _ found: [Consent]) -> [Consent] {
        var spoken: [Consent] = []
        for holder in place.holders.map(\.party) {
            spoken += forSeat(holder, found.filter { $0.holder == holder })
        }
        return spoken
    }

    /// A disputed seat consents through those whom a settlement names, if the question is asked for somebody for whom it
    /// operates; otherwise through whichever claimant holds it.
    ///
    /// A seat is disputed from the second claim on: what was done for it before stands, whoever claims it later.
    private mutating func forSeat(_ party: ParticipantID, _ found: [Consent]) -> [Consent] {
        let claims = claims(to: party)
        guard Set(claims.map(\.actor)).count > 1 else { return found }
        var spoken: [Consent] = []
        for var consent in found {
            let claimants = claimants(claims, when: consent.fact)
            if claimants.count > 1 {
                let actor = consent.fact.actor
                if let settlement = settlement(of: party, among: claimants) {
                    guard settlement.holders.contains(actor) else { continue }
                    consent.holds = consent.holds.intersection(complete(settlement, found))
                } else {
                    guard actor == holder(of: party, among: claimants) || !claimants.contains(actor) else {
                        continue
                    }
                }
            }
            spoken.append(consent)
        }
        return spoken
    }

    /// Whether somebody who ends, confirms or disavows something in the name of a party can: for a disputed seat, those whom
    /// the settlement names, or otherwise whoever holds it.
    mutating func speaks(_ fact: Fact, for party: ParticipantID) -> Bool {
        let claimants = claimants(claims(to: party), when: fact)
        guard claimants.count > 1, claimants.contains(fact.actor) else { return true }
        if let settlement = settlement(of: party, among: claimants) {
            return settlement.holders.contains(fact.actor)
        }
        return holder(of: party, among: claimants) == fact.actor
    }

    /// Which of the claimants holds a seat that nobody has settled, in this world.
    private mutating func holder(
        of seat: ParticipantID, among claimants: [ParticipantID]
    ) -> ParticipantID {
        claimants[world.choose(.seat(seat, among: claimants), of: claimants.count)]
    }

    private mutating func claims(to seat: ParticipantID) -> [Fact] {
        var claims: [Fact] = []
        for claim in view.participationFacts where claim.seatClaimed == seat && isTrue(claim) {
            claims.append(claim)
        }
        return claims
    }

    /// Those who had claimed the seat when something was done for it, in the order of their claims.
    private mutating func claimants(_ claims: [Fact], when fact: Fact) -> [ParticipantID] {
        var claimants: [ParticipantID] = []
        for claim in claims where !claimants.contains(claim.actor) && isMade(claim, when: fact) {
            claimants.append(claim.actor)
        }
        return claimants
    }

    /// An imprecise date divides the worlds only where it leaves open which of the two came first.
    private mutating func isMade(_ claim: Fact, when fact: Fact) -> Bool {
        if claim.isTold(after: fact) { return false }
        if fact.isTold(after: claim) || claim.moment.latest <= fact.moment.earliest { return true }
        if claim.moment.earliest > fact.moment.latest { return false }
        return instant(of: claim, as: .obstacle) <= instant(of: fact)
    }

    /// When as many of the holders have consented as the settlement requires.
    private func complete(_ settlement: SeatSettlement, _ found: [Consent]) -> TimeSet {
        let sets = settlement.holders.map { holder in
            found.filter { $0.fact.actor == holder }.reduce(TimeSet.never) { $0.union($1.holds) }
        }
        return TimeSet.atLeast(settlement.required ?? settlement.holders.count, sets)
    }

    private mutating func settlement(
        of seat: ParticipantID, among claimants: [ParticipantID]
    ) -> SeatSettlement? {
        let asked = party.map { [$0] } ?? people.parties + claimants
        for fact in view.participationFacts.reversed() {
            guard case .participation(.seatSettled(let act)) = fact.act, act.seat == seat,
                asked.allSatisfy({ act.operates(for: $0, among: claimants) }), isTrue(fact)
            else { continue }
            return act
        }
        return nil
    }
}

extension Fact {
    /// The seat that the actor claims.
    var seatClaimed: ParticipantID? {
        guard case .participation(.seatClaimed(let act)) = act else { return nil }
        return act.seat
    }
}

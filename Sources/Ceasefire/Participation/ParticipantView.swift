/// A participant as the others see it.
public struct ParticipantView: Hashable, Sendable {
    public var id: ParticipantID
    public var participant: Participation.Participant
    public var standing: [Objection]
    /// What is said about its powers, last word last.
    public var powers: [Powers]
    public var seat: Seat?
    public var changes: [Evidence]
    public var isDissolved: Bool

    /// An objection to its taking part, and how that ended.
    public struct Objection: Hashable, Sendable {
        public var by: Evidence
        public var ground: String?
        public var settled: StandingSettlement?
        public var settledIn: Int?
    }

    public struct Powers: Hashable, Sendable {
        public var state: PowersState
        public var by: Evidence
        public var document: String?
    }

    /// Who claims to hold the seat, and who holds it by settlement.
    public struct Seat: Hashable, Sendable {
        /// In the order of their claims.
        public var claimants: [ParticipantID]
        public var settlement: SeatSettlement?
        /// Whether a claim stands against another for somebody who has accepted no settlement.
        public var isDisputed: Bool
    }
}

extension View {
    public var participants: [ParticipantView] { process.participation.order.compactMap { participant($0) } }

    public func participant(_ id: ParticipantID, at time: Moment? = nil) -> ParticipantView? {
        guard let participant = process.participation.participants[id] else { return nil }
        let moment = time?.lastInstant ?? .distantFuture
        var view = ParticipantView(
            id: id, participant: participant, standing: [], powers: [], seat: seat(of: id, by: moment),
            changes: [], isDissolved: false)
        for fact in participationFacts where fact.moment.earliest <= moment {
            guard case .participation(let act) = fact.act else { continue }
            note(act, fact, in: &view)
        }
        return view
    }

    private func seat(of id: ParticipantID, by moment: Instant) -> ParticipantView.Seat? {
        let facts = participationFacts.filter { $0.moment.earliest <= moment }
        var claimants: [ParticipantID] = []
        for fact in facts where fact.seatClaimed == id && !claimants.contains(fact.actor) {
            claimants.append(fact.actor)
        }
        guard !claimants.isEmpty else { return nil }
        let settlements = facts.compactMap { fact -> SeatSettlement? in
            guard case .participation(.seatSettled(let act)) = fact.act, act.seat == id else { return nil }
            return act
        }
        let settlement = settlements.last
        let isSettled = (process.participation.parties + claimants).allSatisfy {
            settlement?.operates(for: $0, among: claimants) ?? false
        }
        return ParticipantView.Seat(
            claimants: claimants, settlement: settlement, isDisputed: claimants.count > 1 && !isSettled)
    }

    private func note(_ act: ParticipationAct, _ fact: Fact, in view: inout ParticipantView) {
        switch act {
        case .standingObjected(let act) where act.to == view.id:
            view.standing.append(
                ParticipantView.Objection(
                    by: fact.evidence(), ground: act.ground, settled: nil, settledIn: nil))
        case .standingSettled(let act) where act.of == view.id:
            for position in view.standing.indices where view.standing[position].settled == nil {
                view.standing[position].settled = act
                view.standing[position].settledIn = fact.entry
            }
        case .powersStated(let act) where act.person == view.id:
            view.powers.append(
                ParticipantView.Powers(state: act.state, by: fact.evidence(), document: act.document))
        case .accredited(let act) where act.person == view.id:
            if let state = act.powers {
                view.powers.append(ParticipantView.Powers(state: state, by: fact.evidence(), document: nil))
            }
        case .dissolved(let act) where act.party == view.id:
            view.changes.append(fact.evidence())
            view.isDissolved = true
        case .split(let act) where act.party == view.id || act.into.contains(view.id):
            view.changes.append(fact.evidence())
        case .merged(let act) where act.into == view.id || act.parties.contains(view.id):
            view.changes.append(fact.evidence())
        case .succeeded(let act) where act.predecessor == view.id || act.successor == view.id:
            view.changes.append(fact.evidence())
        case .authorised(let act) where act.party == view.id || act.agent == view.id:
            view.changes.append(fact.evidence())
        case .joinedCommand(let act) where act.party == view.id || act.under == view.id:
            view.changes.append(fact.evidence())
        default: break
        }
    }

    /// What `speaker` calls a participant: its own name for it, or the one that everybody uses.
    public func name(of id: ParticipantID, by speaker: ParticipantID? = nil) -> String {
        View.name(in: process.participation.participants[id]?.names ?? [], by: speaker) ?? id.text
    }

    public func name(of place: PlaceID, by speaker: ParticipantID? = nil) -> String {
        View.name(in: process.participation.places[place]?.names ?? [], by: speaker) ?? place.text
    }

    private static func name(in names: [Name], by speaker: ParticipantID?) -> String? {
        if let speaker, let own = names.first(where: { $0.usedBy.contains(speaker) }) { return own.text }
        return (names.first { $0.usedBy.isEmpty } ?? names.first)?.text
    }
}

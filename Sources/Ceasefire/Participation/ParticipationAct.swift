/// Taking part: who is at the table, as what, with which keys, and what becomes of a party.
public indirect enum ParticipationAct: Hashable, Sendable {
    case opened(ProcessOpening)
    case listed(PartyListing)
    case accredited(Accreditation)
    case revoked(AccreditationRevocation)
    case placeNamed(PlaceNaming)
    case standingObjected(StandingObjection)
    case standingSettled(StandingSettlement)
    case seatClaimed(SeatClaim)
    case seatSettled(SeatSettlement)
    case met(Meeting)
    case keyReplaced(KeyReplacement)
    case keyCompromised(KeyCompromise)
    case powersStated(PowersStatement)
    case split(PartySplit)
    case merged(PartyMerger)
    case succeeded(PartySuccession)
    case dissolved(PartyDissolution)
    case authorised(PartyAuthorisation)
    case joinedCommand(CommandMembership)

    /// The act's name on the wire; never renamed once released.
    public var name: String {
        switch self {
        case .opened: "process.opened"
        case .listed: "party.listed"
        case .accredited: "person.accredited"
        case .revoked: "accreditation.revoked"
        case .placeNamed: "place.named"
        case .standingObjected: "standing.objected"
        case .standingSettled: "standing.settled"
        case .seatClaimed: "seat.claimed"
        case .seatSettled: "seat.settled"
        case .met: "meeting.held"
        case .keyReplaced: "key.replaced"
        case .keyCompromised: "key.compromised"
        case .powersStated: "powers.stated"
        case .split: "party.split"
        case .merged: "party.merged"
        case .succeeded: "party.succeeded"
        case .dissolved: "party.dissolved"
        case .authorised: "party.authorised"
        case .joinedCommand: "party.joinedCommand"
        }
    }
}

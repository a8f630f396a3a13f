/// The actor claims to hold a party's seat.
public struct SeatClaim: Hashable, Sendable {
    public var seat: ParticipantID

    public init(seat: ParticipantID) {
        self.seat = seat
    }
}

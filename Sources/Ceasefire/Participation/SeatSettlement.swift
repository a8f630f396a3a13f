/// Who speaks for a disputed seat: all of the holders, or `required` of them.
public struct SeatSettlement: Hashable, Sendable {
    public var seat: ParticipantID
    public var holders: [ParticipantID]
    /// How many of the holders must act; all, where absent.
    public var required: Int?
    public var acceptedBy: [ParticipantID]

    public init(
        seat: ParticipantID,
        holders: [ParticipantID] = [],
        required: Int? = nil,
        acceptedBy: [ParticipantID] = []
    ) {
        self.seat = seat
        self.holders = holders
        self.required = required
        self.acceptedBy = acceptedBy
    }
}

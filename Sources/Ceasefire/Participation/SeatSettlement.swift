/// Who speaks for a disputed seat: all of the holders, or `required` of them.
public struct SeatSettlement: Hashable, Sendable {
    public var seat: ParticipantID
    public var holders: [ParticipantID]
    /// How many of the holders must act; all, where absent.
    public var required: Int?
    /// For whom it is settled; the others keep the rival claims.
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

    /// Whether it operates for `party`, as it does for those who accept it: for the seat itself if all who claim it do, as
    /// nobody speaks for the seat while they differ.
    func operates(for party: ParticipantID, among claimants: [ParticipantID]) -> Bool {
        acceptedBy.contains(party) || (party == seat && claimants.allSatisfy(acceptedBy.contains))
    }
}

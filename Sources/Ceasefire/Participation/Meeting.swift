/// A meeting: where, who attended as what, about what, with which outcome.
public struct Meeting: Hashable, Sendable {
    public var meeting: MeetingID
    public var title: String
    public var place: PlaceID?
    public var attendance: [Attendance]
    public var agenda: [String]
    public var outcome: String?

    public init(
        meeting: MeetingID,
        title: String,
        place: PlaceID? = nil,
        attendance: [Attendance] = [],
        agenda: [String] = [],
        outcome: String? = nil
    ) {
        self.meeting = meeting
        self.title = title
        self.place = place
        self.attendance = attendance
        self.agenda = agenda
        self.outcome = outcome
    }
}

/// An event of one day or several, by one side.
public struct DatedEvent: Sendable, Hashable {
    /// The first day, counted from 1970-01-01.
    public let day: Int
    /// The last day; the event is spread evenly from the first to this one.
    public let lastDay: Int
    /// The index of the side it is counted for, from zero.
    public let side: Int
    /// How much it counts: one for an event, or the deaths of it.
    public let size: Double

    /// An event of one day, or of several where `lastDay` is given.
    public init(day: Int, lastDay: Int? = nil, side: Int = 0, size: Double = 1) {
        self.day = day
        self.lastDay = lastDay ?? day
        self.side = side
        self.size = size
    }

    static func comesFirst(_ left: DatedEvent, _ right: DatedEvent) -> Bool {
        (left.day, left.lastDay, left.side, left.size) < (right.day, right.lastDay, right.side, right.size)
    }
}

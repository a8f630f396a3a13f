extension GEDEvent {
    /// The days an event is counted on, and how much of it on each.
    public struct DaySpread: Sendable, Hashable {
        /// Days by their ``DayNumber``.
        public var days: ClosedRange<Int>
        /// One divided by the number of days.
        public var share: Double { 1 / Double(days.count) }
    }

    /// How events are given to days.
    public struct Dating: Sendable, Hashable {
        /// The coarsest date precision that still counts; nil counts all. An event without one always counts.
        public var coarsestPrecision: Int?
        /// Whether an event of several days is spread evenly over them, or counted on its first day.
        public var spreadsEvenly: Bool

        /// Dates known to the week or better, and events spread over their days, unless said otherwise.
        public init(coarsestPrecision: Int? = 3, spreadsEvenly: Bool = true) {
            self.coarsestPrecision = coarsestPrecision
            self.spreadsEvenly = spreadsEvenly
        }
    }

    /// The days this event is counted on; nil where its date is too coarse to count.
    public func spread(_ dating: Dating = .init()) -> DaySpread? {
        if let coarsest = dating.coarsestPrecision, let datePrecision, datePrecision > coarsest { return nil }
        return DaySpread(days: start...(dating.spreadsEvenly ? max(start, end ?? start) : start))
    }
}

/// A stretch of whole days, how much of it was observed, and what was counted in it.
///
/// Missing is not zero: a period in which nobody looked has effort zero and no count, and no method here reads
/// it as a quiet one. A period that was observed and in which nothing happened has the count zero.
public struct ObservationPeriod: Sendable, Hashable {
    /// The first day, as a whole number of days since 1970-01-01.
    public let start: Int
    /// The length in days, at least one.
    public let days: Int
    /// What was spent on looking, in one unit throughout a series: observed days, patrol days, cameras times
    /// days. Zero where nobody looked.
    public let effort: Double
    /// The events counted; absent where they are not known. Need not be whole, because an event of several
    /// days may be spread over them.
    public let count: Double?

    /// A period. It is checked where a `RateSeries` takes it.
    public init(start: Int, days: Int, effort: Double, count: Double?) {
        self.start = start
        self.days = days
        self.effort = effort
        self.count = count
    }

    /// A period that was observed on each of its days, its effort counted in days.
    public init(start: Int, days: Int, count: Double?) {
        self.init(start: start, days: days, effort: Double(days), count: count)
    }

    /// The day after the last.
    public var end: Int {
        let (sum, isTooLarge) = start.addingReportingOverflow(days)
        return isTooLarge ? .max : sum
    }

    /// Whether the period says anything about the rate: somebody looked, and the count is known.
    public var isObserved: Bool { effort > 0 && count != nil }

    /// Events per unit of effort; absent where the period was not observed.
    public var rate: Double? {
        guard effort > 0, let count else { return nil }
        return count / effort
    }

    /// Whether the day falls inside the period, after its first day.
    func straddles(_ day: Int) -> Bool { start < day && day < end }
}

/// What an interrupted series is regressed on.
public struct InterruptionPlan: Sendable, Hashable {
    /// The unit in which time runs.
    public enum TimeUnit: Sendable, Hashable {
        /// So many days; a period stands at its middle.
        case days(Double)
        /// Calendar months; a period stands in the month of its first day, whatever the length of months.
        case calendarMonths
        /// Years of 365.25 days.
        public static let years = TimeUnit.days(365.25)
    }

    /// What returns every year.
    public enum Season: Sendable, Hashable {
        /// Nothing.
        case none
        /// A factor for each calendar month, by the middle of the period; for series of several years.
        case calendarMonths
        /// So many pairs of sine and cosine over a cycle of so many days.
        case harmonics(Int, cycle: Double)
        /// Two harmonics of the year, a smooth season for weekly or fortnightly periods.
        public static let year = Season.harmonics(2, cycle: 365.25)
    }

    /// First days of a new state, at least one period before and after each.
    public let breaks: [Int]
    /// Whether the level may step at each break.
    public let hasLevelChange: Bool
    /// Whether there is a trend, and its unit.
    public let trend: TimeUnit?
    /// Whether the trend may change at each break.
    public let hasSlopeChange: Bool
    /// What returns every year, or in another cycle.
    public let season: Season

    /// A plan; in the simplest case the level steps at one day.
    public init(
        breaks: [Int], hasLevelChange: Bool = true, trend: TimeUnit? = nil, hasSlopeChange: Bool = false,
        season: Season = .none
    ) {
        self.breaks = breaks
        self.hasLevelChange = hasLevelChange
        self.trend = trend
        self.hasSlopeChange = hasSlopeChange
        self.season = season
    }
}

/// How near two reports must be to be compared at all, and how many may crowd one cell.
public struct LinkageWindow: Sendable, Hashable {
    /// The farthest two compared reports may be apart in time, in hours; also how long a cell lasts.
    public let hours: Double
    /// The farthest two compared reports may be apart in space, in kilometres; also how wide a cell is.
    public let kilometres: Double
    /// How many reports one cell holds, the earliest; the others are not compared, and are reported.
    ///
    /// The work grows with the square of what a cell holds, so an unbounded cell would let one night of
    /// shelling, or one broken import, stop everything.
    public let cellLimit: Int

    /// 8 hours, 10 kilometres, 256 reports in a cell.
    public static let standard = LinkageWindow(checkedHours: 8, kilometres: 10, cellLimit: 256)

    /// A window of 0.01 to 10,000 hours and kilometres with 1 to 4,096 reports in a cell.
    ///
    /// - Throws: ``StatisticsError`` `.outOfRange` outside of that.
    public init(hours: Double, kilometres: Double, cellLimit: Int = 256) throws(StatisticsError) {
        guard hours >= 0.01, hours <= 10_000, kilometres >= 0.01, kilometres <= 10_000 else {
            throw StatisticsError(
                .outOfRange,
                "A window of \(hours) hours and \(kilometres) kilometres is outside of 0.01 to 10,000.")
        }
        guard cellLimit >= 1, cellLimit <= 4_096 else {
            throw StatisticsError(.outOfRange, "A cell can hold 1 to 4,096 reports, not \(cellLimit).")
        }
        self.init(checkedHours: hours, kilometres: kilometres, cellLimit: cellLimit)
    }

    private init(checkedHours: Double, kilometres: Double, cellLimit: Int) {
        hours = checkedHours
        self.kilometres = kilometres
        self.cellLimit = cellLimit
    }
}

/// When two reports of one source are one report entered twice.
///
/// They say the same of type, weapon and casualties and are this near; nothing looser, since a source that
/// tells of two shellings in one hour means two.
enum OwnDuplicate {
    static let hours = 0.25
    static let kilometres = 0.25
}

/// When two reports may be of one event although their times are a day apart, as dates are often mistaken.
enum DateSlip {
    static let gap = 24.0
    static let tolerance = 3.0
    static let kilometres = 3.0
}

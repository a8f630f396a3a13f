/// How time is cut into periods. Days are numbered from 1970-01-01, which is zero and a Thursday.
public enum PeriodGrid: Sendable, Hashable {
    /// Periods of so many days, one of which begins on the given day.
    case days(Int, from: Int)
    /// Calendar months (Gregorian).
    case months

    /// Weeks from Monday to Sunday.
    public static let weeks = PeriodGrid.days(7, from: 4)

    /// The number of the period that holds the day; neighbours differ by one. Months are numbered from
    /// January of the year zero.
    func index(of day: Int) -> Int {
        switch self {
        case .days(let length, let origin): Self.floor(day - origin, Swift.max(1, length))
        case .months: Self.month(of: day)
        }
    }

    /// The first day of the period with that number.
    func start(of index: Int) -> Int {
        switch self {
        case .days(let length, let origin): origin + index * Swift.max(1, length)
        case .months: Self.firstDay(ofMonth: index)
        }
    }

    /// The number of the month that holds the day: twelve times the year, plus the month less one.
    static func month(of day: Int) -> Int {
        // Years are counted from March, so that the leap day is the last of its year.
        let shifted = day + 719_468
        let era = floor(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        return (era * 400 + yearOfEra) * 12 + monthFromMarch + 2
    }

    static func firstDay(ofMonth index: Int) -> Int {
        let fromMarch = index - 2
        let year = floor(fromMarch, 12)
        let month = fromMarch - year * 12
        let leapDays = floor(year, 4) - floor(year, 100) + floor(year, 400)
        return 365 * year + leapDays + (153 * month + 2) / 5 - 719_468
    }

    private static func floor(_ value: Int, _ divisor: Int) -> Int {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }
}

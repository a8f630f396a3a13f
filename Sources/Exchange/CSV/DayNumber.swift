import Ceasefire

/// Days counted from 1 January 1970, which is day 0, in the Gregorian calendar, before its beginning too.
public enum DayNumber {
    /// A date by its parts.
    public struct Parts: Sendable, Hashable {
        public var year: Int
        public var month: Int
        public var day: Int
    }

    /// The number of a day; nil where there is no such date, or its year is not one of 1 to 9999.
    public static func of(year: Int, month: Int, day: Int) -> Int? {
        guard CivilTime(year: year, month: month, day: day) != nil else { return nil }
        return Int(CivilTime.day(year: year, month: month, day: day))
    }

    /// The date of a day from year 1 to 9999.
    public static func parts(of day: Int) -> Parts {
        let date = CivilTime.date(ofDay: Int64(min(max(day, first), last)))
        return Parts(year: date.0, month: date.1, day: date.2)
    }

    /// The date of a day as 2020-07-27.
    public static func text(_ day: Int) -> String {
        let parts = parts(of: day)
        func padded(_ number: Int, _ width: Int) -> String {
            String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
        }
        return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
    }

    /// The number of the date that is written in the text; nil where it is none.
    public static func parse(_ text: String) -> Int? {
        var text = text.trimmed
        return text.withUTF8 { CSVDate.moment(UnsafeRawBufferPointer($0)).value?.day }
    }

    /// The Monday of the week that a day is in, as weeks are counted in ISO 8601.
    public static func monday(of day: Int) -> Int {
        let past = (day + 3) % 7  // day 0 was a Thursday
        return day - (past < 0 ? past + 7 : past)
    }

    /// The Monday of a week by its number (ISO 8601: week 1 holds 4 January); nil where the year has no such week.
    public static func monday(ofWeek week: Int, in year: Int) -> Int? {
        guard let fourth = of(year: year, month: 1, day: 4), week >= 1 else { return nil }
        let monday = monday(of: fourth) + 7 * (week - 1)
        return parts(of: monday + 3).year == year ? monday : nil
    }

    private static let first = -719_162  // 1 January of year 1
    private static let last = 2_932_896  // 31 December 9999
}

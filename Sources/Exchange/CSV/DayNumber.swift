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
        guard year >= 1, year <= 9999, month >= 1, month <= 12, day >= 1, day <= length(of: month, in: year)
        else {
            return nil
        }
        // Years that begin in March have their odd day at the end; 153 days are five of their months.
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    }

    /// The date of a day from year 1 to 9999.
    public static func parts(of day: Int) -> Parts {
        let shifted = min(max(day, first), last) + 719_468
        let century = (4 * shifted + 3) / 146_097
        let dayOfCentury = shifted - 146_097 * century / 4
        let yearOfCentury = (4 * dayOfCentury + 3) / 1461
        let dayOfYear = dayOfCentury - 1461 * yearOfCentury / 4
        let month = (5 * dayOfYear + 2) / 153
        let isAfterFebruary = month < 10
        return Parts(
            year: 100 * century + yearOfCentury + (isAfterFebruary ? 0 : 1),
            month: isAfterFebruary ? month + 3 : month - 9, day: dayOfYear - (153 * month + 2) / 5 + 1)
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

    /// How many days a month has.
    public static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static let first = -719_162  // 1 January of year 1
    private static let last = 2_932_896  // 31 December 9999
}

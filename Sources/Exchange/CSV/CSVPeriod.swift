import Ceasefire

/// A stretch of days as a table writes it in one field.
enum CSVPeriod {
    /// `2020-07-27` a day, `2020-W31` a week (ISO 8601), `2020-07` a month, `2020` a year.
    static func days(_ text: String) -> ClosedRange<Int>? {
        if let day = DayNumber.parse(text) { return day...day }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let written = parts.first, written.count == 4, written.allSatisfy(\.isASCIIDigit),
            let year = Int(written), let first = DayNumber.of(year: year, month: 1, day: 1)
        else { return nil }
        if parts.count == 1 { return first...(first + (CivilTime.isLeap(year) ? 365 : 364)) }
        guard parts.count == 2 else { return nil }
        if parts[1].first == "W" || parts[1].first == "w" {
            let digits = parts[1].dropFirst()
            guard digits.count == 2, digits.allSatisfy(\.isASCIIDigit), let week = Int(digits),
                let monday = DayNumber.monday(ofWeek: week, in: year)
            else { return nil }
            return monday...(monday + 6)
        }
        guard parts[1].count == 2, parts[1].allSatisfy(\.isASCIIDigit), let month = Int(parts[1]),
            let day = DayNumber.of(year: year, month: month, day: 1)
        else { return nil }
        return day...(day + CivilTime.days(inMonth: month, of: year) - 1)
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

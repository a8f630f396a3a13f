package import Ceasefire

/// A day on the calendar, as series of counts use it: without an hour and without a zone.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01.
    package var number: Int

    package init(_ number: Int) { self.number = number }

    /// `nil` where the calendar has no such date.
    package init?(year: Int, month: Int, day: Int) {
        guard let civil = CivilTime(year: year, month: month, day: day) else { return nil }
        self.init(civil)
    }

    package init(_ civil: CivilTime) {
        let midnight = civil.midnight(days: 0).instant(at: .utc)
        number = Int(midnight.milliseconds / Day.milliseconds)
    }

    package var civil: CivilTime {
        CivilTime(Instant(milliseconds: Int64(number) * Day.milliseconds), at: .utc)
    }

    package var civilYear: Int { civil.year }

    package func advanced(days: Int) -> Day { Day(number + days) }

    /// The same day of the month; the last of it where the month is shorter.
    package func advanced(months: Int) -> Day { Day(civil.midnight(months: months)) }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    /// `2020-07-27`.
    package var description: String {
        let time = civil
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(time.year, 4))-\(padded(time.month, 2))-\(padded(time.day, 2))"
    }

    private static let milliseconds: Int64 = 86_400_000
}

extension Day {
    /// Reads `2020-07-27` and nothing else; `nil` for what is not a date.
    package init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

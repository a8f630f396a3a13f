/// A point in time: milliseconds since 1970-01-01T00:00Z, without leap seconds.
public struct Instant: Hashable, Comparable, Sendable {
    public var milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

    public static let distantPast = Instant(milliseconds: .min)
    public static let distantFuture = Instant(milliseconds: .max)

    public func advanced(seconds: Int64) -> Instant { Instant(milliseconds: milliseconds + seconds * 1000) }
}

/// An offset from UTC in minutes, east positive: Baku in 1994 is 240.
public struct UTCOffset: Hashable, Sendable {
    public var minutes: Int

    /// `nil` beyond ±18 hours.
    public init?(minutes: Int) {
        guard (-1080...1080).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    public static var utc: UTCOffset { UTCOffset(unchecked: 0) }

    private init(unchecked minutes: Int) { self.minutes = minutes }
}

/// A date and a time of day on the civil (proleptic Gregorian) calendar, read at some offset.
public struct CivilTime: Hashable, Sendable {
    public var year: Int
    public var month: Int
    public var day: Int
    public var hour: Int
    public var minute: Int
    public var second: Int

    /// `nil` where the calendar has no such date or the day no such time (24:00 is not one).
    public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= CivilTime.days(inMonth: month, of: year),
            (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
        else { return nil }
        self.init(unchecked: (year, month, day), hour, minute, second)
    }

    private init(unchecked date: (Int, Int, Int), _ hour: Int, _ minute: Int, _ second: Int) {
        (year, month, day) = date
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// What a clock at `offset` shows at `instant`.
    public init(_ instant: Instant, at offset: UTCOffset) {
        let seconds = floorDivide(instant.milliseconds, 1000) + Int64(offset.minutes) * 60
        let days = floorDivide(seconds, 86_400)
        let rest = Int(seconds - days * 86_400)
        self.init(unchecked: CivilTime.date(ofDay: days), rest / 3600, rest / 60 % 60, rest % 60)
    }

    /// When a clock at `offset` shows this.
    public func instant(at offset: UTCOffset) -> Instant {
        let days = CivilTime.day(year: year, month: month, day: day)
        let seconds = days * 86_400 + Int64(hour * 3600 + minute * 60 + second) - Int64(offset.minutes) * 60
        return Instant(milliseconds: seconds * 1000)
    }

    /// The beginning of this day, `days` later.
    public func midnight(days: Int) -> CivilTime {
        CivilTime(
            unchecked: CivilTime.date(ofDay: CivilTime.day(year: year, month: month, day: day) + Int64(days)),
            0, 0, 0)
    }

    /// The beginning of the same day of the month, `months` later; its last day where the month is shorter.
    public func midnight(months: Int) -> CivilTime {
        let count = year * 12 + month - 1 + months
        let (newYear, newMonth) = (count / 12, count % 12 + 1)
        let newDay = min(day, CivilTime.days(inMonth: newMonth, of: newYear))
        return CivilTime(unchecked: (newYear, newMonth, newDay), 0, 0, 0)
    }

    public static func isLeap(_ year: Int) -> Bool {
        (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    }

    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01. The year is taken to begin in March, so that the leap day ends it.
    package static func day(year: Int, month: Int, day: Int) -> Int64 {
        let shifted = Int64(month <= 2 ? year - 1 : year)
        let era = floorDivide(shifted, 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = Int64((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The date of a day counted from 1970-01-01.
    package static func date(ofDay day: Int64) -> (Int, Int, Int) {
        let shifted = day + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (Int(year), Int(month), Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1))
    }
}

private func floorDivide(_ number: Int64, _ divisor: Int64) -> Int64 {
    let quotient = number / divisor
    return number % divisor < 0 ? quotient - 1 : quotient
}

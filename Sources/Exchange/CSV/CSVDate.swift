/// A date with or without a time of day.
public struct CSVMoment: Sendable, Hashable {
    /// The day as it is written, wherever on earth that is: see ``DayNumber``.
    public var day: Int
    /// The time of that day in seconds; nil where only the date is written.
    public var second: Double?
    /// How many seconds the place is ahead of universal time; nil where that is not written.
    public var offset: Int?

    /// Seconds of universal time since 1 January 1970. A time without an offset is taken as universal, a date without a
    /// time as its beginning.
    public var seconds: Double { Double(day) * 86400 + (second ?? 0) - Double(offset ?? 0) }
}

/// Dates and times as they are written in tables (ISO 8601, extended format).
enum CSVDate {
    /// `2020-07-27`, `2020-07-27T06:30Z`, `2020-07-27 06:30:00.000`, `2020-07-27T06:30:00+04:00`.
    static func moment(_ bytes: UnsafeRawBufferPointer) -> CSVCell<CSVMoment> {
        if CSVField.isMissing(bytes) { return .missing }
        guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let year = digits(bytes, 0, 4),
            let month = digits(bytes, 5, 2), let day = digits(bytes, 8, 2),
            let number = DayNumber.of(year: year, month: month, day: day)
        else { return .unreadable }
        if bytes.count == 10 { return .value(CSVMoment(day: number)) }
        guard bytes[10] == 0x20 || bytes[10] | 0x20 == 0x74 else { return .unreadable }  // t
        guard let time = time(UnsafeRawBufferPointer(rebasing: bytes[11...])) else { return .unreadable }
        return .value(CSVMoment(day: number, second: time.second, offset: time.offset))
    }

    private static func time(_ bytes: UnsafeRawBufferPointer) -> (second: Double, offset: Int?)? {
        guard bytes.count >= 5, bytes[2] == 0x3A, let hour = digits(bytes, 0, 2),
            let minute = digits(bytes, 3, 2),
            hour < 24, minute < 60
        else { return nil }
        var second = Double(hour * 3600 + minute * 60)
        var place = 5
        if place < bytes.count, bytes[place] == 0x3A {
            guard let seconds = digits(bytes, 6, 2), seconds <= 60 else { return nil }
            second += Double(seconds)
            place = 8
            if place < bytes.count, bytes[place] == 0x2E || bytes[place] == 0x2C {
                place += 1
                let first = place
                var unit = 0.1
                while place < bytes.count, let digit = digits(bytes, place, 1) {
                    second += Double(digit) * unit
                    unit /= 10
                    place += 1
                }
                if place == first { return nil }
            }
        }
        if place == bytes.count { return (second, nil) }
        guard let offset = offset(UnsafeRawBufferPointer(rebasing: bytes[place...])) else { return nil }
        return (second, offset)
    }

    /// `Z`, `+04`, `+04:00` or `+0400`.
    private static func offset(_ bytes: UnsafeRawBufferPointer) -> Int? {
        if bytes.count == 1, bytes[0] | 0x20 == 0x7A { return 0 }  // z
        guard bytes[0] == 0x2B || bytes[0] == 0x2D, let hours = digits(bytes, 1, 2), hours <= 14 else {
            return nil
        }
        var minutes = 0
        if bytes.count > 3 {
            let place = bytes[3] == 0x3A ? 4 : 3
            guard bytes.count == place + 2, let written = digits(bytes, place, 2), written < 60 else {
                return nil
            }
            minutes = written
        }
        return (bytes[0] == 0x2D ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    @inline(__always)
    static func digits(_ bytes: UnsafeRawBufferPointer, _ first: Int, _ count: Int) -> Int? {
        if first + count > bytes.count { return nil }
        var number = 0
        for place in first..<(first + count) {
            let digit = Int(bytes[place]) - 0x30
            if digit < 0 || digit > 9 { return nil }
            number = number * 10 + digit
        }
        return number
    }
}

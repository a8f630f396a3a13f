package import Ceasefire

extension Catalogue {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November",
        "December",
    ]

    /// “12 May 1994”.
    package func day(_ time: CivilTime) -> String {
        "\(time.day) \(Self.months[time.month - 1]) \(time.year)"
    }

    /// “00:01”.
    package func hour(_ time: CivilTime) -> String {
        let minutes = two(time.hour) + ":" + two(time.minute)
        return time.second == 0 ? minutes : minutes + ":" + two(time.second)
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// “UTC+4”, “UTC+3:30”.
    package func offset(_ offset: UTCOffset) -> String {
        let minutes = abs(offset.minutes)
        let sign = offset.minutes < 0 ? "−" : "+"
        let rest = minutes % 60 == 0 ? "" : ":" + two(minutes % 60)
        return offset.minutes == 0 ? "UTC" : "UTC\(sign)\(minutes / 60)\(rest)"
    }

    /// “12 May 1994, 00:01, Asia/Baku, UTC+4”: an instant in the process's home zone.
    package func full(_ instant: Instant) -> String {
        short(instant) + ", \(home.zone), \(offset(home.offset))"
    }

    /// “12 May 1994, 00:01” in the home zone.
    package func short(_ instant: Instant) -> String {
        let time = CivilTime(instant, at: home.offset)
        return "\(day(time)), \(hour(time))"
    }

    /// “12 May 1994, 00:01”; “8 May 1994, hour not known”; “a time between … and …”, as far as it is known.
    package func short(_ range: ClosedRange<Instant>) -> String {
        if range.lowerBound == range.upperBound { return short(range.lowerBound) }
        let first = CivilTime(range.lowerBound, at: home.offset)
        let last = CivilTime(range.upperBound, at: home.offset)
        let lastDay = CivilTime(Instant(milliseconds: range.upperBound.milliseconds - 1), at: home.offset)
        guard first.hour == 0, first.minute == 0, last.hour == 0, last.minute == 0 else {
            return "a time between \(short(range.lowerBound)) and \(short(range.upperBound))"
        }
        if day(first) == day(lastDay) { return "\(day(first)), hour not known" }
        return "a day within \(span(first, lastDay))"
    }

    /// A moment in words, as precisely as it was given: “9 May 1994”, “December 1993”, “4 to 6 February 1995”.
    package func words(_ moment: Moment) -> String {
        let zone = moment.offset ?? home.offset
        let start = CivilTime(moment.earliest, at: zone)
        let words: String
        if moment.isPrecise {
            words = "\(day(start)), \(hour(start))"
        } else if moment.latest == .distantFuture {
            words = "from \(day(start))"
        } else if moment.earliest == .distantPast {
            words = "until \(day(CivilTime(moment.lastInstant, at: zone)))"
        } else {
            words = span(start, CivilTime(moment.lastInstant, at: zone))
        }
        return moment.edtf.contains { "?~%".contains($0) } ? "probably \(words)" : words
    }

    private func span(_ start: CivilTime, _ end: CivilTime) -> String {
        let month = Self.months[start.month - 1]
        let isWholeMonth = start.day == 1 && end.day == CivilTime.days(inMonth: end.month, of: end.year)
        switch (start.year == end.year, start.month == end.month, start.day == end.day) {
        case (true, true, true):
            let isWholeDay = start.hour == 0 && start.minute == 0 && end.hour == 23 && end.minute == 59
            return isWholeDay ? day(start) : "\(day(start)), \(hour(start)) to \(hour(end))"
        case (true, true, false):
            return isWholeMonth ? "\(month) \(start.year)" : "\(start.day) to \(day(end))"
        case (true, false, _):
            if isWholeMonth && start.month == 1 && end.month == 12 { return "\(start.year)" }
            return "\(start.day) \(month) to \(day(end))"
        default: return isWholeMonth ? "\(start.year) to \(end.year)" : "\(day(start)) to \(day(end))"
        }
    }

    /// The machine's form of a moment for `time` elements: as written.
    package func machine(_ instant: Instant) -> String {
        let time = CivilTime(instant, at: .utc)
        return
            "\(time.year)-\(two(time.month))-\(two(time.day))T\(two(time.hour)):\(two(time.minute)):\(two(time.second))Z"
    }
}

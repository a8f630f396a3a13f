package import Ceasefire

extension Instant: WireValue {
    /// RFC 3339 in UTC with milliseconds, such as `1994-05-12T00:01:00.000Z`: always 24 characters.
    package var rfc3339: String {
        let civil = CivilTime(self, at: .utc)
        let rest = Int(milliseconds % 1000)
        // Written digit by digit: every entry says when it was received.
        return digits(civil.year, 4)
            + String(unsafeUninitializedCapacity: 20) { text in
                text[0] = UInt8(ascii: "-")
                var place = 1
                func write(_ number: Int, _ count: Int, _ end: Unicode.Scalar) {
                    var number = number
                    for digit in (place..<place + count).reversed() {
                        text[digit] = UInt8(ascii: "0") + UInt8(number % 10)
                        number /= 10
                    }
                    text[place + count] = UInt8(ascii: end)
                    place += count + 1
                }
                write(civil.month, 2, "-")
                write(civil.day, 2, "T")
                write(civil.hour, 2, ":")
                write(civil.minute, 2, ":")
                write(civil.second, 2, ".")
                write(rest < 0 ? rest + 1000 : rest, 3, "Z")
                return place
            }
    }

    /// `nil` unless `text` is exactly what ``rfc3339`` writes.
    package init?(rfc3339 text: String) { self.init(rfc3339: Array(text.utf8)[...]) }

    private init?(rfc3339 text: ArraySlice<UInt8>) {
        var scanner = DigitScanner(text)
        guard let (year, month, day) = scanner.date(), scanner.skip("T"), let hour = scanner.number(2),
            scanner.skip(":"), let minute = scanner.number(2), scanner.skip(":"),
            let second = scanner.number(2),
            scanner.skip("."), let rest = scanner.number(3), scanner.skip("Z"), scanner.isAtEnd,
            let civil = CivilTime(
                year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        else { return nil }
        self.init(milliseconds: civil.instant(at: .utc).milliseconds + Int64(rest))
    }

    package init<R: WireReader>(from r: inout R) throws(WireFault) {
        let text = try r.token()
        guard let value = Instant(rfc3339: text) else {
            let text = String(decoding: text, as: UTF8.self)
            throw r.fault("“\(text)” is no instant such as 1994-05-12T00:01:00.000Z")
        }
        self = value
    }

    package func write(to w: inout JSONWriter) { w.string(rfc3339) }
}

extension UTCOffset: WireValue {
    /// Such as `+04:00`; UTC is `+00:00`.
    package var text: String {
        let size = abs(minutes)
        return "\(minutes < 0 ? "-" : "+")\(digits(size / 60, 2)):\(digits(size % 60, 2))"
    }

    /// `nil` unless `text` is exactly what ``text`` writes.
    package init?(_ text: String) {
        var scanner = DigitScanner(Array(text.utf8)[...])
        guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
        self = offset
    }

    package init<R: WireReader>(from r: inout R) throws(WireFault) {
        let text = try r.string()
        guard let value = UTCOffset(text) else { throw r.fault("“\(text)” is no offset such as +04:00") }
        self = value
    }

    package func write(to w: inout JSONWriter) { w.string(text) }
}

/// `number` with leading zeros.
private func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
}

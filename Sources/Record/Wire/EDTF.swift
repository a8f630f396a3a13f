package import Ceasefire

/// A date or a span in the part of the Extended Date/Time Format (ISO 8601-2) that the record uses.
///
/// `1994`, `1994-05`, `1994-05-08`, `1994-05-12T00:01`, `1994-05-12T00:01:30`, each with `Z` or an offset after a time
/// of day and with `?`, `~` or `%` at its end; two of them as `1995-02-04/1995-02-06`, either of which may be open
/// (`..`). A qualifier says how sure somebody is and moves nothing.
package struct EDTF: Hashable, Sendable {
    package var earliest: Instant
    package var latest: Instant

    /// What is wrong with a text that should be a date.
    package struct Fault: Error, Hashable, Sendable { package var what: String }

    /// Reads `text` at `offset`. Where `text` carries an offset of its own, it must be `stated`.
    package init(_ text: String, at offset: UTCOffset, stated: UTCOffset?) throws(Fault) {
        try self.init(utf8: Array(text.utf8)[...], at: offset, stated: stated)
    }

    /// Reads text where it stands in others.
    init(utf8: ArraySlice<UInt8>, at offset: UTCOffset, stated: UTCOffset?) throws(Fault) {
        guard let slash = utf8.firstIndex(of: UInt8(ascii: "/")) else {
            self = try EDTF.date(utf8, offset, stated)
            return
        }
        let parts = (utf8[..<slash], utf8[(slash + 1)...])
        guard !parts.1.contains(UInt8(ascii: "/")) else {
            throw Fault(what: "“\(String(decoding: utf8, as: UTF8.self))” has more than two ends")
        }
        let first = try EDTF.end(parts.0, offset, stated)
        let last = try EDTF.end(parts.1, offset, stated)
        guard first != nil || last != nil else { throw Fault(what: "a span is open at one end only") }
        if let first, let last, first.latest > last.latest {
            throw Fault(what: "the span “\(String(decoding: utf8, as: UTF8.self))” ends before it begins")
        }
        earliest = first?.earliest ?? .distantPast
        latest = last?.latest ?? .distantFuture
    }

    /// One end of a span; `nil` where it is open.
    private static func end(
        _ text: ArraySlice<UInt8>, _ offset: UTCOffset, _ stated: UTCOffset?
    ) throws(Fault) -> EDTF? {
        text.elementsEqual("..".utf8) ? nil : try date(text, offset, stated)
    }

    private init(_ earliest: Instant, _ latest: Instant) {
        self.earliest = earliest
        self.latest = latest
    }

    private static func date(
        _ text: ArraySlice<UInt8>, _ offset: UTCOffset, _ stated: UTCOffset?
    ) throws(Fault) -> EDTF {
        var scanner = DigitScanner(text)
        guard let year = scanner.number(4) else { throw noDate(text) }
        var month: Int?
        var day: Int?
        if scanner.skip("-") {
            month = scanner.number(2)
            guard month != nil else { throw noDate(text) }
            if scanner.skip("-") {
                day = scanner.number(2)
                guard day != nil else { throw noDate(text) }
            }
        }
        guard let civil = CivilTime(year: year, month: month ?? 1, day: day ?? 1) else { throw noDate(text) }
        if day != nil, scanner.skip("T") {
            let instant = try time(&scanner, of: civil, in: text, offset, stated)
            return EDTF(instant, instant)
        }
        try end(&scanner, of: text)
        let next =
            day != nil ? civil.midnight(days: 1) : civil.midnight(months: month != nil ? 1 : 12)
        return EDTF(civil.instant(at: offset), next.instant(at: offset))
    }

    private static func time(
        _ scanner: inout DigitScanner, of date: CivilTime, in text: ArraySlice<UInt8>, _ offset: UTCOffset,
        _ stated: UTCOffset?
    ) throws(Fault) -> Instant {
        guard let hour = scanner.number(2), scanner.skip(":"), let minute = scanner.number(2) else {
            throw noDate(text)
        }
        var second = 0
        if scanner.skip(":") {
            guard let seconds = scanner.number(2) else { throw noDate(text) }
            second = seconds
        }
        var own: UTCOffset?
        if scanner.skip("Z") {
            own = .utc
        } else if scanner.isAtSign {
            own = scanner.offset()
            guard own != nil else { throw noDate(text) }
        }
        if let own, own != stated {
            throw Fault(what: "the offset of the time must be said in “offset” too: \(own.text)")
        }
        try end(&scanner, of: text)
        guard
            let civil = CivilTime(
                year: date.year, month: date.month, day: date.day, hour: hour, minute: minute, second: second)
        else { throw noDate(text) }
        return civil.instant(at: offset)
    }

    private static func noDate(_ text: ArraySlice<UInt8>) -> Fault {
        let text = String(decoding: text, as: UTF8.self)
        return Fault(what: "“\(text)” is no date such as 1994, 1994-05, 1994-05-08 or 1994-05-12T00:01")
    }

    private static func end(_ scanner: inout DigitScanner, of text: ArraySlice<UInt8>) throws(Fault) {
        _ = scanner.skip("?") || scanner.skip("~") || scanner.skip("%")
        guard scanner.isAtEnd else { throw noDate(text) }
    }
}

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
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        switch parts.count {
        case 1: self = try EDTF.date(text, offset, stated)
        case 2:
            guard parts != ["..", ".."] else { throw Fault(what: "a span is open at one end only") }
            let first = parts[0] == ".." ? nil : try EDTF.date(parts[0], offset, stated)
            let last = parts[1] == ".." ? nil : try EDTF.date(parts[1], offset, stated)
            if let first, let last, first.latest > last.latest {
                throw Fault(what: "the span “\(text)” ends before it begins")
            }
            earliest = first?.earliest ?? .distantPast
            latest = last?.latest ?? .distantFuture
        default: throw Fault(what: "“\(text)” has more than two ends")
        }
    }

    private init(_ earliest: Instant, _ latest: Instant) {
        self.earliest = earliest
        self.latest = latest
    }

    private static func date(_ text: String, _ offset: UTCOffset, _ stated: UTCOffset?) throws(Fault) -> EDTF
    {
        let fault = Fault(what: "“\(text)” is no date such as 1994, 1994-05, 1994-05-08 or 1994-05-12T00:01")
        var scanner = DigitScanner(text)
        guard let year = scanner.number(4) else { throw fault }
        var month: Int?
        var day: Int?
        if scanner.skip("-") {
            month = scanner.number(2)
            guard month != nil else { throw fault }
            if scanner.skip("-") {
                day = scanner.number(2)
                guard day != nil else { throw fault }
            }
        }
        guard let civil = CivilTime(year: year, month: month ?? 1, day: day ?? 1) else { throw fault }
        if day != nil, scanner.skip("T") {
            let instant = try time(&scanner, of: civil, offset, stated, fault)
            return EDTF(instant, instant)
        }
        try end(&scanner, fault)
        let next =
            day != nil ? civil.midnight(days: 1) : civil.midnight(months: month != nil ? 1 : 12)
        return EDTF(civil.instant(at: offset), next.instant(at: offset))
    }

    private static func time(
        _ scanner: inout DigitScanner, of date: CivilTime, _ offset: UTCOffset, _ stated: UTCOffset?,
        _ fault: Fault
    ) throws(Fault) -> Instant {
        guard let hour = scanner.number(2), scanner.skip(":"), let minute = scanner.number(2) else {
            throw fault
        }
        var second = 0
        if scanner.skip(":") {
            guard let seconds = scanner.number(2) else { throw fault }
            second = seconds
        }
        var own: UTCOffset?
        if scanner.skip("Z") {
            own = .utc
        } else if scanner.isAtSign {
            own = scanner.offset()
            guard own != nil else { throw fault }
        }
        if let own, own != stated {
            throw Fault(what: "the offset of the time must be said in “offset” too: \(own.text)")
        }
        try end(&scanner, fault)
        guard
            let civil = CivilTime(
                year: date.year, month: date.month, day: date.day, hour: hour, minute: minute, second: second)
        else { throw fault }
        return civil.instant(at: offset)
    }

    private static func end(_ scanner: inout DigitScanner, _ fault: Fault) throws(Fault) {
        _ = scanner.skip("?") || scanner.skip("~") || scanner.skip("%")
        guard scanner.isAtEnd else { throw fault }
    }
}

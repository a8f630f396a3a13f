/// When something happened, as precisely as somebody said: an interval of instants with the words it came from.
///
/// An hour and a minute are one instant (`earliest == latest`); a day, a month or a span is the interval from its
/// beginning to its end. Zones and the Extended Date/Time Format (ISO 8601-2) are resolved where entries are decoded;
/// here only instants count.
public struct Moment: Hashable, Sendable {
    /// As written, in EDTF.
    public var edtf: String
    /// `nil` where nobody said which zone was meant and the record's home zone was taken.
    public var offset: UTCOffset?
    /// IANA name, for display only.
    public var zone: String?
    public var place: PlaceID?
    public var earliest: Instant
    public var latest: Instant

    public init(
        edtf: String, offset: UTCOffset? = nil, zone: String? = nil, place: PlaceID? = nil,
        earliest: Instant, latest: Instant
    ) {
        self.edtf = edtf
        self.offset = offset
        self.zone = zone
        self.place = place
        self.earliest = earliest
        self.latest = latest
    }

    public var isPrecise: Bool { earliest == latest }
}

/// A length of time as instruments state it.
///
/// Hours and minutes run exactly. Days and months leave out the first day and end at local midnight, which needs an
/// offset; where the text states none, each plausible one is a reading.
public struct Duration: Hashable, Sendable {
    public enum Unit: String, Hashable, Sendable, CaseIterable { case minutes, hours, days, months }

    public var count: Int
    public var unit: Unit
    /// The offsets at which midnight may be meant; the home zone's, where empty.
    public var offsets: [UTCOffset]

    public init(_ count: Int, _ unit: Unit, offsets: [UTCOffset] = []) {
        self.count = count
        self.unit = unit
        self.offsets = offsets
    }

    /// From where to count what came at `start` and was dated so: what is dated to a day came on it, whatever its hour,
    /// so that days are not counted from the midnight at which it was over.
    func start(_ start: Instant, dated moments: [Moment]) -> Instant {
        guard unit == .days || unit == .months else { return start }
        let isOver = moments.contains { !$0.isPrecise && $0.latest == start }
        return isOver ? Instant(milliseconds: start.milliseconds - 1) : start
    }

    /// The instant at which this has run out if it began at `start` and midnights are those of `offset`.
    ///
    /// The first day is left out and the last one runs to its midnight: three days from any hour of 1 May end when
    /// 4 May ends.
    public func end(from start: Instant, at offset: UTCOffset) -> Instant {
        switch unit {
        case .minutes: start.advanced(seconds: Int64(count) * 60)
        case .hours: start.advanced(seconds: Int64(count) * 3600)
        case .days: CivilTime(start, at: offset).midnight(days: count + 1).instant(at: offset)
        case .months:
            CivilTime(start, at: offset).midnight(months: count).midnight(days: 1).instant(at: offset)
        }
    }
}

extension Moment {
    /// The last instant that belongs to it.
    public var lastInstant: Instant {
        isPrecise || latest == .distantFuture ? latest : Instant(milliseconds: latest.milliseconds - 1)
    }

    public func overlaps(_ other: Moment) -> Bool {
        earliest <= other.lastInstant && other.earliest <= lastInstant
    }
}

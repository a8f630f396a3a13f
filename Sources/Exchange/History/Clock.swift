internal import Ceasefire
internal import Foundation

/// By which clock dates are read: a stated offset, or a zone whose offset depends on the date.
struct Clock: Hashable, Sendable {
    var offset: UTCOffset?
    var zone: String?
}

/// The zones that the header of a history lists, then those that the machine knows.
struct Zones: Sendable {
    struct Zone: Sendable {
        /// From which day on, in ascending order; the first for ever before, where it has no day.
        var offsets: [(from: CivilTime?, offset: UTCOffset)] = []
        var places: [String] = []
    }

    var table: [String: Zone] = [:]

    func zone(ofPlace place: String) -> String? {
        table.first { $0.value.places.contains(place) }?.key
    }

    /// What a clock in `zone` shows beyond UTC on `date`; `nil` where nobody knows.
    func offset(of zone: String, on date: CivilTime) -> UTCOffset? {
        if let listed = table[zone], !listed.offsets.isEmpty {
            let day = date.instant(at: .utc)
            return listed.offsets.last { $0.from.map { $0.instant(at: .utc) <= day } ?? true }?.offset
        }
        guard let known = TimeZone(identifier: zone) else { return nil }
        // The date is local: the offset that it would have as UTC is right but for the hours around a change of clocks.
        let local = Double(date.instant(at: .utc).milliseconds) / 1000
        let first = known.secondsFromGMT(for: Date(timeIntervalSince1970: local))
        let seconds = known.secondsFromGMT(for: Date(timeIntervalSince1970: local - Double(first)))
        return UTCOffset(minutes: seconds / 60)
    }
}

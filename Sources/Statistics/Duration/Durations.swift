/// How long each of a number of things lasted, and whether its end was seen.
///
/// A thing is anything that starts and may end: a ceasefire, a patient's life, a machine. Each has the time
/// at which it was last under observation, counted from its own start, and whether it ended then (an *event*)
/// or was only seen to last that long (*right-censored*). A thing that came under observation late has an
/// entry time as well (*left truncation*): it says nothing about the time before, for had it ended then,
/// nobody would have seen it. It counts as at risk after its entry and up to its time.
///
/// The unit is the caller's; every answer is in the same unit. Two times are tied only if they are the same
/// number, so times that came out of a calculation are best rounded to the unit in which they were known.
///
/// Agrees with `Surv(times, events)` and `Surv(entries, times, events)` of R's survival package.
public struct Durations: Sendable, Hashable {
    /// How long each lasted, or was seen to last: finite, not negative.
    public let times: [Double]
    /// Whether each was seen to end at its time.
    public let events: [Bool]
    /// The time after which each was under observation, if some came late; nil if all were watched throughout.
    public let entries: [Double]?

    /// The positions by ascending time.
    let order: [Int]
    /// The positions by ascending entry; empty if nobody came late.
    let entryOrder: [Int]

    /// Checks the durations and puts them in order.
    ///
    /// - Parameters:
    ///   - times: one finite, non-negative number for each.
    ///   - events: whether each ended at its time; as many as there are times.
    ///   - entries: the time at which each came under observation, not negative and before its time.
    /// - Throws: `.noData` if there is none; `.malformedInput` if the lengths differ, or a time is negative,
    ///   not finite, or not after its entry.
    public init(times: [Double], events: [Bool], entries: [Double]? = nil) throws(StatisticsError) {
        guard !times.isEmpty else {
            throw StatisticsError(.noData, "There are no durations; at least one is needed.")
        }
        guard events.count == times.count else {
            throw StatisticsError(
                .malformedInput,
                "There are \(times.count) times and \(events.count) event marks; give one each.")
        }
        for (position, time) in times.enumerated() where !(time >= 0 && time.isFinite) {
            throw StatisticsError(
                .malformedInput, "Time \(position) is \(time); a duration is finite and not negative.")
        }
        if let entries {
            guard entries.count == times.count else {
                throw StatisticsError(
                    .malformedInput,
                    "There are \(times.count) times and \(entries.count) entries; give one each.")
            }
            for (position, entry) in entries.enumerated() where !(entry >= 0 && entry < times[position]) {
                throw StatisticsError(
                    .malformedInput,
                    "Entry \(position) is \(entry) and its time \(times[position]); "
                        + "an entry is not negative and lies before the time.")
            }
        }
        self.times = times
        self.events = events
        self.entries = entries
        order = AscendingOrder.of(times)
        entryOrder = entries.map(AscendingOrder.of) ?? []
    }

    /// How many there are.
    public var count: Int { times.count }

    /// How many were seen to end.
    public var eventCount: Int {
        var count = 0
        for event in events where event { count += 1 }
        return count
    }

    /// How many are under observation and have not ended just before a time.
    public func atRisk(at time: Double) -> Int {
        let left = Self.count(in: order, of: times) { $0 < time }
        guard let entries else { return count - left }
        return Self.count(in: entryOrder, of: entries) { $0 < time } - left
    }

    /// How many of the ordered values, from the least on, meet a condition that only small ones meet.
    private static func count(
        in order: [Int], of values: [Double], where isSmall: (Double) -> Bool
    ) -> Int {
        var low = 0
        var high = order.count
        while low < high {
            let middle = low + (high - low) / 2
            if isSmall(values[order[middle]]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

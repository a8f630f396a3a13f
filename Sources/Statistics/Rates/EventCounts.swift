/// Dated events counted by period and side, with the days that were observed as the effort.
///
/// Nothing is lost in silence: what falls outside the span, and what is dated on days on which nobody looked,
/// is told apart from what was counted, and the three add up to the whole.
public struct EventCounts: Sendable, Hashable {
    /// One series for each side, over the same periods. The effort of a period is its number of observed days;
    /// where that is zero the count is absent.
    public let sides: [RateSeries]
    /// The series of all sides together.
    public let all: RateSeries
    /// The size of the events that were counted.
    public let counted: Double
    /// The size of the events, or of their shares, before the first day or after the last.
    public let outside: Double
    /// The size of the events, or of their shares, on unobserved days. They enter no count: the rate of a day
    /// on which nobody looked cannot be known from what happened to be heard of it.
    public let unobserved: Double

    /// The largest number of periods times sides.
    static let largestSize = 10_000_000

    /// Counts events.
    ///
    /// An event of several days is spread evenly over them: each day gets size ÷ days.
    ///
    /// - Parameters:
    ///   - events: in any order; the result does not depend on it.
    ///   - sides: how many sides there are; the events' side indices lie below it.
    ///   - days: the days that are looked at. Periods that begin before or end after are cut to it.
    ///   - grid: how the days are cut into periods.
    ///   - unobserved: ranges of days on which nobody looked, in any order, overlapping or not.
    /// - Throws: `.malformedInput` for an event that ends before it begins, has no such side, or has a size
    ///   that is negative or not finite; `.outOfRange` for an empty or immense span, no sides, or periods
    ///   shorter than a day.
    public init(
        _ events: [DatedEvent], sides: Int, days: Range<Int>, grid: PeriodGrid,
        unobserved: [Range<Int>] = []
    ) throws(StatisticsError) {
        let starts = try Self.starts(days, grid, sides: sides)
        let sight = Sight(days: days, unobserved: unobserved)
        for event in events { try Self.check(event, sides: sides) }
        var counts = Array(repeating: 0.0, count: sides * starts.count)
        var (counted, outside, hidden) = (0.0, 0.0, 0.0)
        // Shares of events are fractions, whose sum would depend on the order by its last digits.
        for event in events.sorted(by: DatedEvent.comesFirst) {
            let length = Double(event.lastDay) - Double(event.day) + 1
            let first = Swift.max(event.day, days.lowerBound)
            let end = event.lastDay >= days.upperBound ? days.upperBound : event.lastDay + 1
            guard first < end else {
                outside += event.size
                continue
            }
            let inside = Double(end - first)
            let seen = Double(sight.observedDays(first..<end))
            outside += event.size * ((length - inside) / length)
            hidden += event.size * ((inside - seen) / length)
            counted += event.size * (seen / length)
            var index = grid.index(of: first) - grid.index(of: days.lowerBound)
            while index < starts.count && starts[index] < end {
                let last = index + 1 < starts.count ? starts[index + 1] : days.upperBound
                let share = sight.observedDays(Swift.max(first, starts[index])..<Swift.min(end, last))
                counts[event.side * starts.count + index] += event.size * (Double(share) / length)
                index += 1
            }
        }
        var series: [RateSeries] = []
        var sums = Array(repeating: 0.0, count: starts.count)
        func periods(_ count: (Int) -> Double) -> [ObservationPeriod] {
            starts.indices.map { i in
                let range = starts[i]..<(i + 1 < starts.count ? starts[i + 1] : days.upperBound)
                let effort = sight.observedDays(range)
                return ObservationPeriod(
                    start: range.lowerBound, days: range.count, effort: Double(effort),
                    count: effort > 0 ? count(i) : nil)
            }
        }
        for side in 0..<sides {
            for i in starts.indices { sums[i] += counts[side * starts.count + i] }
            try series.append(RateSeries(periods { counts[side * starts.count + $0] }))
        }
        self.sides = series
        all = try RateSeries(periods { sums[$0] })
        (self.counted, self.outside, self.unobserved) = (counted, outside, hidden)
    }

    private static func starts(
        _ days: Range<Int>, _ grid: PeriodGrid, sides: Int
    ) throws(StatisticsError) -> [Int] {
        let limit = RateSeries.largestDay
        guard !days.isEmpty, days.lowerBound >= -limit, days.upperBound <= limit else {
            throw StatisticsError(
                .outOfRange, "The span \(days) is not usable; give at least one day, within \(limit) of zero."
            )
        }
        if case .days(let length, let origin) = grid {
            guard (1...limit).contains(length), (-limit...limit).contains(origin) else {
                throw StatisticsError(
                    .outOfRange,
                    "Periods of \(length) days from day \(origin) are not usable; give a day or more.")
            }
        }
        let first = grid.index(of: days.lowerBound)
        let last = grid.index(of: days.upperBound - 1)
        guard sides > 0, sides <= largestSize, (last - first + 1) <= largestSize / sides else {
            throw StatisticsError(
                .outOfRange,
                "\(last - first + 1) periods for \(sides) sides; give one side or more and at most "
                    + "\(largestSize) counts in all.")
        }
        return (first...last).map { Swift.max(days.lowerBound, grid.start(of: $0)) }
    }

    private static func check(_ event: DatedEvent, sides: Int) throws(StatisticsError) {
        guard event.lastDay >= event.day, event.side >= 0, event.side < sides, event.size >= 0,
            event.size <= RateSeries.largestAmount
        else {
            throw StatisticsError(
                .malformedInput,
                "The event of days \(event.day) to \(event.lastDay), side \(event.side), size \(event.size) is not "
                    + "usable; it may not end before it begins, its side lies below \(sides), its size is finite "
                    + "and not negative.")
        }
    }
}

/// Which days of a span were observed.
private struct Sight {
    /// Unobserved stretches: merged, in order, inside the span.
    private var gaps: [Range<Int>] = []
    /// Unobserved days before each stretch, and all of them at the end.
    private var before: [Int] = [0]

    init(days: Range<Int>, unobserved: [Range<Int>]) {
        for range in unobserved.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            let cut = range.clamped(to: days)
            if cut.isEmpty { continue }
            if let last = gaps.last, cut.lowerBound <= last.upperBound {
                gaps[gaps.count - 1] = last.lowerBound..<Swift.max(last.upperBound, cut.upperBound)
            } else {
                gaps.append(cut)
            }
        }
        for gap in gaps { before.append(before[before.count - 1] + gap.count) }
    }

    func observedDays(_ range: Range<Int>) -> Int {
        range.count - (hidden(until: range.upperBound) - hidden(until: range.lowerBound))
    }

    /// Unobserved days before a day.
    private func hidden(until day: Int) -> Int {
        var (low, high) = (0, gaps.count)
        while low < high {
            let middle = (low + high) / 2
            if gaps[middle].lowerBound < day { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return 0 }
        return before[low - 1] + Swift.min(day, gaps[low - 1].upperBound) - gaps[low - 1].lowerBound
    }
}

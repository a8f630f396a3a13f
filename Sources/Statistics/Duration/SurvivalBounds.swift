/// What can be said of how long things last when some ends are unknown.
///
/// To leave durations with unknown ends out, or to take them for censored, assumes that their ends went unknown
/// by chance. Lists of ceasefires are not like that: one that nobody broke in public has no dated end. This type
/// assumes nothing. It gives the two Kaplan–Meier curves in which every unknown end came as early as it
/// can have come (``earliest``) and as late (``latest``), with their medians and intervals, and the range in which
/// the curve lies at each time wherever the unknown ends may have been (``lower`` and ``upper``).
///
/// Where nothing is or may be censored the two curves are the range. Otherwise the range can be wider, and the
/// two curves can even cross: an end weighs more once censored ones have left. The bounds are those of
/// the estimate, not of the truth behind the sample; the chance of sampling comes on top and is in the
/// bands of the two curves.
///
/// Bounds without assumptions: Manski (1989). The article on durations says why these are the narrowest.
public struct SurvivalBounds: Sendable, Hashable {
    /// The curve if every unknown end came at the first possible moment.
    public let earliest: KaplanMeier
    /// The curve if every unknown end came at the last possible moment, or, where it may have lasted, did not come.
    public let latest: KaplanMeier
    /// The times at which a bound can change, ascending.
    public let times: [Double]
    /// The least the curve can be, from each time to before the next; before the first time it is 1.
    public let lower: [Double]
    /// The most the curve can be, from each time to before the next; before the first time it is 1.
    public let upper: [Double]
    /// How many ends are not known exactly.
    public let unknownCount: Int

    /// Computes the bounds.
    ///
    /// Takes time in proportion to the number of durations; for ends known to lie between two times, at worst to
    /// the number of their different last moments times the number of different times. A hundred thousand of those
    /// are slow.
    ///
    /// - Throws: `.noData` if there is no duration; `.malformedInput` if a time is negative or not finite, or a
    ///   last moment comes before the first.
    public init(_ ends: [DurationEnd]) throws(StatisticsError) {
        var first: [Double] = []
        var last: [Double] = []
        var unknownCount = 0
        for (position, end) in ends.enumerated() {
            let span = end.span
            guard span.first >= 0, span.first <= span.last, span.last.isFinite else {
                throw StatisticsError(
                    .malformedInput,
                    "End \(position) lies between \(span.first) and \(span.last); both are finite, not negative, "
                        + "and in this order.")
            }
            first.append(span.first)
            last.append(span.last)
            if end.isOpen { unknownCount += 1 }
        }
        earliest = KaplanMeier(try Durations(times: first, events: ends.map(\.canEnd)))
        latest = KaplanMeier(try Durations(times: last, events: ends.map(\.mustEnd)))
        self.unknownCount = unknownCount
        let grid = BoundGrid(ends, first: first, last: last)
        times = grid.times
        lower = grid.lower()
        upper = grid.upper()
    }

    /// The range in which the median lies.
    public struct MedianRange: Sendable, Hashable {
        /// The least it can be; nil if half can in no way have ended.
        public let lower: Double?
        /// The most it can be; nil if it need not exist.
        public let upper: Double?
    }

    /// The range in which the median of the curve lies, wherever the unknown ends may have been.
    public var medianRange: MedianRange {
        // As for quantiles: products of fractions miss one half by a rounding error.
        let tolerance = 1.5e-8
        return MedianRange(
            lower: lower.firstIndex { $0 <= 0.5 + tolerance }.map { times[$0] },
            upper: upper.firstIndex { $0 < 0.5 - tolerance }.map { times[$0] })
    }
}

/// The moments of all ends on one grid, and the least and greatest product over it.
///
/// To swap an end with a censoring that follows it lowers the curve after both; to swap two ends does
/// nothing. So at a time t the curve is least if every open end has come by t, as late as it can; and greatest if
/// none has come that need not have, and the others as early as they can.
private struct BoundGrid {
    let times: [Double]
    /// How many cannot have ended or gone before each time.
    private var atRisk: [Int]
    /// How many leave at each time at the latest.
    private var leaving: [Int]
    private var endingLatest: [Int]
    private var known: [Int]
    /// How many open ends become possible at each time.
    private var opening: [Int]
    private var closing: [Int]
    /// The grid places of the first moments of ends that must have come by each time.
    private var settled: [[Int]]

    init(_ ends: [DurationEnd], first: [Double], last: [Double]) {
        let all = first + last
        var times: [Double] = []
        var places = [Int](repeating: 0, count: all.count)
        for position in AscendingOrder.of(all) {
            if times.isEmpty || times[times.count - 1] < all[position] { times.append(all[position]) }
            places[position] = times.count - 1
        }
        self.times = times
        leaving = Array(repeating: 0, count: times.count)
        endingLatest = leaving
        known = leaving
        opening = leaving
        closing = leaving
        settled = Array(repeating: [], count: times.count)
        for (position, end) in ends.enumerated() {
            let (start, stop) = (places[position], places[position + ends.count])
            leaving[stop] += 1
            if end.canEnd { endingLatest[stop] += 1 }
            if end.mustEnd && start == stop { known[stop] += 1 }
            if end.mustEnd && start < stop { settled[stop].append(start) }
            if start < stop {
                opening[start] += 1
                closing[stop] += 1
            }
        }
        atRisk = leaving
        var total = 0
        for place in times.indices.reversed() {
            total += leaving[place]
            atRisk[place] = total
        }
    }

    func lower() -> [Double] {
        var result: [Double] = []
        var share = 1.0
        var open = 0
        for place in times.indices {
            if endingLatest[place] > 0 {
                share *= Double(atRisk[place] - endingLatest[place]) / Double(atRisk[place])
            }
            open += opening[place] - closing[place]
            // The open ones end just after this time, when the censored of this time have left.
            let left = atRisk[place] - leaving[place]
            result.append(open > 0 ? share * (Double(left - open) / Double(left)) : share)
        }
        return result
    }

    func upper() -> [Double] {
        var atRisk = atRisk
        var ending = known
        var started = [Int](repeating: 0, count: times.count)
        var shares: [Double] = []
        var result: [Double] = []
        for place in times.indices {
            var changed = place
            for start in settled[place] {
                ending[start] += 1
                started[start] += 1
                changed = Swift.min(changed, start)
            }
            shares.removeLast(shares.count - changed)
            var share = shares.last ?? 1
            var gone = 0
            for earlier in changed...place {
                atRisk[earlier] -= gone
                gone += started[earlier]
                started[earlier] = 0
                if ending[earlier] > 0 {
                    share *= Double(atRisk[earlier] - ending[earlier]) / Double(atRisk[earlier])
                }
                shares.append(share)
            }
            result.append(share)
        }
        return result
    }
}

import RealModule

/// Finds all changes of level in a series: the exact minimum of cost plus penalty over every way to cut it.
///
/// The criterion is Σ cost(segment) + penalty × (number of changes). The cost of a segment is twice its
/// negative log likelihood at the best level, without the constants that every cut shares. The search is
/// PELT: it keeps, for each end, only those starts that can still win. It gives the same minimum as trying
/// every cut, in time that grows linearly with the series where changes keep coming.
///
/// Looks back on a finished series. To be warned while a series grows, use ``PoissonCUSUM``.
///
/// Assumptions: observations independent around a level that jumps and then stays. A trend, a season or
/// observations that hang together are cut into many false segments; so are counts that vary more than
/// Poisson counts, which is why violent events are better segmented as log(rate + 1) with
/// ``means(of:variance:)``.
///
/// Source: Killick, Fearnhead and Eckley (2012), JASA 107:1590. R: `changepoint::cpt.mean`, `cpt.meanvar`,
/// which discard a start up to a minimum segment too early and, under MBIC, by the wrong bound, and so miss
/// the minimum now and then; this search does not.
public struct PELT: Sendable, Hashable {
    /// What each further change must save to be worth its while; p is the number of parameters of a segment
    /// (mean: 1, mean and variance: 2, rate: 1), n the number of observations.
    public enum Penalty: Sendable, Hashable {
        /// Modified Bayesian criterion (Zhang and Siegmund, 2007): (p + 2) log n for each change, and
        /// log(length) added to the cost of each segment, so that changes close together or near an end are
        /// dearer. R's `MBIC` leaves that log out for Poisson segments without any event; this one does not.
        case mbic
        /// Bayesian criterion: (p + 1) log n. R: `BIC`.
        case bic
        /// A number of one's own, on the scale of twice the log likelihood; from zero up.
        case manual(Double)
    }

    /// The penalty for each change.
    public let penalty: Penalty
    /// The least number of observations in a segment.
    public let minimumSegment: Int

    /// A search with its penalty and its least number of observations in a segment.
    public init(penalty: Penalty = .mbic, minimumSegment: Int = 1) {
        self.penalty = penalty
        self.minimumSegment = minimumSegment
    }

    /// Changes in the mean of normal values whose variance is known and the same throughout.
    ///
    /// Cost of a segment: Σ(x − mean)² / variance. The variance decides how easily a change is seen: the
    /// default of one suits logarithms of rates, whose scatter is of that order, and is what R assumes.
    /// R: `cpt.mean(x, method = "PELT", test.stat = "Normal")`.
    ///
    /// - Parameters:
    ///   - values: finite numbers in order of time.
    ///   - variance: the variance around the level, in squared units of the values; refused where the values
    ///     scatter by so many times as much that no penalty would be felt.
    /// - Throws: `.noData`, `.malformedInput` for numbers that are not finite, `.outOfRange` for parameters,
    ///   `.tooFewData` where the series is shorter than two segments.
    public func means(of values: [Double], variance: Double = 1) throws(StatisticsError) -> Segmentation {
        guard variance > 0, variance.isFinite, (1 / variance).isFinite else {
            throw StatisticsError(.outOfRange, "The variance is \(variance); give a positive number.")
        }
        let moments = try RunningMoments(values)
        try moments.check(variance: variance)
        let found = try search(
            MeanCost(moments: moments, precision: 1 / variance), over: values.count, parameters: 1)
        return Segmentation(
            ends: found.ends, positions: nil, count: values.count, cost: found.cost, penalty: found.penalty
        ) { (moments.mean($0, $1), nil) }
    }

    /// Changes in mean or variance, or both, of normal values.
    ///
    /// Cost of a segment of n values: n log 2πv + Σ(x − mean)² / v with v = Σ(x − mean)² / n, or
    /// `smallestVariance` where that is larger. Without such a floor a run of equal values would have
    /// infinite likelihood. Values rounded to a unit u hide a variance of u²/12, which is a natural floor.
    /// Use a minimum segment of at least two. R: `cpt.meanvar(x, method = "PELT", test.stat = "Normal")`.
    ///
    /// - Parameters:
    ///   - values: finite numbers in order of time.
    ///   - smallestVariance: positive, in squared units of the values.
    /// - Throws: as ``means(of:variance:)``.
    public func meansAndVariances(
        of values: [Double], smallestVariance: Double
    ) throws(StatisticsError) -> Segmentation {
        guard smallestVariance >= 1e-280, smallestVariance <= 1e280 else {
            throw StatisticsError(
                .outOfRange, "The smallest variance is \(smallestVariance); give a positive number.")
        }
        let cost = MeanAndVarianceCost(
            moments: try RunningMoments(values), smallestVariance: smallestVariance)
        try cost.moments.check(variance: smallestVariance)
        let found = try search(cost, over: values.count, parameters: 2)
        return Segmentation(
            ends: found.ends, positions: nil, count: values.count, cost: found.cost, penalty: found.penalty
        ) { (cost.moments.mean($0, $1), cost.variance($0, $1)) }
    }

    /// Changes in the rate of Poisson counts.
    ///
    /// Cost of a segment with S events in exposure E: −2 S log(S / E), zero where S is zero. The mean of each
    /// segment is S / E. R: `cpt.meanvar(x, method = "PELT", test.stat = "Poisson")`.
    ///
    /// - Parameters:
    ///   - counts: events by period in order of time.
    ///   - exposure: the effort or length of each period in any one unit; one each where left out. A period
    ///     of zero exposure was not observed: it is passed over, and neither the minimum segment nor n counts
    ///     it.
    /// - Throws: `.noData`, `.malformedInput` for negative counts, bad exposures and events without exposure,
    ///   `.outOfRange` for parameters, `.tooFewData` where the series is shorter than two segments.
    public func rates(of counts: [Int], exposure: [Double]? = nil) throws(StatisticsError) -> Segmentation {
        let series = try CountSeries(counts, exposure: exposure)
        let found: Found
        // A table of logarithms pays only while it is small beside the number of costs.
        if series.isUniform && series.totalEvents <= Double(32 * series.observed) {
            found = try search(CountCost(events: series.events), over: series.observed, parameters: 1)
        } else {
            let cost = RateCost(events: series.events, effort: series.effort)
            found = try search(cost, over: series.observed, parameters: 1)
        }
        return Segmentation(
            ends: found.ends, positions: series.positions, count: counts.count, cost: found.cost,
            penalty: found.penalty
        ) { start, end in
            ((series.events[end] - series.events[start]) / (series.effort[end] - series.effort[start]), nil)
        }
    }
}

extension PELT {
    struct Found {
        /// One past the last observation of each segment.
        var ends: [Int]
        var cost: Double
        var penalty: Double
    }

    func search<Cost: SegmentCost>(
        _ cost: Cost, over count: Int, parameters: Int
    ) throws(StatisticsError) -> Found {
        let least = minimumSegment
        guard least >= 1 else {
            throw StatisticsError(.outOfRange, "The minimum segment is \(least); give one or more.")
        }
        guard least <= count / 2 else {
            throw StatisticsError(
                .tooFewData,
                "With \(count) observations no change can leave \(least) on either side; shorten the minimum."
            )
        }
        let penalty = try penalty(observations: count, parameters: parameters)
        let isModified = self.penalty == .mbic
        let logarithms =
            isModified ? wholeLogarithms(through: count) : Array(repeating: 0, count: count + 1)

        var table = SearchTable(count: count, penalty: penalty)
        for end in least...count {
            table.dropExpired(at: end)
            // A start that leaves fewer than the minimum before it has no segmentation behind it.
            let entering = end - least
            if entering == 0 || entering >= least { table.admit(entering) }
            table.settle(end, cost: cost, logarithms: logarithms, least: least)
        }
        return Found(ends: table.ends, cost: table.best[count], penalty: penalty)
    }

    func penalty(observations: Int, parameters: Int) throws(StatisticsError) -> Double {
        switch penalty {
        case .mbic: return Double(parameters + 2) * Double.log(Double(observations))
        case .bic: return Double(parameters + 1) * Double.log(Double(observations))
        case .manual(let value):
            guard value >= 0, value.isFinite else {
                throw StatisticsError(.outOfRange, "The penalty is \(value); give a number from zero up.")
            }
            return value
        }
    }
}

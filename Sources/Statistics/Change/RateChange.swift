import RealModule

/// The best single change of a Poisson rate: where two rates explain the counts better than one, and by how
/// much.
///
/// For a cut after the first k periods with S events in exposure E before it and the rest after it, twice the
/// log likelihood ratio is 2 [S₁ log(S₁ / E₁) + S₂ log(S₂ / E₂) − S log(S / E)]; the cut with the largest one
/// is reported, the earliest among equals.
///
/// Because the cut was chosen to be the best, the statistic does not follow a χ² distribution with one degree
/// of freedom: set it beside a penalty such as those of ``PELT``, or use ``RateChangePosterior`` for a
/// probability. Assumes independent Poisson counts with at most one change. R: `changepoint::cpt.meanvar(x,
/// method = "AMOC", test.stat = "Poisson")`. Source: Hinkley (1970), Biometrika 57:1.
public struct RateChange: Sendable, Hashable {
    /// The index, from zero, of the first period at the new rate.
    public let index: Int
    /// Twice the log likelihood ratio of two rates against one; from zero up.
    public let statistic: Double
    /// Events per unit of exposure before the change.
    public let rateBefore: Double
    /// Events per unit of exposure from the change on.
    public let rateAfter: Double

    /// The best single change in the counts.
    ///
    /// - Parameters:
    ///   - counts: events by period in order of time.
    ///   - exposure: the effort or length of each period; one each where left out, zero where not observed.
    /// - Throws: `.noData`, `.malformedInput`, `.tooFewData` for fewer than two observed periods,
    ///   `.notIdentified` where no event happened, so that no place is better than another.
    public init(of counts: [Int], exposure: [Double]? = nil) throws(StatisticsError) {
        let series = try CountSeries(counts, exposure: exposure)
        let last = series.observed
        guard last >= 2 else {
            throw StatisticsError(.tooFewData, "One observed period cannot hold a change; give at least two.")
        }
        guard series.totalEvents > 0 else {
            throw StatisticsError(.notIdentified, "No event happened, so no place is better than another.")
        }
        let cost = RateCost(events: series.events, effort: series.effort)
        var best = (cut: 1, cost: Double.infinity)
        for cut in 1..<last {
            let here = cost.cost(0, cut) + cost.cost(cut, last)
            if here < best.cost { best = (cut, here) }
        }
        index = series.positions[best.cut]
        statistic = Swift.max(0, cost.cost(0, last) - best.cost)
        rateBefore = series.events[best.cut] / series.effort[best.cut]
        rateAfter =
            (series.totalEvents - series.events[best.cut])
            / (series.totalEffort - series.effort[best.cut])
    }
}

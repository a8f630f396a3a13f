import RealModule

/// Breaks in the mean of a series by least squares, each with a confidence interval for its place.
///
/// For each number of breaks m, the cuts that make the residual sum of squares RSS least are found exactly;
/// the number is then chosen by BIC = n (log(RSS / n) + 1 + log 2π) + 2 (m + 1) log n, or given. The interval
/// of a break rests on the distribution of the place at which a two-sided random walk with drift is highest
/// (Bai, 1997), with a variance of its own on either side.
///
/// Assumes observations uncorrelated around means that jump; a trend is taken for a staircase. The interval
/// is an approximation, worked out for shifts that are small beside the scatter.
///
/// Sources: Bai (1997), Review of Economics and Statistics 79:551; Bai and Perron (2003), Journal of Applied
/// Econometrics 18:1. R: `strucchange::breakpoints(x ~ 1)` and `confint`.
public struct MeanBreaks: Sendable, Hashable {
    /// One break.
    public struct Break: Sendable, Hashable {
        /// The index, from zero, of the first observation around the new mean; also the number that R, which
        /// counts from one, gives to the last observation around the old one.
        public let index: Int
        /// The ends of the confidence interval for `index`, cut off at the ends of the series; nothing where
        /// one side scatters so much less than the other that the distribution does not reach the level.
        public let interval: ClosedRange<Int>?
    }

    /// The breaks in order of time.
    public let breaks: [Break]
    /// The mean of each stretch, one more than there are breaks.
    public let means: [Double]
    /// The least residual sum of squares with no break, one break and so on.
    public let residualSquares: [Double]
    /// BIC with no break, one break and so on; −infinity where the fit is perfect.
    public let criteria: [Double]

    /// The breaks in the mean of values.
    ///
    /// - Parameters:
    ///   - values: finite numbers in order of time; at most 10,000.
    ///   - count: how many breaks, or `nil` to let BIC choose.
    ///   - trimming: the least length of a stretch as a share of the series; above zero, at most one half.
    ///   - level: of the intervals, between zero and one.
    /// - Throws: `.noData`, `.malformedInput` for numbers that are not finite, `.outOfRange` for parameters,
    ///   `.tooFewData` where stretches would be shorter than two or the breaks do not fit, `.notIdentified`
    ///   where breaks are asked of a constant series.
    public init(
        of values: [Double], count: Int? = nil, trimming: Double = 0.15, level: Double = 0.95
    ) throws(StatisticsError) {
        guard trimming > 0, trimming <= 0.5, level > 0, level < 1, values.count <= 10_000 else {
            throw StatisticsError(
                .outOfRange,
                "Trimming \(trimming), level \(level) and \(values.count) values: give a share up to one "
                    + "half, a level between 0 and 1 and at most 10,000 values.")
        }
        let moments = try RunningMoments(values)
        let n = values.count
        // The hair keeps 0.15 × 100 from falling to fourteen.
        let least = Int(Double(n) * trimming + 1e-9)
        guard least >= 2 else {
            throw StatisticsError(
                .tooFewData,
                "With \(n) values a stretch may be as short as \(least); give more, or trim more.")
        }
        // As many as R would try; one at least.
        let most = Swift.max(1, (n + least - 1) / least - 2)
        if let count, count < 0 || count > most {
            throw StatisticsError(
                .outOfRange, "\(count) breaks were asked for; \(n) values can be tried for 0 to \(most).")
        }
        let total = moments.squares(0, n)
        // Sums of squares below this are nothing but rounding.
        let noise = total * 1e-13
        let isConstant = total <= Double(n) * moments.center * moments.center * 1e-30
        if isConstant, let count, count > 0 {
            throw StatisticsError(.notIdentified, "All values are equal, so no place is better than another.")
        }
        let table = PartitionTable(moments: moments, least: least, most: count ?? most)
        var (residuals, criteria) = ([Double](), [Double]())
        var chosen = 0
        for number in 0...(count ?? most) {
            let squares = table.leastSquares[number] <= noise || isConstant ? 0 : table.leastSquares[number]
            residuals.append(squares)
            criteria.append(
                Double(n) * (Double.log(squares / Double(n)) + 1 + Double.log(2 * .pi))
                    + 2 * Double(number + 1) * Double.log(Double(n)))
            if criteria[number] < criteria[chosen] { chosen = number }
        }
        residualSquares = residuals
        self.criteria = criteria

        let cuts = [0] + table.cuts(count ?? chosen) + [n]
        var (breaks, means) = ([Break](), [Double]())
        for place in 1..<cuts.count {
            means.append(moments.mean(cuts[place - 1], cuts[place]))
            guard place + 1 < cuts.count else { break }
            let cut = cuts[place]
            let shift = moments.mean(cut, cuts[place + 1]) - moments.mean(cuts[place - 1], cut)
            let before = moments.squares(cuts[place - 1], cut) / Double(cut - cuts[place - 1])
            let after = moments.squares(cut, cuts[place + 1]) / Double(cuts[place + 1] - cut)
            let isPerfect = (before + after) * Double(n) <= noise
            let reach =
                isPerfect
                ? (0, 0)
                : BreakPlace.reach(shift: shift, before: before, after: after, tail: (1 - level) / 2)
            breaks.append(
                Break(
                    index: cut,
                    interval: reach.map { reach in
                        // Compared as Doubles first: the reach may be longer than any series.
                        let lower = Swift.max(0, Double(cut) - reach.before.rounded(.up))
                        let upper = Swift.min(Double(n), Double(cut) + reach.after.rounded(.up))
                        return Int(lower)...Int(upper)
                    }))
        }
        self.breaks = breaks
        self.means = means
    }
}

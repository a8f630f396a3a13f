import RealModule

/// The rate of events after a break over the rate before it, with an interval that admits how they cluster.
///
/// ratio = (events after ÷ effort after) ÷ (events before ÷ effort before), over the observed periods.
///
/// - Poisson: the exact conditional interval. Given all n = a + b events, those after the break are binomial,
///   and Clopper and Pearson's limits (1934) of their share turn into limits of the ratio. As R's
///   `poisson.test`.
/// - Quasi-Poisson: log ratio ± z √(φ (1/a + 1/b)), as R's `glm(family = quasipoisson)`.
/// - Negative binomial: log ratio ± z · standard error, from the maximum-likelihood fit, as `MASS::glm.nb`.
///   Its ratio weighs the periods by their information and may differ from the ratio of the observed rates.
public struct RateRatio: Sendable, Hashable {
    /// One side of the break.
    public struct Stretch: Sendable, Hashable {
        /// Events in observed periods.
        public let events: Double
        /// Effort of the observed periods.
        public let effort: Double
        /// How many periods were observed.
        public let periods: Int
        /// How many say nothing.
        public let missing: Int
        /// Events per unit of effort.
        public var rate: Double { events / effort }
    }

    /// After ÷ before; infinite where there were events after and none before.
    public let ratio: Double
    /// Two-sided; from zero or to infinity where one side has no event.
    public let interval: Interval
    /// Of the hypothesis that the rate did not change, two-sided.
    public let pValue: Double
    /// The coverage aimed at, such as 0.95.
    public let confidence: Double
    /// What the interval rests on, and why.
    public let model: CountModel
    /// What was before the break.
    public let before: Stretch
    /// What came after it.
    public let after: Stretch
    /// The period that holds the break inside it and was left out, if there is one.
    public let straddling: ObservationPeriod?

    /// The exact conditional comparison of two totals, which says nothing about clustering.
    ///
    /// - Parameters:
    ///   - events: not negative. Where they are not whole, the limits are those of the continued formula and
    ///     the p-value that of the rounded numbers.
    ///   - effort: positive, in one unit for both.
    ///   - before: the events and the effort that they are compared with.
    ///   - confidence: the coverage aimed at, in (0, 1).
    /// - Throws: `.noData` where there is no event or no effort, `.malformedInput`, `.outOfRange` for a
    ///   confidence outside (0, 1).
    public static func exact(
        events: Double, effort: Double, before: (events: Double, effort: Double), confidence: Double = 0.95
    ) throws(StatisticsError) -> RateRatio {
        let earlier = try stretch(before.events, before.effort, "before")
        let later = try stretch(events, effort, "after")
        return try exact(earlier, later, .poisson(.notMeasurable, nil), confidence, straddling: nil)
    }

    /// Compares two series.
    ///
    /// - Parameters:
    ///   - before: the reference, the denominator of the ratio.
    ///   - after: what is compared with it, its effort in the same unit.
    ///   - request: `.measured` lets the dispersion within the two sides decide.
    ///   - quantile: of the quasi-Poisson interval.
    ///   - confidence: the coverage aimed at, in (0, 1).
    /// - Throws: `.noData` where a side has no effort or neither has an event; `.tooFewData` where a model was
    ///   asked for that needs more periods; `.notIdentified` where a negative binomial model was asked for
    ///   counts that vary too little or have an empty side; `.outOfRange`.
    public static func between(
        _ before: RateSeries, _ after: RateSeries, model request: CountModel.Request = .measured,
        quantile: IntervalQuantile = .automatic, confidence: Double = 0.95
    ) throws(StatisticsError) -> RateRatio {
        try between(before, after, request, quantile, confidence, straddling: nil)
    }

    /// Compares what lies before and after a day.
    ///
    /// - Parameters:
    ///   - day: the first day of the new state. A period that holds it inside is left out.
    ///   - series: the periods on both sides.
    ///   - window: take only periods that start within so many days before the break or, from it on, after;
    ///     all if left out.
    ///   - request: `.measured` lets the dispersion within the two sides decide.
    ///   - quantile: of the quasi-Poisson interval.
    ///   - confidence: the coverage aimed at, in (0, 1).
    /// - Throws: as ``between(_:_:model:quantile:confidence:)``; `.outOfRange` also for a day or window beyond
    ///   10⁹ days.
    public static func around(
        _ day: Int, in series: RateSeries, window: Int? = nil, model request: CountModel.Request = .measured,
        quantile: IntervalQuantile = .automatic, confidence: Double = 0.95
    ) throws(StatisticsError) -> RateRatio {
        let limit = RateSeries.largestDay
        guard (-limit...limit).contains(day), (1...limit).contains(window ?? 1) else {
            throw StatisticsError(
                .outOfRange, "The break on day \(day) or the window of \(window ?? 0) days is not usable.")
        }
        let near = window.map { series.starting(in: day - $0..<day + $0) } ?? series
        let (before, after, straddling) = near.split(at: day)
        return try between(before, after, request, quantile, confidence, straddling: straddling)
    }

    private static func between(
        _ before: RateSeries, _ after: RateSeries, _ request: CountModel.Request,
        _ quantile: IntervalQuantile,
        _ confidence: Double, straddling: ObservationPeriod?
    ) throws(StatisticsError) -> RateRatio {
        let earlier = try stretch(before, "before")
        let later = try stretch(after, "after")
        let pair = PeriodPair(before, after)
        let (chosen, reason) = try CountModel.decide(
            request, counts: pair.counts, means: pair.means, dispersion: pair.dispersion)
        guard chosen != .poisson, let dispersion = pair.dispersion else {
            return try exact(
                earlier, later, .poisson(reason, pair.dispersion), confidence, straddling: straddling)
        }
        if chosen == .negativeBinomial {
            do {
                let fit = try Regression.negativeBinomial(
                    counts: pair.counts, design: pair.design, offset: pair.efforts.map { Double.log($0) })
                return try wald(
                    earlier, later, Double.exp(fit.fit.coefficients[1]), fit.fit.standardErrors[1],
                    .negativeBinomial(theta: fit.theta, reason, dispersion), quantile, confidence, straddling)
            } catch {
                // What nobody asked for need not fit: the multiple of the mean always does.
                if request != .measured || error.code == .outOfRange { throw error }
            }
        }
        let model = CountModel.quasiPoisson(
            reason == .varianceFollowsSquare ? .varianceFollowsMean : reason, dispersion)
        guard earlier.events > 0, later.events > 0 else {
            return try exact(earlier, later, model, confidence, straddling: straddling)
        }
        let error = Double.sqrt(dispersion.phi * (1 / earlier.events + 1 / later.events))
        return try wald(
            earlier, later, later.rate / earlier.rate, error, model, quantile, confidence, straddling)
    }

    private static func wald(
        _ before: Stretch, _ after: Stretch, _ ratio: Double, _ error: Double, _ model: CountModel,
        _ quantile: IntervalQuantile, _ confidence: Double, _ straddling: ObservationPeriod?
    ) throws(StatisticsError) -> RateRatio {
        try ConfidenceLevel.check(confidence)
        let freedom = quantile.degreesOfFreedom(model)
        let wide = error * -StudentT.quantile((1 - confidence) / 2, degreesOfFreedom: freedom)
        let distance = Swift.abs(Double.log(ratio))
        let pValue =
            error > 0
            ? 2 * StudentT.upperTail(distance / error, degreesOfFreedom: freedom) : (distance > 0 ? 0 : 1)
        return RateRatio(
            ratio: ratio,
            interval: Interval(lower: ratio * Double.exp(-wide), upper: ratio * Double.exp(wide)),
            pValue: pValue, confidence: confidence, model: model, before: before, after: after,
            straddling: straddling)
    }

    /// The exact interval; with a quasi-Poisson model, which is here for a side without events, that of the
    /// numbers of independent bursts, events ÷ φ.
    private static func exact(
        _ before: Stretch, _ after: Stretch, _ model: CountModel, _ confidence: Double,
        straddling: ObservationPeriod?
    ) throws(StatisticsError) -> RateRatio {
        try ConfidenceLevel.check(confidence)
        guard before.events + after.events > 0 else {
            throw StatisticsError(
                .noData, "There is no event on either side of the break, so that there is no ratio of rates.")
        }
        var phi = 1.0
        if case .quasiPoisson(_, let dispersion) = model { phi = Swift.max(1e-9, dispersion.phi) }
        let (a, b) = (after.events / phi, before.events / phi)
        let tail = (1 - confidence) / 2
        let exposure = before.effort / after.effort
        var (lower, upper) = (0.0, Double.infinity)
        if a > 0 {
            let share = Beta.ends(lowerTail: tail, upperTail: 1 - tail, a, b + 1)
            lower = share.x / share.complement * exposure
        }
        if b > 0 {
            let share = Beta.ends(lowerTail: 1 - tail, upperTail: tail, a + 1, b)
            upper = share.x / share.complement * exposure
        }
        let (whole, trials) = (a.rounded(), a.rounded() + b.rounded())
        let share = after.effort / (after.effort + before.effort)
        return RateRatio(
            ratio: b > 0 ? after.events / before.events * exposure : .infinity,
            interval: Interval(lower: lower, upper: upper),
            pValue: Binomial.twoSided(whole, trials: trials, probability: share), confidence: confidence,
            model: model, before: before, after: after, straddling: straddling)
    }

    private static func stretch(_ series: RateSeries, _ side: String) throws(StatisticsError) -> Stretch {
        let observed = series.observed.count
        guard observed > 0 else {
            throw StatisticsError(
                .noData, "No period \(side) the break was observed; a rate needs effort and a count.")
        }
        return Stretch(
            events: series.events, effort: series.effort, periods: observed, missing: series.missing)
    }

    private static func stretch(
        _ events: Double, _ effort: Double, _ side: String
    ) throws(StatisticsError) -> Stretch {
        let period = ObservationPeriod(start: 0, days: 1, effort: effort, count: events)
        return try stretch(RateSeries([period]), side)
    }
}

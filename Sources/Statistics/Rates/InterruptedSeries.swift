import RealModule

/// A regression of counts on time that says how level and slope changed at breaks, with the season removed.
///
/// log E(count) = log effort + intercept + trend · t + Σ level · [t ≥ break] + Σ slope · (t − break)⁺ + season.
/// Poisson, quasi-Poisson or negative binomial, as the measured dispersion calls for (Wagner and others, 2002;
/// Bernal, Cummins and Gasparrini, 2017). As R's `glm` with `offset(log(effort))` and `MASS::glm.nb`.
public struct InterruptedSeries: Sendable, Hashable {
    /// One coefficient with its uncertainty.
    public struct Term: Sendable, Hashable {
        /// What it stands for.
        public let kind: Kind
        /// On the scale of the logarithm.
        public let estimate: Double
        /// Of the estimate, with the dispersion in it.
        public let standardError: Double
        /// Of the estimate.
        public let interval: Interval
        /// Of the hypothesis that it is zero, two-sided.
        public let pValue: Double
        /// The factor by which the rate is multiplied, exp(estimate), with its interval.
        public var factor: Double { Double.exp(estimate) }
        /// The interval of the factor.
        public var factorInterval: Interval {
            Interval(lower: Double.exp(interval.lower), upper: Double.exp(interval.upper))
        }

        /// The kinds of coefficients.
        public enum Kind: Sendable, Hashable {
            /// The log rate at the first break (or in the middle of the first period, where there is none)
            /// on the line before it, in the base season.
            case intercept
            /// The change of the log rate in one unit of time, before the first break.
            case trend
            /// The step at the break on that day.
            case level(Int)
            /// How much the trend changes at the break on that day.
            case slope(Int)
            /// A calendar month (1 to 12) against the first of the months observed.
            case month(Int)
            /// sin(2πk · day / cycle).
            case sine(Int)
            /// cos(2πk · day / cycle).
            case cosine(Int)
        }
    }

    /// The coefficients, in the order of the formula.
    public let terms: [Term]
    /// What the standard errors rest on, and why.
    public let model: CountModel
    /// The observed periods that were fitted.
    public let periods: [ObservationPeriod]
    /// The expected count of each.
    public let fitted: [Double]
    /// The expected count of each, had no break come: its level and slope terms are left out.
    public let withoutBreaks: [Double]
    /// How many periods said nothing.
    public let missing: Int
    /// The periods that hold a break inside them and were left out.
    public let straddling: [ObservationPeriod]
    /// Twice the log-likelihood lost against a model that fits every count.
    public let deviance: Double
    /// Of the Poisson model, or of the negative binomial one where that was taken.
    public let logLikelihood: Double
    /// Observed periods less coefficients.
    public let residualDegreesOfFreedom: Int
    /// Of the Pearson residuals of one period and the next; where it is well above zero (by more than about
    /// 2 / √periods) the standard errors are too small. Zero where it cannot be measured.
    public let residualAutocorrelation: Double

    /// The coefficient of a kind; nil where the model has none.
    public func term(_ kind: Term.Kind) -> Term? { terms.first { $0.kind == kind } }

    /// Fits the model.
    ///
    /// - Parameters:
    ///   - series: the periods; those that say nothing are skipped, and time runs on through them.
    ///   - plan: what the formula holds.
    ///   - request: `.measured` lets the dispersion of the Poisson residuals decide.
    ///   - quantile: of the intervals under a quasi-Poisson model.
    ///   - confidence: the coverage aimed at, in (0, 1).
    /// - Throws: `.noData`, `.tooFewData` where coefficients outnumber periods or a break has no observed
    ///   period on one side, `.notIdentified` where terms cannot be told apart or a term's periods hold no
    ///   event, `.outOfRange` for an unusable plan or confidence, `.notConverged`.
    public init(
        _ series: RateSeries, plan: InterruptionPlan, model request: CountModel.Request = .measured,
        quantile: IntervalQuantile = .automatic, confidence: Double = 0.95
    ) throws(StatisticsError) {
        try ConfidenceLevel.check(confidence)
        let design = try InterruptionDesign(series, plan)
        let counts = design.periods.map { $0.count ?? 0 }
        let offset = design.periods.map { Double.log($0.effort) }
        let poisson = try Regression.poisson(counts: counts, design: design.matrix, offset: offset)
        let dispersion = Dispersion(
            groups: [(counts, poisson.fitted)], coefficients: design.matrix.columns)
        let (chosen, reason) = try CountModel.decide(
            request, counts: counts, means: poisson.fitted, dispersion: dispersion)

        var (fit, model) = (poisson, CountModel.poisson(reason, dispersion))
        if chosen != .poisson, let dispersion {
            model = .quasiPoisson(reason, dispersion)
            if chosen == .negativeBinomial {
                do {
                    let best = try Regression.negativeBinomial(
                        counts: counts, design: design.matrix, offset: offset)
                    fit = best.fit
                    model = .negativeBinomial(theta: best.theta, reason, dispersion)
                } catch {
                    if request != .measured { throw error }
                    model = .quasiPoisson(.varianceFollowsMean, dispersion)
                }
            }
        }
        terms = Self.terms(design, fit, model, quantile, confidence)
        self.model = model
        periods = design.periods
        fitted = fit.fitted
        withoutBreaks = design.expected(fit.coefficients, offset, withoutBreaks: true)
        missing = series.missing
        straddling = design.straddling
        deviance = fit.deviance
        logLikelihood = fit.logLikelihood
        residualDegreesOfFreedom = fit.residualDegreesOfFreedom
        residualAutocorrelation = Self.autocorrelation(counts, fit.fitted, model)
    }

    private static func terms(
        _ design: InterruptionDesign, _ fit: Regression.Fit, _ model: CountModel,
        _ quantile: IntervalQuantile,
        _ confidence: Double
    ) -> [Term] {
        var scale = 1.0
        if case .quasiPoisson(_, let dispersion) = model { scale = Double.sqrt(dispersion.phi) }
        let freedom = quantile.degreesOfFreedom(model)
        let width = -StudentT.quantile((1 - confidence) / 2, degreesOfFreedom: freedom)
        let errors = fit.standardErrors
        return design.kinds.indices.map { i in
            let (estimate, error) = (fit.coefficients[i], errors[i] * scale)
            let distance = Swift.abs(estimate)
            return Term(
                kind: design.kinds[i], estimate: estimate, standardError: error,
                interval: Interval(lower: estimate - width * error, upper: estimate + width * error),
                pValue: error > 0
                    ? 2 * StudentT.upperTail(distance / error, degreesOfFreedom: freedom)
                    : (distance > 0 ? 0 : 1))
        }
    }

    private static func autocorrelation(_ counts: [Double], _ means: [Double], _ model: CountModel) -> Double
    {
        var theta = Double.infinity
        if case .negativeBinomial(let size, _, _) = model { theta = size }
        let family = CountFamily(theta: theta)
        var (products, squares, previous) = (0.0, 0.0, 0.0)
        for (count, mean) in zip(counts, means) {
            let residual = (count - mean) / Double.sqrt(family.variance(mean))
            products += previous * residual
            squares += residual * residual
            previous = residual
        }
        return squares > 1e-20 ? products / squares : 0
    }
}

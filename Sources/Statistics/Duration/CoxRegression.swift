import RealModule

/// How the rate of ending depends on covariates, whatever the rate is at each time.
///
/// The rate of thing i at time t is h₀(t) exp(β₁ xᵢ₁ + … + βₚ xᵢₚ), the h₀ of each stratum being left open; β is
/// where the partial likelihood is greatest. exp(βₖ) is the ratio of rates for one unit more of covariate k.
///
/// It assumes that this ratio is the same at all times (curves that cross contradict it), that the logarithm of the
/// rate is linear in the covariates, and that censoring says nothing more. Ten ends or more for each covariate
/// are a common rule. It describes; it does not predict whether the next ceasefire holds.
///
/// Newton's method from zero, with steps halved while the likelihood falls. If the likelihood rises without
/// end along some direction, because a covariate separates those that end first from all others, there is no
/// estimate and this is refused, as is a covariate that is a combination of others.
///
/// Cox (1972); Breslow (1974); Efron (1977). Agrees with `coxph` of R's survival package.
public struct CoxRegression: Sendable, Hashable {
    /// What to do with ends at the same time.
    public enum Ties: String, Sendable, Hashable, CaseIterable {
        /// Takes the ends out of the risk set one part at a time; close to the exact likelihood, and R's default.
        case efron
        /// Leaves all of them in; biased towards zero when ties are many.
        case breslow
    }

    /// β, in the order of the covariates.
    public let coefficients: [Double]
    /// The inverse of the observed information, row by row.
    public let covariance: [[Double]]
    /// The log partial likelihood at β = 0.
    public let nullLogLikelihood: Double
    /// The log partial likelihood at the estimate.
    public let logLikelihood: Double
    /// How well the predicted risks order the ends.
    public let concordance: Concordance
    /// How many things there were.
    public let count: Int
    /// How many of them ended.
    public let eventCount: Int
    /// How ties were treated.
    public let ties: Ties
    /// How many Newton steps were taken.
    public let iterations: Int

    /// The most covariates.
    public static let covariateLimit = 200

    /// Fits the model.
    ///
    /// - Parameters:
    ///   - durations: how long each thing lasted; late entries (time-dependent covariates included, as one row
    ///     for each stretch of time) are admitted.
    ///   - covariates: one array for each covariate, holding a finite number for each thing.
    ///   - strata: the stratum of each, any whole number; nil for one stratum.
    ///   - ties: what to do with ends at the same time.
    /// - Throws: `.malformedInput` if there is no covariate, lengths differ or a value is not finite; `.outOfRange`
    ///   for more than ``covariateLimit`` covariates; `.noData` if nothing ended; `.notIdentified` if a covariate
    ///   is constant, a combination of others, or separates; `.notConverged` if fifty steps do not settle.
    public init(
        _ durations: Durations, covariates: [[Double]], strata: [Int]? = nil, ties: Ties = .efron
    ) throws(StatisticsError) {
        try Self.check(durations, covariates, strata)
        let strata = strata.map(Labels.init)
        let likelihood = try PartialLikelihood(durations, covariates: covariates, strata: strata, ties: ties)
        let maximum = try CoxMaximum(likelihood, events: durations.eventCount)
        coefficients = zip(maximum.coefficients, likelihood.scales).map { $0 / $1 }
        var covariance: [[Double]] = []
        for i in covariates.indices {
            covariance.append(
                covariates.indices.map {
                    maximum.covariance[i, $0] / likelihood.scales[i] / likelihood.scales[$0]
                })
        }
        self.covariance = covariance
        nullLogLikelihood = maximum.nullLogarithm
        logLikelihood = maximum.logarithm
        iterations = maximum.iterations
        concordance = Concordance(
            durations, risks: likelihood.predictors(maximum.coefficients), strata: strata)
        count = durations.count
        eventCount = durations.eventCount
        self.ties = ties
    }

    private static func check(
        _ durations: Durations, _ covariates: [[Double]], _ strata: [Int]?
    ) throws(StatisticsError) {
        guard !covariates.isEmpty else {
            throw StatisticsError(.malformedInput, "There is no covariate; give at least one.")
        }
        guard covariates.count <= covariateLimit else {
            throw StatisticsError(
                .outOfRange, "There are \(covariates.count) covariates; at most \(covariateLimit) are fitted."
            )
        }
        for (column, values) in covariates.enumerated() {
            guard values.count == durations.count else {
                throw StatisticsError(
                    .malformedInput,
                    "Covariate \(column) has \(values.count) values for \(durations.count) durations.")
            }
            for (row, value) in values.enumerated() where !value.isFinite {
                throw StatisticsError(
                    .malformedInput, "Covariate \(column) of thing \(row) is \(value); leave the thing out.")
            }
        }
        if let strata, strata.count != durations.count {
            throw StatisticsError(
                .malformedInput, "There are \(strata.count) strata for \(durations.count) durations.")
        }
        guard durations.eventCount > 0 else {
            throw StatisticsError(.noData, "Nothing ended; there is nothing to fit.")
        }
    }
}

extension CoxRegression {
    /// The standard errors of the coefficients.
    public var standardErrors: [Double] { covariance.indices.map { Double.sqrt(covariance[$0][$0]) } }

    /// exp(β), the ratio of rates for one unit more of each covariate.
    public var hazardRatios: [Double] { coefficients.map { Double.exp($0) } }

    /// The Wald confidence interval of each ratio of rates, exp(β ± z · standard error).
    ///
    /// - Throws: `.outOfRange` if the level is not between 0 and 1.
    public func hazardRatioIntervals(level: Double = 0.95) throws(StatisticsError) -> [Interval] {
        let z = try ConfidenceLevel.z(of: level)
        var intervals: [Interval] = []
        for (coefficient, error) in zip(coefficients, standardErrors) {
            intervals.append(
                Interval(
                    lower: Double.exp(coefficient - z * error), upper: Double.exp(coefficient + z * error)))
        }
        return intervals
    }

    /// The two-sided p-value of each coefficient, by its ratio to its standard error.
    public var pValues: [Double] {
        zip(coefficients, standardErrors).map { 2 * Normal.upperTail(($0 / $1).magnitude) }
    }

    /// Twice the gain of log-likelihood over β = 0.
    public var likelihoodRatio: Double { Swift.max(0, 2 * (logLikelihood - nullLogLikelihood)) }

    /// How likely so large a likelihood ratio is if no covariate matters.
    public var likelihoodRatioPValue: Double {
        ChiSquared.upperTail(likelihoodRatio, degreesOfFreedom: Double(coefficients.count))
    }
}

import RealModule

extension Regression {
    /// A negative binomial model with its θ.
    struct NegativeBinomialFit: Sendable, Hashable {
        let fit: Fit
        /// The size: variance = mean + mean² / θ.
        let theta: Double
        let thetaStandardError: Double
    }

    /// Negative binomial with θ by maximum likelihood, as R's `MASS::glm.nb`, but carried to the end.
    ///
    /// Coefficients for θ and θ for the coefficients by turns, until both stand still. Refuses, as
    /// `.notIdentified`, data that vary no more than Poisson counts do: their θ is infinite.
    static func negativeBinomial(
        counts: [Double], design: Matrix, offset: [Double]? = nil
    ) throws(StatisticsError) -> NegativeBinomialFit {
        var fit = try poisson(counts: counts, design: design, offset: offset)
        var theta = try bestTheta(counts, fit.fitted)
        for _ in 0..<200 {
            fit = try negativeBinomial(
                counts: counts, design: design, offset: offset, theta: theta, from: fit)
            let next = try bestTheta(counts, fit.fitted)
            let isSettled = Swift.abs(next - theta) <= 1e-11 * theta
            theta = next
            if isSettled {
                let curvature = -thetaScore(counts, fit.fitted, theta).slope
                return NegativeBinomialFit(
                    fit: fit, theta: theta,
                    thetaStandardError: curvature > 0 ? 1 / Double.sqrt(curvature) : .infinity)
            }
        }
        throw StatisticsError(
            .notConverged, "The size of the negative binomial distribution did not settle in 200 rounds.")
    }

    private static let tooRegular = StatisticsError(
        .notIdentified,
        "The counts vary no more than Poisson counts do, so that no finite negative binomial size fits them; "
            + "use the Poisson model.")

    /// The θ that maximises the likelihood at given means: the zero of its derivative, sought in log θ around
    /// the moment estimate.
    private static func bestTheta(_ counts: [Double], _ means: [Double]) throws(StatisticsError) -> Double {
        var (excess, squares) = (0.0, 0.0)
        for (count, mean) in zip(counts, means) {
            excess += (count - mean) * (count - mean) - count
            squares += mean * mean
        }
        // A positive excess makes the likelihood fall at last as θ grows, so that its maximum is finite.
        guard excess > 0 else { throw tooRegular }
        let moment = Double.log(squares / excess)
        var (lower, upper) = (moment - 60, moment + 60)
        var x = moment
        for _ in 0..<300 {
            let theta = Double.exp(x)
            let (score, slope) = thetaScore(counts, means, theta)
            if score > 0 { lower = x } else { upper = x }
            var next = x - score / (theta * slope + score)
            if !(next > lower && next < upper) { next = (lower + upper) / 2 }
            if Swift.abs(next - x) <= 1e-14 * Swift.max(1, Swift.abs(x)) { return Double.exp(next) }
            x = next
        }
        return Double.exp(x)
    }

    /// The first and second derivative of the log-likelihood in θ.
    private static func thetaScore(
        _ counts: [Double], _ means: [Double], _ theta: Double
    ) -> (score: Double, slope: Double) {
        var (score, slope) = (0.0, 0.0)
        for (count, mean) in zip(counts, means) {
            let share = (count - mean) / (mean + theta)
            let curved = logarithmWithoutItsLine(share)
            if theta < 16 {
                let difference = Gamma.digamma(count + theta) - Gamma.digamma(theta)
                score += difference - Double.log(onePlus: count / theta) + curved
            } else {
                // ψ is a logarithm and small terms: the logarithms are joined above, before they cancel.
                let line = count / (2 * theta * (count + theta))
                score += curved + line - (digammaRest(count + theta) - digammaRest(theta))
            }
            slope += Gamma.trigamma(count + theta) - Gamma.trigamma(theta)
            slope += 1 / theta - 2 / (mean + theta)
            slope += (count + theta) / ((mean + theta) * (mean + theta))
        }
        return (score, slope)
    }

    /// log(1 + u) − u, without cancellation near zero.
    private static func logarithmWithoutItsLine(_ u: Double) -> Double {
        if Swift.abs(u) > 0.01 { return Double.log(onePlus: u) - u }
        var sum = 0.0
        for k in stride(from: 9.0, through: 2, by: -1) { sum = (1 / k - sum) * u }
        return -sum * u
    }

    /// log x − 1/(2x) − ψ(x) for x of sixteen or more.
    private static func digammaRest(_ x: Double) -> Double {
        let square = 1 / (x * x)
        return square * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square / 240)))
    }
}

import RealModule

/// The distribution of one count around its mean: negative binomial with size θ, Poisson where θ is infinite.
struct CountFamily: Sendable {
    let theta: Double

    func variance(_ mean: Double) -> Double { theta == .infinity ? mean : mean * (1 + mean / theta) }

    /// The weight of a count in the iteration: mean² / variance.
    func weight(_ mean: Double) -> Double { theta == .infinity ? mean : mean / (1 + mean / theta) }

    /// The curvature of the log-likelihood of one count in the logarithm of its mean: the observed information,
    /// whose expectation is the weight. It is positive, so that the likelihood has one maximum.
    func curvature(_ count: Double, _ mean: Double) -> Double {
        theta == .infinity ? mean : weight(mean) * ((1 + count / theta) / (1 + mean / theta))
    }

    func deviance(_ counts: [Double], _ means: [Double]) -> Double {
        var sum = 0.0
        for (count, mean) in zip(counts, means) {
            if theta == .infinity {
                sum += count == 0 ? mean : Gamma.deviance(count, mean)
            } else {
                let size = (count + theta) * Double.log(onePlus: (count - mean) / (mean + theta))
                sum += count == 0 ? -size : count * Double.log(count / mean) - size
            }
        }
        return 2 * sum
    }

    func logLikelihood(_ counts: [Double], _ means: [Double]) -> Double {
        var sum = 0.0
        for (count, mean) in zip(counts, means) {
            if theta == .infinity {
                sum += (count == 0 ? 0 : count * Double.log(mean)) - mean - Double.logGamma(count + 1)
            } else {
                sum += Double.logGamma(theta + count) - Double.logGamma(theta) - Double.logGamma(count + 1)
                sum -= theta * Double.log(onePlus: mean / theta)
                if count > 0 { sum += count * Double.log(mean / (mean + theta)) }
            }
        }
        return sum
    }
}

import RealModule

/// Which distribution of counts an interval rests on, why, and the dispersion that was measured.
public enum CountModel: Sendable, Hashable {
    /// Independent events: variance = mean.
    case poisson(Reason, Dispersion?)
    /// Variance = φ · mean, with φ as measured.
    case quasiPoisson(Reason, Dispersion)
    /// Variance = mean + mean² / θ.
    case negativeBinomial(theta: Double, Reason, Dispersion)

    /// Why a model was chosen.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// The caller asked for it.
        case asked
        /// There are too few observed periods to see how counts vary.
        case notMeasurable
        /// Counts vary no more than independent events do.
        case notOverdispersed
        /// Counts vary more, and their variance fits a multiple of the mean at least as well as the curve of
        /// the negative binomial distribution.
        case varianceFollowsMean
        /// Counts vary more, and their variance grows with the square of the mean.
        case varianceFollowsSquare
    }

    /// What a caller may ask for.
    public enum Request: Sendable, Hashable {
        /// The model that the measured dispersion calls for.
        case measured
        /// Independent events, whatever was measured.
        case poisson
        /// Variance = φ · mean, whatever φ.
        case quasiPoisson
        /// Variance = mean + mean² / θ; refused where no finite θ fits.
        case negativeBinomial
    }

    /// The dispersion that was measured; absent where there were too few periods.
    public var dispersion: Dispersion? {
        switch self {
        case .poisson(_, let dispersion): dispersion
        case .quasiPoisson(_, let dispersion), .negativeBinomial(_, _, let dispersion): dispersion
        }
    }

    /// Why the model was chosen.
    public var reason: Reason {
        switch self {
        case .poisson(let reason, _), .quasiPoisson(let reason, _), .negativeBinomial(_, let reason, _):
            reason
        }
    }

    /// What a request comes to, given the counts and what a Poisson model expects of them.
    ///
    /// A Poisson model unless the dispersion is above chance; then the variance function, of φ·mean and
    /// mean + κ·mean², under which the squared residuals are likelier as normal ones (pseudo-likelihood,
    /// Carroll and Ruppert 1982), each with its one parameter from Pearson's X². At equal fit the simpler
    /// multiple, because it leaves the ratio of the observed rates as it is.
    static func decide(
        _ request: Request, counts: [Double], means: [Double], dispersion: Dispersion?
    ) throws(StatisticsError) -> (Request, Reason) {
        if request == .poisson { return (.poisson, .asked) }
        guard let dispersion else {
            guard request == .measured else {
                throw StatisticsError(
                    .tooFewData,
                    "With \(counts.count) observed periods the dispersion cannot be measured; "
                        + "give more periods, or use the Poisson model.")
            }
            return (.poisson, .notMeasurable)
        }
        if request != .measured { return (request, .asked) }
        guard dispersion.isOverdispersed else { return (.poisson, .notOverdispersed) }
        return prefersSquare(counts, means, dispersion)
            ? (.negativeBinomial, .varianceFollowsSquare) : (.quasiPoisson, .varianceFollowsMean)
    }

    private static func prefersSquare(_ counts: [Double], _ means: [Double], _ dispersion: Dispersion) -> Bool
    {
        var squares: [(mean: Double, residual: Double)] = []
        let size = Double(counts.count)
        let correction = size / Double(dispersion.degreesOfFreedom)
        for (count, mean) in zip(counts, means) where mean > 0 {
            squares.append((mean, (count - mean) * (count - mean) * correction))
        }
        func scaled(_ kappa: Double) -> Double {
            var sum = 0.0
            for (mean, residual) in squares { sum += residual / (mean + kappa * mean * mean) }
            return sum - size
        }
        func cost(_ variance: (Double) -> Double) -> Double {
            var sum = 0.0
            for (mean, residual) in squares { sum += Double.log(variance(mean)) + residual / variance(mean) }
            return sum
        }
        guard scaled(0) > 0, scaled(1e12) < 0 else { return false }
        let kappa = Root.ofIncreasing(in: 0...1e12, from: 1) { (-scaled($0), .nan) }
        let multiple = cost { dispersion.phi * $0 }
        return cost { $0 + kappa * $0 * $0 } < multiple - 1e-6
    }
}

/// Which quantile makes an interval of an estimate and its standard error where φ was measured.
public enum IntervalQuantile: Sendable, Hashable {
    /// Student's t below twenty degrees of freedom, where φ is known badly; the normal one from there on.
    case automatic
    /// The normal one, however few degrees of freedom φ has.
    case normal
    /// Student's t with the degrees of freedom of φ.
    case studentT

    /// Degrees of freedom of the quantile, infinitely many for the normal one.
    func degreesOfFreedom(_ model: CountModel) -> Double {
        guard case .quasiPoisson(_, let dispersion) = model else { return .infinity }
        let measured = Double(dispersion.degreesOfFreedom)
        return switch self {
        case .automatic: measured < 20 ? measured : .infinity
        case .normal: .infinity
        case .studentT: measured
        }
    }
}

import RealModule

/// How many there may be in all, listed or not. **For experts, on export only.**
///
/// The number rests on assumptions that the data cannot show to be true; where lists depend on each other in
/// ways that no model names, it can be wrong by any factor. It is no finding to print beside counts. Whoever
/// shows it shows ``assumptions`` with it, and the other models that fit as well.
public struct ExpertPopulationEstimate: Sendable, Hashable {
    /// How the number was found.
    public enum Method: Sendable, Hashable {
        /// A log-linear model of the lists' dependence.
        case logLinear(LogLinearModel)
        /// Chao's lower bound: at least about so many, not about so many.
        case chaoLowerBound
    }

    /// How well a log-linear model fits the counts of those who are listed.
    public struct Fit: Sendable, Hashable {
        /// Twice the log-likelihood lost against a model that fits every count.
        public let deviance: Double
        /// Histories less coefficients.
        public let degreesOfFreedom: Int
        /// Akaike's criterion: 2 × coefficients − 2 × log-likelihood; to compare models of the same table.
        public let akaike: Double

        /// The chance of so large a deviance if the model is true, by χ²; nil where no freedom is left.
        public var pValue: Double? {
            guard degreesOfFreedom > 0 else { return nil }
            return ChiSquared.upperTail(deviance, degreesOfFreedom: Double(degreesOfFreedom))
        }
    }

    /// How the number was found.
    public let method: Method
    /// People on at least one list.
    public let observed: Int
    /// Estimated number of people on no list.
    public let unobserved: Double
    /// Of `unobserved`, and so of `total`.
    public let standardError: Double
    /// How well the model fits; nil for a bound.
    public let fit: Fit?
    /// What has to be true, as codes.
    public let assumptions: [CaptureAssumption]

    /// Estimated number of all: observed + unobserved.
    public var total: Double { Double(observed) + unobserved }

    /// An interval for the total that never falls below those observed.
    ///
    /// Chao (1987): the logarithm of the unobserved number is taken as normal, so that the ends are
    /// n + M / C and n + M C with C = exp(z √log(1 + s² / M²)).
    /// - Parameter confidence: above 0 and below 1.
    /// - Throws: `outOfRange` for any other confidence.
    public func interval(confidence: Double = 0.95) throws(StatisticsError) -> Interval {
        let z = try ConfidenceLevel.z(of: confidence)
        guard unobserved > 0 else { return Interval(lower: total, upper: total) }
        let relative = standardError / unobserved
        let factor = Double.exp(z * Double.sqrt(Double.log(onePlus: relative * relative)))
        return Interval(
            lower: Double(observed) + unobserved / factor, upper: Double(observed) + unobserved * factor)
    }
}

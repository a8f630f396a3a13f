import RealModule

/// What is believed of a Poisson rate before the counts are seen: a gamma distribution with density
/// proportional to λ^(shape − 1) e^(−rate · λ).
///
/// It weighs as much as `shape` events seen in an exposure of `rate`, so it has units: whoever counts in
/// months instead of years must divide the rate of the prior as the exposures change.
public struct GammaPrior: Sendable, Hashable {
    /// The shape; positive.
    public let shape: Double
    /// The rate, in units of exposure; positive.
    public let rate: Double

    /// The prior worth one event in one unit of exposure.
    public static let unit = GammaPrior(uncheckedShape: 1, rate: 1)

    /// A prior of shape and rate, both positive and finite, at most 10¹².
    public init(shape: Double, rate: Double) throws(StatisticsError) {
        guard shape >= 1e-12, shape <= 1e12, rate >= 1e-12, rate <= 1e12 else {
            throw StatisticsError(
                .outOfRange,
                "The prior has shape \(shape) and rate \(rate); give numbers between 1e-12 and 1e12.")
        }
        self.init(uncheckedShape: shape, rate: rate)
    }

    private init(uncheckedShape shape: Double, rate: Double) {
        self.shape = shape
        self.rate = rate
    }

    /// The log probability of counts that add up to `events` in an exposure of `effort`, without the factors
    /// that do not depend on how the counts are divided into stretches.
    func logMarginal(events: Double, effort: Double) -> Double {
        Double.logGamma(shape + events) - Double.logGamma(shape)
            - shape * Double.log(onePlus: effort / rate) - events * Double.log(rate + effort)
    }
}

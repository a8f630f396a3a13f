/// How much more counts vary around their expectation than independent events would.
public struct Dispersion: Sendable, Hashable {
    /// Pearson's φ = X² ÷ degrees of freedom; one for independent events, above one for bursts.
    public let phi: Double
    /// Observed periods less fitted coefficients.
    public let degreesOfFreedom: Int
    /// The chance that independent (Poisson) events give an X² at least as large.
    public let pValue: Double

    /// The p-value below which counts are held to be overdispersed.
    public static let level = 0.05

    /// Whether φ exceeds one by more than chance explains.
    public var isOverdispersed: Bool { phi > 1 && pValue < Self.level }

    /// Measures the dispersion within groups whose totals are fitted exactly.
    ///
    /// X² = Σ (count − mean)² / mean. Given the total N of a group its mean is k − 1 and its variance
    /// 2(k − 1) + (Σ 1/share − k² − 2k + 2) / N (Haldane, 1937); X² is referred to the multiple of a
    /// chi-squared variable with this mean and variance, which small expectations need.
    ///
    /// - Returns: nil where no degree of freedom is left.
    init?(groups: [(counts: [Double], means: [Double])], coefficients: Int) {
        var (pearson, extra, periods) = (0.0, 0.0, 0)
        for (counts, means) in groups {
            let size = Double(counts.count)
            var (inverse, total) = (0.0, 0.0)
            for (count, mean) in zip(counts, means) where mean > 0 {
                pearson += (count - mean) * (count - mean) / mean
                inverse += 1 / mean
                total += mean
            }
            periods += counts.count
            if total > 0 { extra += inverse - (size * size + 2 * size - 2) / total }
        }
        guard periods > coefficients else { return nil }
        let freedom = Double(periods - coefficients)
        let variance = 2 * freedom + extra
        degreesOfFreedom = periods - coefficients
        phi = pearson / freedom
        // Where the totals leave nothing to chance, such as one event in one group, X² says nothing.
        guard variance > 1e-9 * freedom else {
            pValue = 1
            return
        }
        let scale = variance / (2 * freedom)
        pValue = ChiSquared.upperTail(pearson / scale, degreesOfFreedom: freedom / scale)
    }
}

extension RateSeries {
    /// How the counts vary around one rate for all observed periods; nil with fewer than two of them, or without events.
    public var dispersion: Dispersion? {
        guard let rate, rate > 0 else { return nil }
        let observed = observed
        return Dispersion(
            groups: [(observed.map { $0.count ?? 0 }, observed.map { rate * $0.effort })], coefficients: 1)
    }
}

/// The time by which a given share has ended, such as the median.
public struct SurvivalQuantile: Sendable, Hashable {
    /// The share that has ended: 0.5 for the median.
    public let probability: Double
    /// The time; nil if so large a share was never seen to end.
    public let time: Double?
    /// The lower end of the confidence interval; nil if there is none.
    public let lower: Double?
    /// The upper end of the confidence interval; nil if the data set none.
    public let upper: Double?
}

extension KaplanMeier {
    /// The time by which half have ended, with its confidence interval.
    public func median(
        level: Double = 0.95, on scale: IntervalScale = .log
    ) throws(StatisticsError) -> SurvivalQuantile { try quantile(0.5, level: level, on: scale) }

    /// The time by which a share of `probability` has ended, with its confidence interval.
    ///
    /// The first time at which the estimate is below 1 − p. Where it equals 1 − p over a stretch, the middle of
    /// the stretch. The interval holds the times at which the band holds 1 − p (Brookmeyer and Crowley, 1982). As
    /// `quantile` of R's `survfit`.
    ///
    /// - Throws: `.outOfRange` if the probability or the level is not between 0 and 1.
    public func quantile(
        _ probability: Double, level: Double = 0.95, on scale: IntervalScale = .log
    ) throws(StatisticsError) -> SurvivalQuantile {
        guard probability > 0, probability < 1 else {
            throw StatisticsError(
                .outOfRange, "The probability of the quantile is \(probability); it lies between 0 and 1.")
        }
        let band = try band(level: level, on: scale)
        // Where the estimate is zero the band is a convention and sets no end.
        var known = survival.count
        if let last = survival.last, last == 0, let zero = survival.firstIndex(of: 0) { known = zero }
        let target = 1 - probability
        return SurvivalQuantile(
            probability: probability, time: crossing(of: target, steps: survival.count) { survival[$0] },
            lower: crossing(of: target, steps: known) { band[$0].lower },
            upper: crossing(of: target, steps: known) { band[$0].upper })
    }

    /// Where a falling step function first lies below a value, or the middle of where it equals it.
    private func crossing(of target: Double, steps: Int, _ height: (Int) -> Double) -> Double? {
        // Products of fractions such as 1/2 come out a rounding error away from themselves.
        let tolerance = 1.5e-8
        for step in 0..<steps where height(step) <= target + tolerance {
            guard height(step) >= target - tolerance else { return times[step] }
            for later in (step + 1)..<Swift.max(steps, step + 1) where height(later) < target - tolerance {
                return (times[step] + times[later]) / 2
            }
            let end = steps < times.count ? times[steps] : times[times.count - 1]
            return (times[step] + end) / 2
        }
        return nil
    }
}

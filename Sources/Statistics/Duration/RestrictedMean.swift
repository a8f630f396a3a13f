import RealModule

/// How long things last on average, counting no more than a horizon for each.
public struct RestrictedMean: Sendable, Hashable {
    /// The time up to which durations count.
    public let horizon: Double
    /// The mean of the smaller of duration and horizon.
    public let mean: Double
    /// Its standard error.
    public let standardError: Double

    /// The normal confidence interval, mean ± z · standard error, not below zero.
    ///
    /// - Throws: `.outOfRange` if the level is not between 0 and 1.
    public func interval(level: Double = 0.95) throws(StatisticsError) -> Interval {
        let z = try ConfidenceLevel.z(of: level)
        return Interval(lower: Swift.max(0, mean - z * standardError), upper: mean + z * standardError)
    }
}

extension KaplanMeier {
    /// The area under the curve from zero to a horizon.
    ///
    /// With Aⱼ the area from tⱼ to the horizon, the variance is Σ Aⱼ² dⱼ / (nⱼ (nⱼ − dⱼ)) over the times before
    /// the horizon. As `print(survfit, rmean =)` of R's survival package. Unlike the median it needs no
    /// half of the things to end, and it can be compared between groups whose curves cross.
    ///
    /// - Parameter horizon: positive, and not after the last time seen unless the curve is at zero by then.
    /// - Throws: `.outOfRange` for any other horizon.
    public func restrictedMean(until horizon: Double) throws(StatisticsError) -> RestrictedMean {
        guard horizon > 0, horizon.isFinite else {
            throw StatisticsError(.outOfRange, "The horizon is \(horizon); it is a positive, finite time.")
        }
        let last = times.count - 1
        guard horizon <= times[last] || survival[last] == 0 else {
            throw StatisticsError(
                .outOfRange,
                "The horizon is \(horizon), but nothing was watched longer than \(times[last]); choose it earlier."
            )
        }
        var area = 0.0
        var variance = 0.0
        var later = horizon
        for step in stride(from: last, through: 0, by: -1) where times[step] < horizon {
            area += survival[step] * (later - times[step])
            later = times[step]
            if events[step] > 0 && atRisk[step] > events[step] {
                let n = Double(atRisk[step])
                let d = Double(events[step])
                variance += area * area * d / (n * (n - d))
            }
        }
        return RestrictedMean(horizon: horizon, mean: area + later, standardError: Double.sqrt(variance))
    }
}

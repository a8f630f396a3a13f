/// The course of a CUSUM chart over a series of counts.
public struct CUSUMRun: Sendable, Hashable {
    /// One ringing of the chart.
    public struct Alarm: Sendable, Hashable {
        /// The index, from zero, of the period after which it rang.
        public let index: Int
        /// The sum that it rang at, from the decision interval up.
        public let statistic: Double
        /// The first period since the sum last stood at its start or at zero: where the rise probably began.
        public let since: Int
        /// In how many periods, on average, chance alone rings the chart while the usual rate holds; may be
        /// infinite.
        public let averageRunLength: Double
    }

    /// The sum after each period.
    public let statistics: [Double]
    /// The alarms in order of time.
    public let alarms: [Alarm]
    /// In how many periods, on average, chance alone rings the chart while the usual rate holds.
    public let averageRunLength: Double
}

extension PoissonCUSUM {
    /// Runs the chart over counts.
    ///
    /// - Parameters:
    ///   - counts: events by period in order of time, `nil` where a period was not observed: the sum then
    ///     stays as it is. Run lengths count observed periods.
    ///   - afterAlarm: whether the sum runs on or starts again after an alarm.
    /// - Throws: `.noData` where nothing was observed, `.malformedInput` for negative or enormous counts, and
    ///   as ``averageRunLength(at:)``.
    public func run(
        over counts: [Int?], afterAlarm: AfterAlarm = .continues
    ) throws(StatisticsError) -> CUSUMRun {
        let chance = try averageRunLength(at: baseline)
        var statistics: [Double] = []
        var alarms: [CUSUMRun.Alarm] = []
        // Kept apart and not as one running sum, so that rounding does not pile up and the chart meets the
        // same numbers as the chain behind its run length.
        var (origin, total, steps, since) = (start, 0.0, 0.0, 0)
        var statistic = start
        var isRinging = false
        var hasStarted = false
        for (index, count) in counts.enumerated() {
            guard let count else {
                statistics.append(statistic)
                continue
            }
            guard count >= 0, count <= 1_000_000_000_000 else {
                throw StatisticsError(
                    .malformedInput,
                    "Period \(index) has the count \(count); give a number from zero to 1e12.")
            }
            if steps == 0 { since = index }
            hasStarted = true
            total += Double(count)
            steps += 1
            statistic = origin + total - steps * reference
            if statistic <= Self.tolerance { (origin, total, steps, statistic) = (0, 0, 0, 0) }
            statistics.append(statistic)
            guard statistic >= decisionInterval - Self.tolerance else {
                isRinging = false
                continue
            }
            if !isRinging {
                alarms.append(
                    CUSUMRun.Alarm(index: index, statistic: statistic, since: since, averageRunLength: chance)
                )
            }
            switch afterAlarm {
            case .continues: isRinging = true
            case .restarts: (origin, total, steps, statistic) = (start, 0, 0, start)
            }
        }
        guard hasStarted else {
            throw StatisticsError(.noData, "No period was observed; give at least one count.")
        }
        return CUSUMRun(statistics: statistics, alarms: alarms, averageRunLength: chance)
    }
}

import Statistics

/// A Poisson CUSUM that watches for a doubling of the usual rate, tuned so that chance alone seldom rings it.
package struct AlarmWatch: Sendable {
    package struct Alarm: Hashable, Sendable {
        /// The first day of the period after which it rang.
        package var day: Day
        /// Where the rise probably began.
        package var since: Day
        package var statistic: Double
    }

    /// From where the usual rate was taken.
    package let quiet: Range<Day>
    /// What is watched: the periods after the quiet stretch.
    package let watched: Int
    /// λ₀, in a period.
    package let baseline: Double
    /// λ₁, for which the alarm is tuned: twice the baseline.
    package let raised: Double
    /// How many recorded events make one independent burst; one where they are independent.
    package let burst: Double
    package let decisionInterval: Double
    /// In how many periods, on average, chance alone rings it.
    package let averageRunLength: Double
    /// The usual length of a period, in days.
    package let periodDays: Double
    package let alarms: [Alarm]

    /// Once in so many years chance may ring.
    private static let years = 5.0

    init(over series: RateSeries, quiet: Range<Day>) throws(StatisticsError) {
        let calm = series.starting(in: quiet.lowerBound.number..<quiet.upperBound.number)
        let known = calm.observed
        guard known.count >= 3, let rate = calm.rate else {
            throw StatisticsError(
                .tooFewData,
                "The quiet stretch has \(known.count) observed periods; an alarm needs at least three to know the usual rate."
            )
        }
        guard rate > 0 else {
            throw StatisticsError(
                .noData, "The quiet stretch has no event, so that any event at all would be an alarm.")
        }
        let effort = AlarmWatch.median(series.observed.map(\.effort))
        // The measure that chooses the model of a comparison also says here whether events come in bursts.
        burst = calm.dispersion.flatMap { $0.isOverdispersed ? $0.phi : nil } ?? 1
        self.quiet = quiet
        periodDays = AlarmWatch.median(series.observed.map { Double($0.days) })
        baseline = rate * effort / burst
        raised = 2 * baseline
        let reference = try PoissonCUSUM.reference(baseline: baseline, raised: raised)
        let wanted = max(20, AlarmWatch.years * 365.25 / max(1, periodDays))
        decisionInterval = try PoissonCUSUM.decisionInterval(
            forAverageRunLength: wanted, baseline: baseline, reference: reference)
        let chart = try PoissonCUSUM(
            baseline: baseline, reference: reference, decisionInterval: decisionInterval)
        let later = series.periods.filter { $0.start >= quiet.upperBound.number }
        watched = later.count
        guard later.contains(where: \.isObserved) else {
            averageRunLength = try chart.averageRunLength(at: baseline)
            alarms = []
            return
        }
        var counts: [Int?] = []
        for period in later {
            guard period.isObserved, let rate = period.rate else {
                counts.append(nil)
                continue
            }
            counts.append(Int(min(1e12, (rate * effort / burst).rounded())))
        }
        let run = try chart.run(over: counts)
        averageRunLength = run.averageRunLength
        var alarms: [Alarm] = []
        for alarm in run.alarms {
            alarms.append(
                Alarm(
                    day: Day(later[alarm.index].start), since: Day(later[alarm.since].start),
                    statistic: alarm.statistic))
        }
        self.alarms = alarms
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 1 : sorted[sorted.count / 2]
    }
}

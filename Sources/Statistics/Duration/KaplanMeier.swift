import RealModule

/// The share that lasts longer than a time, estimated where not every end was seen.
///
/// Ŝ(t) = ∏ (1 − dⱼ / nⱼ) over the times tⱼ ≤ t, dⱼ being the ends at tⱼ and nⱼ those at risk just before. The
/// standard error is Greenwood's, Ŝ(t) √Σ dⱼ / (nⱼ (nⱼ − dⱼ)). Where an end and a censoring share a time, the
/// end comes first.
///
/// It assumes that being censored says nothing about how much longer a thing would have lasted, and that a late
/// entry says nothing either. Do not use it for one kind of end among several: 1 − Ŝ with the other ends
/// censored overstates it (see ``CumulativeIncidence``). With late entries the first risk sets can be very small;
/// if one of them dies out, the estimate is zero from there on.
///
/// Kaplan and Meier (1958); Greenwood (1926). Agrees with `survfit` of R's survival package.
public struct KaplanMeier: Sendable, Hashable {
    /// What it was estimated from.
    public let durations: Durations
    /// The distinct times, ascending, whether something ended at them or was only censored.
    public let times: [Double]
    /// How many were at risk just before each time.
    public let atRisk: [Int]
    /// How many ended at each time.
    public let events: [Int]
    /// How many were censored at each time.
    public let censored: [Int]
    /// The estimate from each time to before the next one; before the first it is 1.
    public let survival: [Double]
    /// The standard error of each estimate; 0 where the estimate is 1 or 0.
    public let standardErrors: [Double]

    /// Estimates the curve.
    public init(_ durations: Durations) {
        let count = durations.count
        let order = durations.order
        let (ends, isEvent) = (durations.times, durations.events)
        let (entries, entryOrder) = (durations.entries, durations.entryOrder)
        var steps = Steps(capacity: count)
        var entered = entries == nil ? count : 0
        var share = 1.0
        var greenwood = 0.0
        var place = 0
        while place < count {
            let time = ends[order[place]]
            if let entries {
                while entered < count && entries[entryOrder[entered]] < time { entered += 1 }
            }
            let atRisk = entered - place
            let first = place
            var events = 0
            while place < count && ends[order[place]] == time {
                if isEvent[order[place]] { events += 1 }
                place += 1
            }
            if events > 0 {
                let left = Double(atRisk - events)
                share *= left / Double(atRisk)
                greenwood += Double(events) / (Double(atRisk) * left)
            }
            steps.times.append(time)
            steps.atRisk.append(atRisk)
            steps.events.append(events)
            steps.censored.append(place - first - events)
            steps.survival.append(share)
            steps.standardErrors.append(share > 0 ? share * Double.sqrt(greenwood) : 0)
        }
        self.durations = durations
        times = steps.times
        atRisk = steps.atRisk
        events = steps.events
        censored = steps.censored
        survival = steps.survival
        standardErrors = steps.standardErrors
    }

    /// The columns while they grow.
    private struct Steps {
        var times: [Double] = []
        var atRisk: [Int] = []
        var events: [Int] = []
        var censored: [Int] = []
        var survival: [Double] = []
        var standardErrors: [Double] = []

        init(capacity: Int) {
            times.reserveCapacity(capacity)
            atRisk.reserveCapacity(capacity)
            events.reserveCapacity(capacity)
            censored.reserveCapacity(capacity)
            survival.reserveCapacity(capacity)
            standardErrors.reserveCapacity(capacity)
        }
    }

    /// The place of the last distinct time that is not after a time; nil before the first.
    func step(at time: Double) -> Int? {
        var low = 0
        var high = times.count
        while low < high {
            let middle = low + (high - low) / 2
            if times[middle] <= time { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : low - 1
    }
}

extension KaplanMeier {
    /// The confidence interval from each time to before the next one, point by point.
    ///
    /// Where the estimate is zero there is no standard error; the lower end is then zero and the upper one that
    /// of the step before.
    ///
    /// - Throws: `.outOfRange` if the level is not between 0 and 1.
    public func band(
        level: Double = 0.95, on scale: IntervalScale = .log
    ) throws(StatisticsError) -> [Interval] {
        let z = try ConfidenceLevel.z(of: level)
        var band: [Interval] = []
        band.reserveCapacity(survival.count)
        var previous = Interval(lower: 1, upper: 1)
        for (step, share) in survival.enumerated() {
            if events[step] > 0 {
                previous =
                    share > 0
                    ? scale.interval(share, standardError: standardErrors[step], z: z)
                    : Interval(lower: 0, upper: previous.upper)
            }
            band.append(previous)
        }
        return band
    }

    /// The curve at one time.
    public struct Point: Sendable, Hashable {
        /// The time asked for.
        public let time: Double
        /// How many were at risk just before it.
        public let atRisk: Int
        /// How many had ended by then.
        public let events: Int
        /// How many had been censored by then.
        public let censored: Int
        /// The estimate; nil after the last time seen, unless it is zero by then.
        public let survival: Double?
        /// Its standard error.
        public let standardError: Double?
        /// Its confidence interval.
        public let interval: Interval?
    }

    /// The curve at given times, with who was at risk: the table that belongs under every survival curve.
    ///
    /// - Parameter times: in any order; in the unit of the durations, not NaN.
    /// - Throws: `.outOfRange` if the level is not between 0 and 1; `.malformedInput` if a time is NaN.
    public func table(
        at times: [Double], level: Double = 0.95, on scale: IntervalScale = .log
    ) throws(StatisticsError) -> [Point] {
        let band = try band(level: level, on: scale)
        var ended: [Int] = []
        var gone: [Int] = []
        for step in self.times.indices {
            ended.append((ended.last ?? 0) + events[step])
            gone.append((gone.last ?? 0) + censored[step])
        }
        var points: [Point] = []
        for time in times {
            guard !time.isNaN else {
                throw StatisticsError(.malformedInput, "A time of the at-risk table is not a number.")
            }
            let atRisk = durations.atRisk(at: time)
            guard let step = step(at: time) else {
                points.append(
                    Point(
                        time: time, atRisk: atRisk, events: 0, censored: 0, survival: 1, standardError: 0,
                        interval: Interval(lower: 1, upper: 1)))
                continue
            }
            let isKnown = time <= self.times[self.times.count - 1] || survival[step] == 0
            points.append(
                Point(
                    time: time, atRisk: atRisk, events: ended[step], censored: gone[step],
                    survival: isKnown ? survival[step] : nil,
                    standardError: isKnown ? standardErrors[step] : nil,
                    interval: isKnown ? band[step] : nil))
        }
        return points
    }
}

import RealModule

/// The share that has ended by a time in each of several ways, where one way forecloses the others.
///
/// F̂ₖ(t) = Σ Ŝ(tⱼ−) dₖⱼ / nⱼ over the times tⱼ ≤ t, dₖⱼ being the ends of cause k at tⱼ and Ŝ the Kaplan–Meier
/// estimate for ends of any cause (Aalen and Johansen, 1978). The shares of all causes and Ŝ sum to one. The
/// standard error treats the ends at each time as multinomial among those at risk, as Greenwood's does; for one
/// cause it is Greenwood's.
///
/// Use it instead of 1 − Kaplan–Meier whenever a thing can end in more than one way. The ``naive(_:)`` figure,
/// which censors the other ends, answers what would happen if the other ways were abolished and nothing else
/// changed, and overstates what did happen. It assumes that censoring says nothing about what would have come
/// after. A difference in incidence between groups need not be one of the rate of that cause: fewer ends
/// of another cause leave more to end of this one.
///
/// Agrees with `survfit` of a factor in R's survival package, standard errors included.
public struct CumulativeIncidence: Sendable, Hashable {
    /// The curve of one cause.
    public struct Cause: Sendable, Hashable {
        /// The name of the cause: a positive whole number.
        public let label: Int
        /// How many ended of it at each time.
        public fileprivate(set) var events: [Int] = []
        /// The share that has ended of it, from each time to before the next.
        public fileprivate(set) var incidence: [Double] = []
        /// The standard error of each share.
        public fileprivate(set) var standardErrors: [Double] = []
    }

    /// The distinct times, ascending.
    public private(set) var times: [Double] = []
    /// How many were at risk just before each time.
    public private(set) var atRisk: [Int] = []
    /// The share that has not ended, from each time to before the next.
    public private(set) var survival: [Double] = []
    /// The causes that occur, by ascending label.
    public private(set) var causes: [Cause]

    /// The durations, an event being an end of any cause.
    public let durations: Durations
    private let labels: [Int]

    /// The most causes that are told apart.
    public static let causeLimit = 100

    /// Estimates the curves.
    ///
    /// - Parameters:
    ///   - times: how long each lasted, finite and not negative.
    ///   - causes: of what each ended, a positive whole number; 0 where it was censored.
    ///   - entries: when each came under observation, if some came late.
    /// - Throws: what ``Durations`` throws; `.malformedInput` for a negative cause; `.noData` if nothing ended;
    ///   `.outOfRange` for more than ``causeLimit`` causes.
    public init(times: [Double], causes: [Int], entries: [Double]? = nil) throws(StatisticsError) {
        for (position, cause) in causes.enumerated() where cause < 0 {
            throw StatisticsError(
                .malformedInput, "Cause \(position) is \(cause); a cause is positive, and 0 means censored.")
        }
        durations = try Durations(times: times, events: causes.map { $0 != 0 }, entries: entries)
        labels = causes
        let names = Labels(causes)
        let isAnyCensored = names.names[0] == 0
        self.causes = names.names.dropFirst(isAnyCensored ? 1 : 0).map { Cause(label: $0) }
        guard !self.causes.isEmpty else {
            throw StatisticsError(.noData, "Nothing ended; there is no incidence to estimate.")
        }
        guard self.causes.count <= Self.causeLimit else {
            throw StatisticsError(
                .outOfRange,
                "There are \(self.causes.count) causes; at most \(Self.causeLimit) are told apart.")
        }
        walk(names, offset: isAnyCensored ? 1 : 0)
    }

    private mutating func walk(_ names: Labels, offset: Int) {
        let order = durations.order
        let count = order.count
        var states = [State](repeating: State(), count: causes.count)
        var ended = [Int](repeating: 0, count: causes.count)
        var entered = durations.entries == nil ? count : 0
        var place = 0
        var share = 1.0
        while place < count {
            let time = durations.times[order[place]]
            if let entries = durations.entries {
                while entered < count && entries[durations.entryOrder[entered]] < time { entered += 1 }
            }
            let n = entered - place
            for cause in ended.indices { ended[cause] = 0 }
            var total = 0
            while place < count && durations.times[order[place]] == time {
                let cause = names.indices[order[place]] - offset
                if cause >= 0 {
                    ended[cause] += 1
                    total += 1
                }
                place += 1
            }
            let next = share * (Double(n - total) / Double(n))
            for cause in causes.indices {
                if total > 0 {
                    states[cause].step(ended: ended[cause], total: total, atRisk: n, share: share)
                }
                causes[cause].events.append(ended[cause])
                causes[cause].incidence.append(states[cause].incidence)
                causes[cause].standardErrors.append(Double.sqrt(Swift.max(0, states[cause].variance)))
            }
            share = next
            times.append(time)
            atRisk.append(n)
            survival.append(share)
        }
    }

    /// The share of one cause with its variance, and what is needed to carry the variance one time further.
    private struct State {
        var incidence = 0.0
        var variance = 0.0
        var varianceOfSurvival = 0.0
        var covariance = 0.0

        /// One time: survival and incidence pass through a linear map whose entries are a multinomial's shares.
        mutating func step(ended: Int, total: Int, atRisk: Int, share: Double) {
            let n = Double(atRisk)
            let hazard = Double(ended) / n
            let staying = Double(atRisk - total) / n
            let noise = share * share / n
            variance +=
                hazard * (2 * covariance + hazard * varianceOfSurvival) + noise * hazard * (1 - hazard)
            covariance = staying * (covariance + hazard * varianceOfSurvival) - noise * hazard * staying
            varianceOfSurvival = staying * staying * varianceOfSurvival + noise * staying * (1 - staying)
            incidence += share * hazard
        }
    }
}

extension CumulativeIncidence {
    /// The share of one cause at one time.
    public struct Point: Sendable, Hashable {
        /// The time asked for.
        public let time: Double
        /// The share that has ended of the cause by then.
        public let incidence: Double
        /// Its standard error.
        public let standardError: Double
        /// Its confidence interval.
        public let interval: Interval
    }

    /// The share that has ended of a cause by a time; nil after the last time seen, unless all have ended.
    ///
    /// - Throws: `.outOfRange` if no thing ended of the cause, or the level is not between 0 and 1.
    public func incidence(
        of cause: Int, at time: Double, level: Double = 0.95, on scale: IntervalScale = .log
    ) throws(StatisticsError) -> Point? {
        let z = try ConfidenceLevel.z(of: level)
        let curve = try curve(of: cause)
        let last = times.count - 1
        guard time <= times[last] || time > times[last] && survival[last] == 0 else { return nil }
        var step = -1
        var high = last
        while step < high {
            let middle = step + (high - step + 1) / 2
            if times[middle] <= time { step = middle } else { high = middle - 1 }
        }
        let incidence = step < 0 ? 0 : curve.incidence[step]
        let error = step < 0 ? 0 : curve.standardErrors[step]
        return Point(
            time: time, incidence: incidence, standardError: error,
            interval: scale.interval(incidence, standardError: error, z: z))
    }

    /// Kaplan–Meier with the ends of all other causes taken for censored, whose complement is often mistaken for
    /// the incidence; given for comparison.
    ///
    /// - Throws: `.outOfRange` if no thing ended of the cause.
    public func naive(_ cause: Int) throws(StatisticsError) -> KaplanMeier {
        _ = try curve(of: cause)
        return KaplanMeier(
            try Durations(
                times: durations.times, events: labels.map { $0 == cause }, entries: durations.entries))
    }

    private func curve(of cause: Int) throws(StatisticsError) -> Cause {
        for curve in causes where curve.label == cause { return curve }
        throw StatisticsError(
            .outOfRange, "Nothing ended of cause \(cause); the causes are \(causes.map(\.label)).")
    }
}

import RealModule

extension PoissonCUSUM {
    /// The mean number of periods until the chart rings while the rate stays the same; exact for every h, k
    /// and rate.
    ///
    /// At λ₀ it says how often chance alone rings the chart; at λ₁, how long a real rise waits for its alarm.
    /// It counts from the chart's own start, so a head start shortens it.
    ///
    /// The chart begins afresh whenever its sum returns to zero. So the mean time to an alarm from zero is
    /// E(length of an excursion) / P(an excursion rings): after j periods of an excursion the sum is a whole
    /// number less j k, so only about h values are possible, and their probabilities are carried forward
    /// until none is left. Where h and k are whole multiples of some unit this is the Markov chain of Brook
    /// and Evans (1972), Biometrika 59:539, in another order; where they are not, nothing is rounded.
    ///
    /// - Parameter rate: events in a period, from zero to 10⁶.
    /// - Returns: periods, at least one; infinite at rate zero and beyond about 10³⁰⁰.
    /// - Throws: `.outOfRange` for the rate, `.notConverged` where excursions last too long to be followed
    ///   (a tiny k, or h in the thousands).
    public func averageRunLength(at rate: Double) throws(StatisticsError) -> Double {
        guard rate >= 0, rate <= 1e6 else {
            throw StatisticsError(.outOfRange, "The rate is \(rate); give a number from zero to 1e6.")
        }
        if rate == 0 { return .infinity }
        var chain = try ExcursionChain(chart: self, rate: rate)
        let fromZero = try chain.excursion(from: 0)
        let fresh = fromZero.length / fromZero.ringing
        guard start > 0 else { return fresh }
        let first = try chain.excursion(from: start)
        // An excursion that certainly rings leaves no chance of coming back, even if that would last forever.
        let back = first.returning
        return back > 0 ? first.length + back * fresh : first.length
    }

    /// The smallest decision interval, in steps of a hundredth, at which chance alone rings no more often
    /// than once in the given number of periods.
    ///
    /// - Parameters:
    ///   - runLength: the wanted average run length at the baseline, in periods; from one to 10¹².
    ///   - baseline: λ₀, events in a usual period.
    ///   - reference: k; larger than the baseline, or the interval grows without need.
    ///   - headStart: where the statistic starts.
    /// - Throws: `.outOfRange`, `.notConverged` as ``averageRunLength(at:)``.
    public static func decisionInterval(
        forAverageRunLength runLength: Double, baseline: Double, reference: Double,
        headStart: HeadStart = .none
    ) throws(StatisticsError) -> Double {
        guard runLength >= 1, runLength <= 1e12 else {
            throw StatisticsError(
                .outOfRange, "The wanted run length is \(runLength); give a number from 1 to 1e12.")
        }
        func suffices(_ hundredths: Int) throws(StatisticsError) -> Bool {
            let chart = try PoissonCUSUM(
                baseline: baseline, reference: reference, decisionInterval: Double(hundredths) / 100,
                headStart: headStart)
            return try chart.averageRunLength(at: baseline) >= runLength
        }
        var (short, long) = (0, 100)
        while try !suffices(long) { (short, long) = (long, 2 * long) }
        while long - short > 1 {
            let middle = (short + long) / 2
            if try suffices(middle) { long = middle } else { short = middle }
        }
        return Double(long) / 100
    }
}

/// The chart between two visits to zero.
private struct ExcursionChain {
    struct Excursion {
        /// The mean number of periods until it rings or returns to zero.
        var length = 0.0
        /// The chance that it rings, and that it returns to zero instead.
        var ringing = 0.0
        var returning = 0.0
    }

    let reference: Double
    let decisionInterval: Double
    /// The chance of each count, of at least each count, and of less than each count.
    private var masses: [Double] = []
    private var tails: [Double] = []
    private var belows: [Double] = []
    /// Multiplications left before giving up; each step counts as two hundred besides.
    private var budget = 200_000_000

    init(chart: PoissonCUSUM, rate: Double) throws(StatisticsError) {
        reference = chart.reference
        decisionInterval = chart.decisionInterval
        // No step within the chart is longer than from zero to h.
        let longest = Int(decisionInterval + reference) + 3
        guard longest <= 100_000 else {
            throw StatisticsError(
                .notConverged, "A chart with h + k above 100,000 is too wide; count in larger units.")
        }
        for count in 0...longest {
            masses.append(Gamma.poissonMass(Double(count), rate))
            let tail = count == 0 ? (lower: 1, upper: 0) : Gamma.tails(Double(count), rate)
            tails.append(tail.lower)
            belows.append(tail.upper)
        }
    }

    mutating func excursion(from start: Double) throws(StatisticsError) -> Excursion {
        var result = Excursion()
        // Chances of the whole number of events since the start, from `first` up.
        var (first, chances) = (0, [1.0])
        var left = 1.0
        var steps = 0.0
        // The rest can add no more than itself to the chance of ringing.
        while left > 1e-17 * result.ringing && left > 1e-305 {
            steps += 1
            result.length += left
            let base = start - steps * reference
            // The least totals that stand above zero, and at h.
            let above = Swift.max(first, Int((PoissonCUSUM.tolerance - base).rounded(.down)) + 1)
            let ringing = Int((decisionInterval - PoissonCUSUM.tolerance - base).rounded(.up))
            var next = Array(repeating: 0.0, count: Swift.max(0, ringing - above))
            // Before the work and not after it: one step of a wide chart may be too long by itself.
            budget -= chances.count * next.count + 200
            guard budget > 0 else {
                throw StatisticsError(
                    .notConverged, "The sum wanders too long between zero and h; take larger k or smaller h.")
            }
            for (place, chance) in chances.enumerated() where chance > 0 {
                let total = first + place
                result.ringing += chance * tails[Swift.max(0, ringing - total)]
                result.returning += chance * belows[Swift.max(0, above - total)]
                for target in Swift.max(above, total)..<Swift.max(ringing, above, total) {
                    next[target - above] += chance * masses[target - total]
                }
            }
            (first, chances) = (above, next)
            left = 0
            for chance in chances { left += chance }
        }
        return result
    }
}

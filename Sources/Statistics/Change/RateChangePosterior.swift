import RealModule

/// How probable each place of a single change of a Poisson rate is, given the counts.
///
/// Model: a rate λ₁ up to a change and λ₂ from it on, both with the same gamma prior; every place between two
/// observed periods equally likely beforehand. With m(S, E) = Γ(a + S) / Γ(a) · b^a / (b + E)^(a + S), the
/// probability of a cut with S₁ events in exposure E₁ before it is proportional to m(S₁, E₁) m(S₂, E₂), and
/// the Bayes factor of a change against none is the mean of these products over the cuts, divided by m(S, E).
///
/// Assumes that, if there is a change, there is exactly one, and that counts are Poisson around their rate:
/// clustered events make it far too sure. Source: Raftery and Akman (1986), Biometrika 73:85.
public struct RateChangePosterior: Sendable, Hashable {
    /// For each period, the probability that it is the first at the new rate; they add up to one. Zero for
    /// the first period and for periods not observed.
    public let probabilities: [Double]
    /// The index, from zero, of the most probable first period at the new rate; the earliest among equals.
    public let mode: Int
    /// The natural logarithm of the Bayes factor of one change against none.
    public let logBayesFactor: Double
    /// The posterior mean of the rate before the mode, in events per unit of exposure.
    public let rateBefore: Double
    /// The posterior mean of the rate from the mode on.
    public let rateAfter: Double

    /// The posterior of a single change in the counts.
    ///
    /// - Parameters:
    ///   - counts: events by period in order of time.
    ///   - exposure: the effort or length of each period; one each where left out, zero where not observed.
    ///   - prior: of both rates, in the same units of exposure.
    /// - Throws: `.noData`, `.malformedInput`, `.tooFewData` for fewer than two observed periods.
    public init(
        of counts: [Int], exposure: [Double]? = nil, prior: GammaPrior = .unit
    ) throws(StatisticsError) {
        let series = try CountSeries(counts, exposure: exposure)
        let last = series.observed
        guard last >= 2 else {
            throw StatisticsError(.tooFewData, "One observed period cannot hold a change; give at least two.")
        }
        var weights: [Double] = []
        var best = (cut: 1, weight: -Double.infinity)
        for cut in 1..<last {
            let weight =
                prior.logMarginal(events: series.events[cut], effort: series.effort[cut])
                + prior.logMarginal(
                    events: series.totalEvents - series.events[cut],
                    effort: series.totalEffort - series.effort[cut])
            if weight > best.weight { best = (cut, weight) }
            weights.append(weight)
        }
        var sum = 0.0
        for weight in weights { sum += Double.exp(weight - best.weight) }
        var probabilities = Array(repeating: 0.0, count: counts.count)
        for (place, weight) in weights.enumerated() {
            probabilities[series.positions[place + 1]] = Double.exp(weight - best.weight) / sum
        }
        self.probabilities = probabilities
        mode = series.positions[best.cut]
        logBayesFactor =
            best.weight + Double.log(sum / Double(last - 1))
            - prior.logMarginal(events: series.totalEvents, effort: series.totalEffort)
        rateBefore = (prior.shape + series.events[best.cut]) / (prior.rate + series.effort[best.cut])
        rateAfter =
            (prior.shape + series.totalEvents - series.events[best.cut])
            / (prior.rate + series.totalEffort - series.effort[best.cut])
    }

    /// The earliest and the latest period of the smallest set that holds the given probability: the most
    /// probable periods are taken first, so the range may include less probable ones between them.
    ///
    /// - Parameter level: between zero and one.
    public func range(holding level: Double) throws(StatisticsError) -> ClosedRange<Int> {
        guard level > 0, level < 1 else {
            throw StatisticsError(.outOfRange, "The level is \(level); give a number between 0 and 1.")
        }
        let order = probabilities.indices.sorted { left, right in
            (probabilities[right], left) < (probabilities[left], right)
        }
        var (lower, upper, held) = (mode, mode, 0.0)
        for index in order {
            lower = Swift.min(lower, index)
            upper = Swift.max(upper, index)
            held += probabilities[index]
            // The probabilities add up to one but for rounding.
            if held >= level - 1e-12 { break }
        }
        return lower...upper
    }
}

import RealModule

/// How long, after each period, the current Poisson rate has probably lasted, from what was known by then.
///
/// Model: before each period, with probability h (the hazard), the rate is drawn anew from the gamma prior;
/// otherwise it stays. The run length is the number of periods since the rate was drawn. Its distribution is
/// carried forward by Bayes' rule, the count of a period being negative binomial given the counts of its run:
/// with S events in exposure E so far, size a + S and probability (b + E) / (b + E + e).
///
/// Nothing is thrown away, so the work grows with the square of the number of periods. Assumes Poisson counts
/// and changes that come at a constant chance; clustered events are taken for changes. The answer depends on
/// the prior and the hazard, which must be told along with it. For experts.
/// Source: Adams and MacKay (2007), arXiv:0710.3742.
public struct OnlineChange: Sendable, Hashable {
    /// For each period, the most probable run length after it, the shorter among equals. Zero says that the
    /// rate is drawn anew before the next period; k says that it has held for the last k periods.
    public let mostProbableRunLengths: [Int]
    /// After the last period, the probability of each run length from zero up.
    public let runLengths: [Double]
    /// The natural logarithm of the probability of all counts under the model.
    public let logEvidence: Double

    /// The run lengths after each period of the counts.
    ///
    /// - Parameters:
    ///   - counts: events by period in order of time; at most 20,000 periods.
    ///   - exposure: the effort or length of each period; one each where left out, zero where not observed.
    ///     An unobserved period teaches nothing, but the rate may change in it.
    ///   - prior: of every rate, in the same units of exposure.
    ///   - hazard: the chance of a change from one period to the next, between zero and one; 1/100 expects
    ///     one in a hundred periods.
    /// - Throws: `.noData`, `.malformedInput`, `.outOfRange` for the hazard or too many periods.
    public init(
        of counts: [Int], exposure: [Double]? = nil, prior: GammaPrior = .unit, hazard: Double
    ) throws(StatisticsError) {
        guard hazard > 0, hazard < 1 else {
            throw StatisticsError(.outOfRange, "The hazard is \(hazard); give a number between 0 and 1.")
        }
        guard counts.count <= 20_000 else {
            throw StatisticsError(.outOfRange, "\(counts.count) periods are more than 20,000.")
        }
        let series = try CountSeries(counts, exposure: exposure)
        // Logarithms of the probability of the counts so far together with each run length, longest first:
        // the run that began before period r stands at r, whatever the time.
        var joint = [0.0]
        var evidence = 0.0
        var (sums, efforts) = ([0.0], [0.0])
        var modes: [Int] = []
        let (stay, change) = (Double.log(onePlus: -hazard), Double.log(hazard))
        for (period, count) in series.counts.enumerated() {
            let effort = series.exposures[period]
            if effort > 0 {
                for run in joint.indices {
                    joint[run] += Self.logPredictive(
                        count: Double(count), effort: effort, shape: prior.shape + sums[run],
                        rate: prior.rate + efforts[run])
                    sums[run] += Double(count)
                    efforts[run] += effort
                }
            }
            evidence = Self.logSum(joint)
            for run in joint.indices { joint[run] += stay }
            joint.append(evidence + change)
            sums.append(0)
            efforts.append(0)
            modes.append(joint.count - 1 - Self.lastMaximum(joint))
        }
        mostProbableRunLengths = modes
        logEvidence = evidence
        var runLengths: [Double] = []
        for value in joint.reversed() { runLengths.append(Double.exp(value - evidence)) }
        self.runLengths = runLengths
    }

    /// The log probability of a count under a Poisson rate with a gamma distribution.
    private static func logPredictive(count: Double, effort: Double, shape: Double, rate: Double) -> Double {
        let growth = Double.log(onePlus: effort / rate)
        let none = -shape * growth
        if count == 0 { return none }
        return none + Double.logGamma(shape + count) - Double.logGamma(shape) - Double.logGamma(count + 1)
            + count * (Double.log(effort / rate) - growth)
    }

    private static func logSum(_ values: [Double]) -> Double {
        var largest = -Double.infinity
        for value in values { largest = Swift.max(largest, value) }
        var sum = 0.0
        for value in values { sum += Double.exp(value - largest) }
        return largest + Double.log(sum)
    }

    private static func lastMaximum(_ values: [Double]) -> Int {
        var place = 0
        for index in values.indices where values[index] >= values[place] { place = index }
        return place
    }
}

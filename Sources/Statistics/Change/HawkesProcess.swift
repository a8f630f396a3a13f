import RealModule

/// A point process in which each event raises the chance of further ones for a while: the intensity is
/// λ(t) = μ + Σ α exp(−β (t − tᵢ)) over the events tᵢ before t.
///
/// **Never evidence of escalation.** A fit says only that the recorded times bunch together. Bunched
/// reporting (one team's visit that writes down ten explosions, a press agency's busy day, times rounded to
/// the hour) bunches just the same, and no likelihood tells the one from the other. It is here so that a
/// claim made with such a model can be recomputed.
///
/// Source: Hawkes (1971), Biometrika 58:83; log likelihood by the recursion of Ogata (1981).
public struct HawkesProcess: Sendable, Hashable {
    /// μ, the rate of events that no earlier one set off, per unit of time; positive.
    public let baseline: Double
    /// α, how much an event raises the intensity at once, per unit of time; from zero up.
    public let excitation: Double
    /// β, how fast that fades, per unit of time; positive.
    public let decay: Double

    /// α / β, the mean number of events that one event sets off directly. From one on the process explodes.
    public var branchingRatio: Double { excitation / decay }

    /// A process with its three parameters, all per unit of time and at most 10¹².
    public init(baseline: Double, excitation: Double, decay: Double) throws(StatisticsError) {
        guard baseline >= 1e-12, baseline <= 1e12, excitation >= 0, excitation <= 1e12, decay >= 1e-12,
            decay <= 1e12
        else {
            throw StatisticsError(
                .outOfRange,
                "Baseline \(baseline), excitation \(excitation) and decay \(decay): the first and the last "
                    + "must be positive, the second from zero up, all at most 1e12.")
        }
        self.baseline = baseline
        self.excitation = excitation
        self.decay = decay
    }

    /// The log likelihood of the event times in the window from zero to `end`:
    /// Σ log λ(tᵢ) − μ T − (α / β) Σ (1 − exp(−β (T − tᵢ))).
    ///
    /// - Parameters:
    ///   - times: in increasing order, from zero to `end`, no two the same.
    ///   - end: the end of the observation, T; positive.
    /// - Throws: `.malformedInput` for times out of order, out of the window or equal, `.outOfRange` for the
    ///   end.
    public func logLikelihood(of times: [Double], until end: Double) throws(StatisticsError) -> Double {
        guard end > 0, end <= 1e15 else {
            throw StatisticsError(.outOfRange, "The observation ends at \(end); give a positive time.")
        }
        var likelihood = -baseline * end
        var memory = 0.0
        var previous = -Double.infinity
        for (index, time) in times.enumerated() {
            guard time >= 0, time <= end else {
                throw StatisticsError(
                    .malformedInput, "Event \(index) at \(time) lies outside the window from 0 to \(end).")
            }
            guard time > previous else {
                throw StatisticsError(
                    .malformedInput,
                    "Event \(index) at \(time) does not come after the one before it; no two may tie."
                )
            }
            if index > 0 { memory = (memory + 1) * Double.exp(-decay * (time - previous)) }
            likelihood += Double.log(baseline + excitation * memory)
            likelihood += branchingRatio * Double.expMinusOne(-decay * (end - time))
            previous = time
        }
        return likelihood
    }
}

import RealModule

/// An alarm that rings when counts have been running above what is usual: the one-sided Poisson CUSUM chart.
///
/// The statistic starts at zero (or at a head start) and after each period with count x becomes
/// S = max(0, S + x − k). It rings when S reaches the decision interval h. The reference value
/// k = (λ₁ − λ₀) / ln(λ₁ / λ₀) makes it the quickest test for a rise from the usual rate λ₀ to λ₁. How often
/// chance alone rings it is the average run length at λ₀, which ``averageRunLength(at:)`` gives exactly and
/// every alarm carries.
///
/// Assumes independent Poisson counts in equally long, equally watched periods. Counts that vary more than
/// Poisson counts ring it far more often than the run length says. Choose λ₀ from a quiet stretch that is
/// not the one being watched.
///
/// Sources: Page (1954), Biometrika 41:100; Lucas (1985), Technometrics 27:129 (counts and head start); Lucas
/// and Crosier (1982), Technometrics 24:199. R: `surveillance::arlCusum`, which agrees where h and k are
/// multiples of its grid, and rounds them where they are not.
public struct PoissonCUSUM: Sendable, Hashable {
    /// Where the statistic starts.
    public enum HeadStart: Sendable, Hashable, CaseIterable {
        /// At zero.
        case none
        /// At half the decision interval (fast initial response), for a watch that may begin in bad times.
        case half
    }

    /// What happens after an alarm.
    public enum AfterAlarm: Sendable, Hashable, CaseIterable {
        /// The sum runs on; the chart rings again only after it has fallen below h and reaches it anew.
        case continues
        /// The sum starts again as at the beginning. Only so does the average run length hold for every
        /// alarm and not for the first alone.
        case restarts
    }

    /// λ₀, the usual number of events in a period.
    public let baseline: Double
    /// k, what each period must exceed to raise the sum.
    public let reference: Double
    /// h, the sum at which it rings.
    public let decisionInterval: Double
    /// Where the statistic starts.
    public let headStart: HeadStart

    /// A chart with a reference value of one's own.
    ///
    /// - Parameters:
    ///   - baseline: λ₀, events in a usual period; from 10⁻⁶ to 10⁶.
    ///   - reference: k, larger than the baseline in a sensible chart; same range.
    ///   - decisionInterval: h; same range.
    public init(
        baseline: Double, reference: Double, decisionInterval: Double, headStart: HeadStart = .none
    ) throws(StatisticsError) {
        try Self.check(baseline, "baseline rate")
        try Self.check(reference, "reference value")
        try Self.check(decisionInterval, "decision interval")
        self.baseline = baseline
        self.reference = reference
        self.decisionInterval = decisionInterval
        self.headStart = headStart
    }

    /// The chart that is quickest for a rise from one rate to another.
    ///
    /// - Parameters:
    ///   - baseline: λ₀, events in a usual period; from 10⁻⁶ to 10⁶.
    ///   - raised: λ₁, events in a period that it should ring for; larger.
    ///   - decisionInterval: h.
    public init(
        baseline: Double, raised: Double, decisionInterval: Double, headStart: HeadStart = .none
    ) throws(StatisticsError) {
        try self.init(
            baseline: baseline, reference: Self.reference(baseline: baseline, raised: raised),
            decisionInterval: decisionInterval, headStart: headStart)
    }

    /// k = (λ₁ − λ₀) / ln(λ₁ / λ₀), the reference value for a rise from one rate to another.
    public static func reference(baseline: Double, raised: Double) throws(StatisticsError) -> Double {
        try check(baseline, "baseline rate")
        try check(raised, "raised rate")
        guard raised > baseline else {
            throw StatisticsError(
                .outOfRange, "The raised rate \(raised) does not exceed the baseline \(baseline).")
        }
        return (raised - baseline) / Double.log(onePlus: (raised - baseline) / baseline)
    }

    private static func check(_ value: Double, _ name: String) throws(StatisticsError) {
        guard value >= 1e-6, value <= 1e6 else {
            throw StatisticsError(.outOfRange, "The \(name) is \(value); give a number from 1e-6 to 1e6.")
        }
    }

    /// Where the sum begins: zero or h / 2.
    var start: Double { headStart == .half ? decisionInterval / 2 : 0 }

    /// Sums this near to zero or h stand on it, so that ten steps of 3.1 are thirty-one and not a hair more.
    static let tolerance = 1e-9
}

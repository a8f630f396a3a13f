/// Counts by period with the effort of observation behind them, checked once and summed once.
///
/// A period whose exposure is zero was not observed. It is no zero: the sums skip it, and `positions` leads
/// from the observed periods back to the places in the input.
struct CountSeries: Sendable {
    /// The counts as given, those of unobserved periods (all zero) included.
    let counts: [Int]
    /// The exposure of each period as given, or one for each.
    let exposures: [Double]
    /// Whether every period has the exposure one.
    let isUniform: Bool
    /// Where in the input the observed periods stand, in order.
    let positions: [Int]
    /// Events before each observed period, and all events at the end: one longer than `positions`.
    let events: [Double]
    /// Exposure before each observed period, and all of it at the end: one longer than `positions`.
    let effort: [Double]

    /// The number of observed periods.
    var observed: Int { positions.count }
    var totalEvents: Double { events[observed] }
    var totalEffort: Double { effort[observed] }

    init(_ counts: [Int], exposure: [Double]?) throws(StatisticsError) {
        if let exposure, exposure.count != counts.count {
            throw StatisticsError(
                .malformedInput,
                "There are \(counts.count) counts and \(exposure.count) exposures; give one for each period.")
        }
        var positions: [Int] = []
        var events = [0.0]
        var effort = [0.0]
        var (shortest, longest) = (Double.infinity, 0.0)
        for (period, count) in counts.enumerated() {
            let here = exposure?[period] ?? 1
            guard count >= 0 else {
                throw StatisticsError(.malformedInput, "Period \(period) has the negative count \(count).")
            }
            guard here == 0 || here >= 1e-100 && here <= 1e100 else {
                throw StatisticsError(
                    .malformedInput,
                    "Period \(period) has the exposure \(here); give zero or a number from 1e-100 to 1e100.")
            }
            guard here > 0 else {
                guard count == 0 else {
                    throw StatisticsError(
                        .malformedInput, "Period \(period) has \(count) events and no exposure.")
                }
                continue
            }
            shortest = Swift.min(shortest, here)
            longest = Swift.max(longest, here)
            positions.append(period)
            events.append(events[events.count - 1] + Double(count))
            effort.append(effort[effort.count - 1] + here)
        }
        guard !positions.isEmpty else {
            throw StatisticsError(.noData, "No period was observed; give at least one with exposure.")
        }
        // Beside a longer one, a shorter exposure would be lost in the sums.
        guard shortest >= 1e-6 * longest else {
            throw StatisticsError(
                .malformedInput,
                "Exposures run from \(shortest) to \(longest); none may be below a millionth of the longest.")
        }
        // With more, a likelihood would be rounded by as much as a change may save.
        guard events[positions.count] <= 1e12 else {
            throw StatisticsError(.malformedInput, "There are more than 1e12 events; count in larger units.")
        }
        self.counts = counts
        exposures = exposure ?? Array(repeating: 1, count: counts.count)
        isUniform = exposure == nil
        self.positions = positions
        self.events = events
        self.effort = effort
    }
}

import RealModule

/// A test whether groups end at the same rate at all times.
///
/// At every time of an end, the ends expected of a group are its share of those at risk. Observed minus expected
/// ends, summed over time and strata, are compared with their covariance under the multivariate
/// hypergeometric distribution: χ² = (O − E)ᵀ V⁻ (O − E), with one degree of freedom fewer than there are groups
/// that could have had an end.
///
/// With strata, groups are compared within each stratum only, so that a difference between strata is not taken
/// for one between groups. It assumes that censoring does not depend on what would have come after. It has
/// little power where curves cross, and none of its numbers says how large a difference is. The p-value is
/// that of a large sample; doubt it below some five expected ends in a group.
///
/// Mantel (1966); Peto and Peto (1972). Agrees with `survdiff(… + strata())` of R's survival package, and
/// admits late entries as well.
public struct LogRank: Sendable, Hashable {
    /// What was seen and expected in one group.
    public struct Group: Sendable, Hashable {
        /// The name of the group.
        public let label: Int
        /// How many things belong to it.
        public let size: Int
        /// How many of them ended.
        public let observed: Int
        /// How many would have ended if all groups ended at the same rate.
        public let expected: Double
    }

    /// The groups, by ascending label.
    public let groups: [Group]
    /// The covariance of observed minus expected ends, by group and group.
    public let covariance: [[Double]]
    /// The test statistic.
    public let chiSquared: Double
    /// Its degrees of freedom.
    public let degreesOfFreedom: Int
    /// How likely so large a statistic is if there is no difference.
    public let pValue: Double

    /// The most groups that are compared.
    public static let groupLimit = 100

    /// Compares groups.
    ///
    /// - Parameters:
    ///   - durations: how long each lasted.
    ///   - groups: the group of each, any whole number.
    ///   - strata: the stratum of each, any whole number; nil for one stratum.
    /// - Throws: `.malformedInput` if lengths differ; `.tooFewData` for fewer than two groups; `.outOfRange` for
    ///   more than ``groupLimit``; `.noData` if nothing ended; `.notIdentified` if no two groups were ever at risk
    ///   together, or if at every time everything at risk ended.
    public init(
        _ durations: Durations, groups: [Int], strata: [Int]? = nil
    ) throws(StatisticsError) {
        let count = durations.count
        guard groups.count == count, strata.map({ $0.count == count }) ?? true else {
            throw StatisticsError(
                .malformedInput,
                "There are \(count) durations; give one group, and one stratum if any, for each.")
        }
        let labels = Labels(groups)
        let size = labels.names.count
        guard size >= 2 else {
            throw StatisticsError(.tooFewData, "There is one group only; a comparison needs two.")
        }
        guard size <= Self.groupLimit else {
            throw StatisticsError(
                .outOfRange, "There are \(size) groups; at most \(Self.groupLimit) are compared at once.")
        }
        guard durations.eventCount > 0 else {
            throw StatisticsError(.noData, "Nothing ended; there is nothing to compare.")
        }
        let tally = LogRankTally(durations, labels: labels, strata: strata.map(Labels.init))
        var members = [Int](repeating: 0, count: size)
        for index in labels.indices { members[index] += 1 }
        var rows: [Group] = []
        for (index, name) in labels.names.enumerated() {
            rows.append(
                Group(
                    label: name, size: members[index], observed: tally.observed[index],
                    expected: tally.expected[index]))
        }
        self.groups = rows
        covariance = (0..<size).map { i in (0..<size).map { j in tally.covariance[i, j] } }

        // The differences of all groups sum to zero, so one of those that could have had an end is left out.
        let kept = rows.indices.filter { tally.expected[$0] > 0 }.dropLast()
        guard !kept.isEmpty else { throw Self.notComparable }
        var rest: [[Double]] = []
        var differences: [Double] = []
        for i in kept {
            rest.append(kept.map { tally.covariance[i, $0] })
            differences.append(Double(tally.observed[i]) - tally.expected[i])
        }
        let solution: [Double]
        do { solution = try Matrix(rest).solvingPositiveDefinite(differences) } catch {
            throw Self.notComparable
        }
        var statistic = 0.0
        for (a, b) in zip(differences, solution) { statistic += a * b }
        chiSquared = Swift.max(0, statistic)
        degreesOfFreedom = kept.count
        pValue = ChiSquared.upperTail(chiSquared, degreesOfFreedom: Double(kept.count))
    }

    private static var notComparable: StatisticsError {
        StatisticsError(
            .notIdentified,
            "The groups cannot be compared: too few of them were at risk together when something ended; "
                + "merge groups or strata.")
    }
}

/// Observed and expected ends by group, and their covariance, summed over strata.
private struct LogRankTally {
    var observed: [Int]
    var expected: [Double]
    var covariance: Matrix

    init(_ durations: Durations, labels: Labels, strata: Labels?) {
        let size = labels.names.count
        observed = Array(repeating: 0, count: size)
        expected = Array(repeating: 0, count: size)
        covariance = Matrix(rows: size, columns: size)
        let orders = strata.map { $0.dealing(durations.order) } ?? [durations.order]
        let entryOrders = strata.map { $0.dealing(durations.entryOrder) } ?? [durations.entryOrder]
        for (order, entryOrder) in zip(orders, entryOrders) {
            add(durations, labels: labels, order: order, entryOrder: entryOrder)
        }
    }

    /// Adds one stratum, walking back in time so that those at risk are those already met.
    private mutating func add(_ durations: Durations, labels: Labels, order: [Int], entryOrder: [Int]) {
        let size = labels.names.count
        var atRisk = [Int](repeating: 0, count: size)
        var total = 0
        var place = order.count
        var entry = entryOrder.count
        while place > 0 {
            let time = durations.times[order[place - 1]]
            var ended = 0
            while place > 0 && durations.times[order[place - 1]] == time {
                place -= 1
                let position = order[place]
                let group = labels.indices[position]
                atRisk[group] += 1
                total += 1
                if durations.events[position] {
                    observed[group] += 1
                    ended += 1
                }
            }
            if let entries = durations.entries {
                while entry > 0 && entries[entryOrder[entry - 1]] >= time {
                    entry -= 1
                    atRisk[labels.indices[entryOrder[entry]]] -= 1
                    total -= 1
                }
            }
            if ended > 0 { add(ended: ended, atRisk: atRisk, total: total) }
        }
    }

    private mutating func add(ended: Int, atRisk: [Int], total: Int) {
        let n = Double(total)
        let d = Double(ended)
        let spread = total > 1 ? d * (n - d) / (n - 1) : 0
        for i in atRisk.indices where atRisk[i] > 0 {
            let share = Double(atRisk[i]) / n
            expected[i] += d * share
            guard spread > 0 else { continue }
            for j in atRisk.indices where atRisk[j] > 0 {
                covariance[i, j] += spread * share * ((i == j ? 1 : 0) - Double(atRisk[j]) / n)
            }
        }
    }
}

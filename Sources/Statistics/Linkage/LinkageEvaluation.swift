/// How well clusters agree with the truth, where the truth is known.
///
/// Pairs: of all pairs of reports put together, the share that belongs together (precision), and of all that
/// belong together, the share put together (recall). B³ (Bagga and Baldwin, 1998): the same for each report's
/// own cluster, averaged over reports, so that large clusters do not rule. Where nothing was put together the
/// precision is one, where nothing belongs together the recall is.
public struct LinkageEvaluation: Sendable, Hashable {
    /// A precision with its recall.
    public struct Agreement: Sendable, Hashable {
        /// The share of what was put together that belongs together.
        public let precision: Double
        /// The share of what belongs together that was put together.
        public let recall: Double
        /// The harmonic mean of both.
        public let f1: Double
    }

    /// By pairs of reports.
    public let pairs: Agreement
    /// By reports (B³).
    public let bCubed: Agreement
    /// How many clusters there are.
    public let clusterCount: Int
    /// How many events there are.
    public let eventCount: Int
    private let weeks: [Tally]

    /// The clusters beyond the events, as a share of the events; negative where there are too few.
    public var clusterCountError: Double { Double(clusterCount - eventCount) / Double(eventCount) }

    /// What one week, or several, add up to.
    private struct Tally: Sendable, Hashable {
        var truePairs = 0.0
        var foundPairs = 0.0
        var rightPairs = 0.0
        var reports = 0.0
        var precision = 0.0
        var recall = 0.0

        mutating func add(_ other: Tally) {
            truePairs += other.truePairs
            foundPairs += other.foundPairs
            rightPairs += other.rightPairs
            reports += other.reports
            precision += other.precision
            recall += other.recall
        }

        var pairs: Agreement {
            Agreement(
                precision: foundPairs > 0 ? rightPairs / foundPairs : 1,
                recall: truePairs > 0 ? rightPairs / truePairs : 1,
                f1: foundPairs + truePairs > 0 ? 2 * rightPairs / (foundPairs + truePairs) : 1)
        }

        /// Every report is at least with itself, so that neither share is zero.
        var bCubed: Agreement {
            Agreement(
                precision: precision / reports, recall: recall / reports,
                f1: 2 * precision * recall / ((precision + recall) * reports))
        }
    }

    /// Compares clusters with events.
    ///
    /// - Parameters:
    ///   - clusters: For every report, a label of its cluster.
    ///   - events: For every report, a label of the event it is of.
    ///   - hours: For every report, its time in hours, for the bootstrap by weeks.
    /// - Throws: ``StatisticsError`` `.malformedInput` where the lengths differ or a time is not finite or
    ///   beyond ±10⁹, `.noData` without reports.
    public init(clusters: [Int], events: [Int], hours: [Double]) throws(StatisticsError) {
        guard clusters.count == events.count, clusters.count == hours.count else {
            throw StatisticsError(
                .malformedInput,
                "\(clusters.count) clusters, \(events.count) events and \(hours.count) times are not of the same "
                    + "reports.")
        }
        guard !clusters.isEmpty else { throw StatisticsError(.noData, "There are no reports to evaluate.") }
        for time in hours where !(time.magnitude <= 1e9) {
            throw StatisticsError(.malformedInput, "\(time) is not a time in hours within ±10⁹.")
        }
        let found = Grouping(clusters)
        let truth = Grouping(events)
        var crossed: [Int] = []
        crossed.reserveCapacity(hours.count)
        for index in hours.indices {
            crossed.append(found.group[index] * truth.sizes.count + truth.group[index])
        }
        let right = Grouping(crossed)

        // Each report brings half of the pairs that it is in to its own week, so that no week holds more right
        // pairs than pairs, whichever weeks are drawn.
        var weeks: [Int: Tally] = [:]
        for index in hours.indices {
            let together = Double(found.sizes[found.group[index]])
            let belonging = Double(truth.sizes[truth.group[index]])
            let common = Double(right.sizes[right.group[index]])
            var own = Tally()
            own.truePairs = (belonging - 1) / 2
            own.foundPairs = (together - 1) / 2
            own.rightPairs = (common - 1) / 2
            own.reports = 1
            own.precision = common / together
            own.recall = common / belonging
            weeks[Self.week(hours[index]), default: Tally()].add(own)
        }
        var ordered: [Tally] = []
        var total = Tally()
        for (_, tally) in weeks.sorted(by: { $0.key < $1.key }) {
            ordered.append(tally)
            total.add(tally)
        }
        self.weeks = ordered
        pairs = total.pairs
        bCubed = total.bCubed
        clusterCount = found.sizes.count
        eventCount = truth.sizes.count
    }

    /// Intervals of both F1 by drawing whole weeks again.
    ///
    /// Reports of one week share their bursts, so weeks and not reports are drawn (block bootstrap,
    /// percentile interval; Efron and Tibshirani, 1993). Of a pair across two weeks each holds one half.
    /// - Parameters:
    ///   - replicates: How many times, from 100 to 100,000.
    ///   - level: The share of replicates inside, inside (0, 1).
    ///   - seed: Fixes the draws.
    /// - Throws: ``StatisticsError`` `.tooFewData` with reports in fewer than two weeks, `.outOfRange`.
    public func bootstrapByWeek(
        replicates: Int = 1_000, level: Double = 0.95, seed: UInt64
    ) throws(StatisticsError) -> (pairs: Interval, bCubed: Interval) {
        guard weeks.count >= 2 else {
            throw StatisticsError(.tooFewData, "All reports are of one week; a bootstrap by weeks needs two.")
        }
        guard replicates >= 100, replicates <= 100_000, level > 0, level < 1 else {
            throw StatisticsError(
                .outOfRange,
                "\(replicates) replicates at level \(level) are outside of 100 to 100,000 and 0 to 1.")
        }
        var generator = SeededGenerator(seed: seed)
        var pairs: [Double] = []
        var bCubed: [Double] = []
        for _ in 0..<replicates {
            var total = Tally()
            for _ in weeks.indices { total.add(weeks[Int(generator.uniform() * Double(weeks.count))]) }
            pairs.append(total.pairs.f1)
            bCubed.append(total.bCubed.f1)
        }
        return (Self.interval(pairs, level), Self.interval(bCubed, level))
    }

    private static func interval(_ values: [Double], _ level: Double) -> Interval {
        let sorted = values.sorted()
        func quantile(_ share: Double) -> Double {
            let place = share * Double(sorted.count - 1)
            let below = Int(place)
            let above = min(below + 1, sorted.count - 1)
            return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
        }
        return Interval(lower: quantile((1 - level) / 2), upper: quantile((1 + level) / 2))
    }

    private static func week(_ hours: Double) -> Int { Int((hours / 168).rounded(.down)) }
}

/// Labels as groups: which of them each report has, and how many reports have each.
private struct Grouping {
    private(set) var group: [Int] = []
    private(set) var sizes: [Int] = []

    init(_ labels: [Int]) {
        var places: [Int: Int] = [:]
        group.reserveCapacity(labels.count)
        for label in labels {
            let place = places[label] ?? sizes.count
            if place == sizes.count {
                places[label] = place
                sizes.append(0)
            }
            group.append(place)
            sizes[place] += 1
        }
    }
}

extension Linkage {
    /// How well the clusters agree with events that are known.
    ///
    /// - Parameters:
    ///   - reports: The reports as they were given.
    ///   - events: For every report, a label of the event it is of.
    /// - Throws: As ``LinkageEvaluation/init(clusters:events:hours:)``.
    public func evaluation(
        of reports: [EventReport], events: [Int]
    ) throws(StatisticsError) -> LinkageEvaluation {
        try LinkageEvaluation(clusters: labels, events: events, hours: reports.map(\.hours))
    }
}

package import Statistics

/// Which reports tell of one event, with the names that people gave them.
package struct Linking: Sendable {
    /// Several reports of one event.
    package struct Cluster: Sendable {
        /// The places of the reports in the input, ascending.
        package var reports: [Int]
        package var observers: [String]
        package var hours: ClosedRange<Double>
    }

    package let linkage: Linkage
    /// The names of the reports, by their numbers.
    package let names: [String]
    /// The observer of each report.
    package let observers: [String]
    package let hours: [Double]
    /// All clusters in the order of their first report, those of one report among them.
    package let clusters: [Cluster]
    /// How many clusters there would be with a threshold lower and higher by one bit.
    package let moved: (lower: Int, higher: Int)
    /// For each report, the place of its cluster.
    package let clusterOf: [Int]

    /// - Parameters:
    ///   - linkage: over reports that are numbered from zero.
    ///   - names, observers: one for each report.
    package init(
        _ linkage: Linkage, names: [String], observers: [String], hours: [Double]
    ) throws(StatisticsError) {
        self.linkage = linkage
        self.names = names
        self.observers = observers
        self.hours = hours
        moved = try linkage.clusterCounts(movedBy: 1)
        var clusters: [Cluster] = []
        var clusterOf = [Int](repeating: 0, count: names.count)
        for members in linkage.clusters {
            var seen: [String] = []
            for member in members {
                clusterOf[member] = clusters.count
                if !seen.contains(observers[member]) { seen.append(observers[member]) }
            }
            let times = members.map { hours[$0] }
            let (first, last) = (times.min() ?? 0, times.max() ?? 0)
            clusters.append(Cluster(reports: members, observers: seen.sorted(), hours: first...last))
        }
        self.clusters = clusters
        self.clusterOf = clusterOf
    }

    package var observerCount: Int { Set(observers).count }

    /// The clusters that hold more than one report.
    package var linked: [Cluster] { clusters.filter { $0.reports.count > 1 } }

    /// A cluster is called by the first of its reports.
    package func name(of cluster: Cluster) -> String { cluster.reports.first.map { names[$0] } ?? "" }

    /// What the score of a pair is made of; where a date may have slipped, the time is no part of it.
    package func parts(of review: Linkage.Review) -> [PairExplanation.Part] {
        let parts = (try? linkage.explain(review.pair.first, review.pair.second))?.parts ?? []
        return review.reason == .dateSlip ? parts.filter { $0.feature != .time } : parts
    }
}

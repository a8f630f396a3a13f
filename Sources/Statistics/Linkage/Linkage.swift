/// Which reports tell of one event: clusters of reports, and the pairs that a person should look at.
///
/// Pairs that score at least the threshold T are joined, best first, equal scores by the smaller number of the
/// first report and then of the second. A cluster holds no source twice, and all pairs across two joined
/// clusters score at least T − 3 bits. Pairs from T − 2 up to T go to a person, and so does every pair whose
/// dates seem to have slipped by a day. Scores never see who is blamed.
public struct Linkage: Sendable {
    /// A pair that a person should look at.
    public struct Review: Sendable, Hashable {
        /// Why it is shown.
        public enum Reason: String, Sendable, Hashable {
            /// Its score is below the threshold by no more than two bits.
            case belowThreshold
            /// The two are a day apart, and otherwise near and of one type; the score leaves time out.
            case dateSlip
        }

        /// The two reports, which stand in different clusters.
        public let pair: ReportPair
        /// The log odds in bits that they are of one event.
        public let score: Double
        /// Why it is shown.
        public let reason: Reason
        /// Whether the two clusters could be joined without a source standing twice.
        ///
        /// Where they could not, one of the two reports has a better partner already.
        public let fits: Bool
    }

    /// The pairs that were compared.
    public let candidates: CandidatePairs
    /// The weights of the score.
    public let weights: MatchWeights
    /// The score from which pairs are linked, in bits.
    public let threshold: Double
    /// The pairs for a person: those below the threshold, then those a day apart, each by falling score, equal
    /// scores by numbers.
    public let review: [Review]
    /// How many clusters there are, reports that stand alone among them.
    public let clusterCount: Int
    /// How many pairs reach the threshold but stay apart, as a source would stand twice or some cross pair is
    /// too weak.
    public let refusals: Int
    /// For every row, the smallest row of its cluster.
    let cluster: [UInt32]

    /// Links candidate pairs.
    ///
    /// - Parameters:
    ///   - candidates: The pairs that were compared.
    ///   - weights: Weights for the same bins; from labels where there are any.
    ///   - threshold: T in bits. At −2 a pair is linked when the odds are at least one to four, which a
    ///     cluster's other pairs then bear out or not.
    /// - Throws: ``StatisticsError`` `.malformedInput` where the weights are for other bins, `.outOfRange` where
    ///   the threshold is beyond ±1,000.
    public init(
        _ candidates: CandidatePairs, weights: MatchWeights = .standard, threshold: Double = -2
    ) throws(StatisticsError) {
        guard threshold.magnitude <= 1_000 else {
            throw StatisticsError(.outOfRange, "The threshold \(threshold) is not within ±1,000 bits.")
        }
        guard weights.levels == candidates.levels else {
            throw StatisticsError(
                .malformedInput, "The weights are for other bins of distance and time than the pairs.")
        }
        let links = RankedPairs(
            candidates, scores: weights.scores(), threshold: threshold, review: threshold - 2,
            floor: threshold - 3)
        let clustering = BoundedClustering(candidates, links)
        var count = 0
        for (row, first) in clustering.cluster.enumerated() where first == row { count += 1 }
        self.candidates = candidates
        self.weights = weights
        self.threshold = threshold
        cluster = clustering.cluster
        refusals = clustering.refusals
        clusterCount = count
        review = Self.review(candidates, links, clustering, slipScores: weights.scores(without: .time))
    }

    private static func review(
        _ candidates: CandidatePairs, _ links: RankedPairs, _ clustering: BoundedClustering,
        slipScores: [Double]
    ) -> [Review] {
        var review: [Review] = []
        func add(_ one: Int, _ other: Int, _ score: Double, _ reason: Review.Reason) {
            guard clustering.cluster[one] != clustering.cluster[other] else { return }
            guard !candidates.settled.isKeptApart(one, other) else { return }
            review.append(
                Review(
                    pair: ReportPair(candidates.table.ids[one], candidates.table.ids[other]), score: score,
                    reason: reason, fits: clustering.sourcesFit(one, other)))
        }
        for place in links.doubtful {
            add(links.first(place), links.second(place), links.score(place), .belowThreshold)
        }
        let table = candidates.table
        let slips = candidates.slips.sorted {
            let scores = (
                slipScores[CandidatePairs.Packed.pattern($0)], slipScores[CandidatePairs.Packed.pattern($1)]
            )
            if scores.0 != scores.1 { return scores.0 > scores.1 }
            return table.numberOrder(CandidatePairs.Packed.first($0), CandidatePairs.Packed.second($0))
                < table.numberOrder(CandidatePairs.Packed.first($1), CandidatePairs.Packed.second($1))
        }
        for slip in slips {
            add(
                CandidatePairs.Packed.first(slip), CandidatePairs.Packed.second(slip),
                slipScores[CandidatePairs.Packed.pattern(slip)], .dateSlip)
        }
        return review
    }

    /// The clusters by the numbers of their reports, each ascending, in the order of their smallest numbers.
    public var clusters: [[Int]] {
        var places = [Int?](repeating: nil, count: cluster.count)
        var clusters: [[Int]] = []
        clusters.reserveCapacity(clusterCount)
        for row in candidates.table.rowsByNumber {
            let first = Int(cluster[Int(row)])
            if let place = places[first] {
                clusters[place].append(candidates.table.ids[Int(row)])
            } else {
                places[first] = clusters.count
                clusters.append([candidates.table.ids[Int(row)]])
            }
        }
        return clusters
    }

    /// For every report in the order in which they were given, the smallest number in its cluster.
    public var labels: [Int] {
        let table = candidates.table
        var smallest = [Int?](repeating: nil, count: cluster.count)
        var labels = [Int](repeating: 0, count: cluster.count)
        for row in table.rowsByNumber {
            let first = Int(cluster[Int(row)])
            let label = smallest[first] ?? table.ids[Int(row)]
            smallest[first] = label
            labels[Int(table.positions[Int(row)])] = label
        }
        return labels
    }

    /// How many clusters there would be with the threshold moved down and up by some bits.
    ///
    /// A count that moves much says that the threshold, not the reports, decides it.
    /// - Throws: ``StatisticsError`` `.outOfRange` where a threshold is beyond ±1,000.
    public func clusterCounts(movedBy bits: Double = 1) throws(StatisticsError) -> (lower: Int, higher: Int) {
        (
            lower: try Linkage(candidates, weights: weights, threshold: threshold - bits).clusterCount,
            higher: try Linkage(candidates, weights: weights, threshold: threshold + bits).clusterCount
        )
    }
}

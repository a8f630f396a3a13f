/// A series cut into stretches within which it keeps one level.
public struct Segmentation: Sendable, Hashable {
    /// A stretch of the series and the level it keeps.
    public struct Segment: Sendable, Hashable {
        /// Where the stretch lies in the input, counted from zero. Periods without observation that follow
        /// its last observed one belong to it.
        public let range: Range<Int>
        /// How many observed values it holds.
        public let observations: Int
        /// The mean of the values; for counts, the events per unit of exposure.
        public let mean: Double
        /// The fitted variance, where each stretch has one of its own; otherwise nothing.
        public let variance: Double?
    }

    /// The stretches in order, which together cover the input.
    public let segments: [Segment]
    /// The least value of the criterion: the costs of all stretches plus one penalty for each change.
    public let cost: Double
    /// The penalty for each change that the search was run with.
    public let penalty: Double

    /// Where the level changes: the index, from zero, of the first observation at the new level.
    ///
    /// The same number says how many places lie before the change, so it is also the number that R, which
    /// counts from one, gives as the last observation at the old level.
    public var changes: [Int] { segments.dropFirst().map(\.range.lowerBound) }
}

extension Segmentation {
    /// The stretches that end before the given observed periods.
    init(
        ends: [Int], positions: [Int]?, count: Int, cost: Double, penalty: Double,
        level: (Int, Int) -> (mean: Double, variance: Double?)
    ) {
        var segments: [Segment] = []
        var start = 0
        for end in ends {
            let isFirst = segments.isEmpty
            let isLast = end == ends.last
            let lower = isFirst ? 0 : positions?[start] ?? start
            let upper = isLast ? count : positions?[end] ?? end
            let level = level(start, end)
            segments.append(
                Segment(
                    range: lower..<upper, observations: end - start, mean: level.mean,
                    variance: level.variance))
            start = end
        }
        self.segments = segments
        self.cost = cost
        self.penalty = penalty
    }
}

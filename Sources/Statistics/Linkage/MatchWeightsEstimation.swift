/// A pair of reports that a person has looked at.
public struct LabelledPair: Sendable, Hashable {
    /// The two reports.
    public let pair: ReportPair
    /// Whether both are of one event.
    public let isOneEvent: Bool

    /// A pair and what a person says of it.
    public init(_ pair: ReportPair, isOneEvent: Bool) {
        self.pair = pair
        self.isOneEvent = isOneEvent
    }
}

extension MatchWeights {
    /// Weights counted from labelled pairs.
    ///
    /// For every feature and level, m is the share of that level among the labelled pairs of one event that
    /// state the feature, and u among the others; half a pair is added to every level, so that a level
    /// nobody saw does not weigh infinitely. The prior is the share of pairs of one event, with half a pair
    /// added to both sides. The labelled pairs must be a fair sample of the candidate pairs, such as
    /// ``CandidatePairs/sample(_:using:)`` draws.
    ///
    /// - Throws: ``StatisticsError`` `.malformedInput` where a pair is none of the candidate pairs;
    ///   `.tooFewData` without at least one pair of one event and one other.
    public init(labels: [LabelledPair], of candidates: CandidatePairs) throws(StatisticsError) {
        let comparison = PairComparison(candidates.levels)
        var matches = [Double](repeating: 0, count: candidates.levels.patternCount)
        var others = matches
        var matchCount = 0
        for label in labels {
            let one = try candidates.table.existingRow(of: label.pair.first)
            let other = try candidates.table.existingRow(of: label.pair.second)
            guard candidates.isCandidate(one, other) else {
                throw StatisticsError(
                    .malformedInput,
                    "Reports \(label.pair.first) and \(label.pair.second) are of one source or not near each "
                        + "other; label pairs that are drawn from the candidates.")
            }
            let pattern = comparison.pattern(candidates.table.report(one), candidates.table.report(other))
            if label.isOneEvent {
                matches[pattern] += 1
                matchCount += 1
            } else {
                others[pattern] += 1
            }
        }
        guard matchCount > 0, matchCount < labels.count else {
            throw StatisticsError(
                .tooFewData,
                "Weights need labelled pairs of one event and of different events; \(matchCount) of "
                    + "\(labels.count) are of one event. Label more.")
        }
        self = LevelCounter(candidates.levels).weights(matches: matches, others: others)
    }

    /// Weights estimated from the candidate pairs alone, by expectation and maximization.
    ///
    /// The pairs are a mixture of two classes in which the features are independent (Winkler, 1988). It
    /// starts from a prior of 0.2, shares among pairs of one event that halve from level to level, and the
    /// observed shares among the others; a round reckons for every pattern how likely it is to be of one
    /// event, then counts as ``init(labels:of:)`` does, with those likelihoods as counts. It ends when no
    /// share moves by more than 10⁻⁷. Nothing is random. The two classes are what separates best, which need
    /// not be events: expect less than from labels.
    ///
    /// - Throws: ``StatisticsError`` `.noData` without pairs, `.notConverged` after 10,000 rounds, `.notIdentified`
    ///   where pairs of one event would not be nearer to each other than other pairs.
    public init(estimatedFrom candidates: CandidatePairs) throws(StatisticsError) {
        guard candidates.count > 0 else {
            throw StatisticsError(.noData, "No two reports are near each other, so nothing can be estimated.")
        }
        let counts = candidates.patternCounts
        let counter = LevelCounter(candidates.levels)
        var weights = counter.weights(matches: counts, others: counts).withHalvingMatches(prior: 0.2)
        for _ in 0..<10_000 {
            let scores = weights.scores()
            var matches = counts
            var others = counts
            for (pattern, count) in counts.enumerated() where count > 0 {
                matches[pattern] = count * FellegiSunter.probability(score: scores[pattern])
                others[pattern] = count - matches[pattern]
            }
            let next = counter.weights(matches: matches, others: others)
            let change = next.largestChange(from: weights)
            weights = next
            guard change <= 1e-7 else { continue }
            guard let near = weights.bits(of: .distance).first, let soon = weights.bits(of: .time).first,
                near + soon > 0
            else {
                throw StatisticsError(
                    .notIdentified,
                    "The pairs do not fall into near and chance ones; label some pairs instead.")
            }
            self = weights
            return
        }
        throw StatisticsError(
            .notConverged, "The weights did not settle in 10,000 rounds; label some pairs instead.")
    }

    private func withHalvingMatches(prior: Double) -> MatchWeights {
        var start: [Shares] = []
        for observed in shares {
            let last = observed.others.count - 1
            var halving: [Double] = []
            for level in 0...last { halving.append(1 / Double(1 << min(level + 1, last))) }
            start.append(Shares(matches: halving, others: observed.others))
        }
        return MatchWeights(checkedLevels: levels, prior: prior, shares: start)
    }

    private func largestChange(from other: MatchWeights) -> Double {
        var change = (prior - other.prior).magnitude
        for (mine, theirs) in zip(shares, other.shares) {
            for (one, another) in zip(mine.matches, theirs.matches) {
                change = max(change, (one - another).magnitude)
            }
            for (one, another) in zip(mine.others, theirs.others) {
                change = max(change, (one - another).magnitude)
            }
        }
        return change
    }
}

/// Turns counts of patterns into counts of levels, and those into weights.
private struct LevelCounter {
    private let levels: ComparisonLevels
    /// For every pattern, where in a list of all levels of all features those it shows stand.
    private let shown: [[Int]]
    /// Where in that list each feature begins, and the end.
    private let starts: [Int]

    init(_ levels: ComparisonLevels) {
        self.levels = levels
        var starts = [0]
        for feature in LinkageFeature.allCases {
            starts.append((starts.last ?? 0) + levels.levels(of: feature).count)
        }
        var shown: [[Int]] = []
        for pattern in 0..<levels.patternCount {
            var places: [Int] = []
            for (start, level) in zip(starts, levels.split(pattern)) {
                if let level { places.append(start + level) }
            }
            shown.append(places)
        }
        self.starts = starts
        self.shown = shown
    }

    func weights(matches: [Double], others: [Double]) -> MatchWeights {
        var matchSum = 0.0
        var otherSum = 0.0
        var matchLevels = [Double](repeating: 0.5, count: starts.last ?? 0)
        var otherLevels = matchLevels
        for pattern in matches.indices where matches[pattern] > 0 || others[pattern] > 0 {
            matchSum += matches[pattern]
            otherSum += others[pattern]
            for place in shown[pattern] {
                matchLevels[place] += matches[pattern]
                otherLevels[place] += others[pattern]
            }
        }
        var shares: [MatchWeights.Shares] = []
        for (start, end) in zip(starts, starts.dropFirst()) {
            shares.append(
                .init(
                    matches: Self.normalized(matchLevels[start..<end]),
                    others: Self.normalized(otherLevels[start..<end])))
        }
        return MatchWeights(
            checkedLevels: levels, prior: (matchSum + 0.5) / (matchSum + otherSum + 1), shares: shares)
    }

    private static func normalized(_ counts: ArraySlice<Double>) -> [Double] {
        var sum = 0.0
        for count in counts { sum += count }
        return counts.map { $0 / sum }
    }
}

extension CandidatePairs {
    /// How many pairs show each pattern.
    var patternCounts: [Double] {
        var counts = [Double](repeating: 0, count: levels.patternCount)
        for pair in pairs { counts[Packed.pattern(pair)] += 1 }
        return counts
    }

    /// Whether two rows are of different sources and within the window of each other.
    func isCandidate(_ one: Int, _ other: Int) -> Bool {
        let east = table.x[one] - table.x[other]
        let north = table.y[one] - table.y[other]
        return table.sources[one] != table.sources[other]
            && (table.hours[one] - table.hours[other]).magnitude <= window.hours
            && east * east + north * north <= window.kilometres * window.kilometres
    }
}

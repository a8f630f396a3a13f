/// Why two reports stand together or apart: the parts of their score, and what became of it.
public struct PairExplanation: Sendable, Hashable {
    /// What one feature says.
    public struct Part: Sendable, Hashable {
        /// The feature.
        public let feature: LinkageFeature
        /// How well the two agree on it.
        public let level: AgreementLevel
        /// What that weighs, in bits.
        public let bits: Double
    }

    /// What became of the pair.
    public enum Outcome: String, Sendable, Hashable {
        /// A person linked them, or linked both with others.
        case linkedByPerson
        /// A person keeps them apart.
        case keptApartByPerson
        /// One source entered one report twice.
        case ownDuplicates
        /// They stand in one cluster by their score.
        case linked
        /// The score reaches the threshold, but a source would stand twice or another pair is too weak.
        case bounded
        /// Just below the threshold: for a person to decide.
        case review
        /// A day apart, otherwise near and of one type: for a person to decide.
        case dateSlip
        /// The score is too low.
        case tooWeak
        /// Two reports of one source that are not duplicates.
        case sameSource
        /// Too far apart, one without a place, or in a cell that had no room.
        case notCompared
    }

    /// The two reports.
    public let pair: ReportPair
    /// What all candidate pairs start from, in bits.
    public let prior: Double
    /// The features, in their order.
    public let parts: [Part]
    /// What became of the pair.
    public let outcome: Outcome

    /// The log odds in bits that the two are of one event: the prior and the parts.
    public var score: Double {
        var score = prior
        for part in parts { score += part.bits }
        return score
    }

    /// The probability that goes with the score.
    public var probability: Double { FellegiSunter.probability(score: score) }
}

extension Linkage {
    /// Why two reports stand together or apart.
    ///
    /// - Throws: ``StatisticsError`` `.malformedInput` where a number is unknown, or both are the same.
    public func explain(_ one: Int, _ other: Int) throws(StatisticsError) -> PairExplanation {
        let pair = ReportPair(one, other)
        guard one != other else {
            throw StatisticsError(.malformedInput, "Report \(one) is one report; name two.")
        }
        let first = try candidates.table.existingRow(of: pair.first)
        let second = try candidates.table.existingRow(of: pair.second)
        let pattern = PairComparison(candidates.levels).pattern(
            candidates.table.report(first), candidates.table.report(second))
        let split = candidates.levels.split(pattern)
        let isPlaced = !candidates.table.x[first].isNaN && !candidates.table.x[second].isNaN
        var parts: [PairExplanation.Part] = []
        for feature in LinkageFeature.allCases {
            if let level = split[feature.place], feature != .distance || isPlaced {
                parts.append(
                    .init(
                        feature: feature, level: candidates.levels.levels(of: feature)[level],
                        bits: weights.bits(of: feature)[level]))
            } else {
                parts.append(.init(feature: feature, level: .missing, bits: 0))
            }
        }
        let score = weights.scores()[pattern]
        return PairExplanation(
            pair: pair, prior: weights.priorBits, parts: parts, outcome: outcome(first, second, score))
    }

    private func outcome(_ one: Int, _ other: Int, _ score: Double) -> PairExplanation.Outcome {
        let settled = candidates.settled
        let speakers = (Int(settled.speaker[one]), Int(settled.speaker[other]))
        if speakers.0 == speakers.1 { return .ownDuplicates }
        if settled.isKeptApart(speakers.0, speakers.1) { return .keptApartByPerson }
        if settled.group[speakers.0] == settled.group[speakers.1] { return .linkedByPerson }
        if cluster[one] == cluster[other] { return .linked }
        if candidates.table.sources[one] == candidates.table.sources[other] { return .sameSource }
        if candidates.isSlip(speakers.0, speakers.1) { return .dateSlip }
        guard candidates.isCompared(speakers.0, speakers.1) else { return .notCompared }
        return score >= threshold ? .bounded : score >= threshold - 2 ? .review : .tooWeak
    }
}

import RealModule

/// What each level of agreement weighs, as the shares of pairs that show it.
///
/// The score of a pair is log₂(p / (1 − p)) + Σ log₂(m / u) over the features that both reports state, p
/// being the share of candidate pairs that are of one event: the log odds, in bits, that the pair is. A
/// feature that is missing weighs nothing.
public struct MatchWeights: Sendable, Hashable {
    /// How the pairs that state a feature fall on its levels, best agreement first.
    public struct Shares: Sendable, Hashable {
        /// The shares among pairs of one event (m).
        public let matches: [Double]
        /// The shares among the other pairs (u).
        public let others: [Double]

        /// Two lists of shares, each summing to one.
        public init(matches: [Double], others: [Double]) {
            self.matches = matches
            self.others = others
        }

        /// The weight of every level in bits.
        public var bits: [Double] {
            var bits: [Double] = []
            for (m, u) in zip(matches, others) { bits.append(FellegiSunter.weight(m, u)) }
            return bits
        }
    }

    /// The bins that the weights are for.
    public let levels: ComparisonLevels
    /// The share of candidate pairs that are of one event.
    public let prior: Double
    /// In the order of the features.
    let shares: [Shares]

    /// Weights whose shares are known.
    ///
    /// - Throws: ``StatisticsError`` `.malformedInput` where a feature is absent, its shares do not fit its
    ///   levels or do not sum to one within 0.001; `.outOfRange` where a share or the prior is not above zero
    ///   and below or at one.
    public init(
        levels: ComparisonLevels = .standard, prior: Double, shares: [LinkageFeature: Shares]
    ) throws(StatisticsError) {
        guard prior > 0, prior < 1 else {
            throw StatisticsError(.outOfRange, "The prior \(prior) must lie between 0 and 1.")
        }
        var ordered: [Shares] = []
        for feature in LinkageFeature.allCases {
            let count = levels.levels(of: feature).count
            guard let given = shares[feature] else {
                throw StatisticsError(.malformedInput, "The shares of \(feature.rawValue) are absent.")
            }
            for list in [given.matches, given.others] {
                guard list.count == count else {
                    throw StatisticsError(
                        .malformedInput, "\(feature.rawValue) has \(count) levels, but \(list.count) shares.")
                }
                var sum = 0.0
                for share in list {
                    guard share > 0, share <= 1 else {
                        throw StatisticsError(
                            .outOfRange,
                            "The share \(share) of \(feature.rawValue) is not above 0 and at most 1.")
                    }
                    sum += share
                }
                guard (sum - 1).magnitude <= 1e-3 else {
                    throw StatisticsError(
                        .malformedInput, "The shares of \(feature.rawValue) sum to \(sum) and not to one.")
                }
            }
            ordered.append(given)
        }
        self.init(checkedLevels: levels, prior: prior, shares: ordered)
    }

    init(checkedLevels: ComparisonLevels, prior: Double, shares: [Shares]) {
        levels = checkedLevels
        self.prior = prior
        self.shares = shares
    }

    /// The weight of every level of a feature, best agreement first, in bits.
    public func bits(of feature: LinkageFeature) -> [Double] { shares(of: feature).bits }

    /// How pairs fall on the levels of a feature.
    public func shares(of feature: LinkageFeature) -> Shares { shares[feature.place] }

    /// What every pair starts from, log₂(p / (1 − p)), in bits.
    public var priorBits: Double { FellegiSunter.weight(prior, 1 - prior) }

    /// The score of every pattern; without some feature, as if that were missing.
    func scores(without left: LinkageFeature? = nil) -> [Double] {
        var weights: [[Double]] = []
        for feature in LinkageFeature.allCases {
            // Listed levels come first, so that the levels past them are what is missing.
            var bits = bits(of: feature)
            if feature == left { bits = [Double](repeating: 0, count: bits.count) }
            if feature != .distance && feature != .time { bits.append(0) }
            weights.append(bits)
        }
        var scores = [priorBits]
        for bits in weights {
            var longer: [Double] = []
            longer.reserveCapacity(scores.count * bits.count)
            for score in scores {
                for weight in bits { longer.append(score + weight) }
            }
            scores = longer
        }
        return scores
    }
}

extension MatchWeights {
    /// Measured weights, for a first look before anybody has labelled a pair.
    ///
    /// They are those of all candidate pairs within 8 hours and 10 kilometres of the simulation that comes
    /// with the benchmarks (19,200 incidents, seed 1994), to four digits. Monitors elsewhere err otherwise:
    /// label some pairs and use ``init(labels:of:)``.
    public static let standard = MatchWeights(
        checkedLevels: .standard, prior: 0.2576,
        shares: [
            Shares(
                matches: [0.0907, 0.2227, 0.3597, 0.2182, 0.0912, 0.0175],
                others: [0.0221, 0.0606, 0.1456, 0.1797, 0.2519, 0.3401]),
            Shares(
                matches: [0.2831, 0.4385, 0.2408, 0.0347, 0.0028, 0.0001],
                others: [0.0632, 0.1269, 0.1922, 0.1896, 0.1858, 0.2423]),
            Shares(matches: [0.8476, 0.1524], others: [0.2781, 0.7219]),
            Shares(matches: [0.5461, 0.4539], others: [0.2227, 0.7773]),
            Shares(matches: [0.2891, 0.3931, 0.3178], others: [0.2781, 0.3944, 0.3275]),
        ])
}

import RealModule

/// The arithmetic of Fellegi and Sunter (1969): evidence that two records are of one thing, in bits.
///
/// A feature that agrees in a share m of the pairs of one event and in a share u of the other pairs adds
/// log₂(m / u) when it agrees and log₂((1 − m) / (1 − u)) when it does not. Features count as independent
/// given the event.
public enum FellegiSunter {
    /// The sum of the weights of a pattern of agreements, in bits.
    ///
    /// - Parameters:
    ///   - matches: For every feature, the share m of pairs of one event that agree on it, inside (0, 1).
    ///   - others: For every feature, the share u of the other pairs that agree on it, inside (0, 1).
    ///   - agreements: For every feature whether this pair agrees on it; `nil` where it is missing, which
    ///     weighs nothing.
    /// - Throws: ``StatisticsError`` `.malformedInput` where the lengths differ, `.outOfRange` where a share is
    ///   not inside (0, 1).
    public static func bits(
        matches: [Double], others: [Double], agreements: [Bool?]
    ) throws(StatisticsError) -> Double {
        guard matches.count == others.count, matches.count == agreements.count else {
            throw StatisticsError(
                .malformedInput,
                "\(matches.count) and \(others.count) shares do not fit \(agreements.count) agreements.")
        }
        var sum = 0.0
        for (index, agrees) in agreements.enumerated() {
            let m = matches[index]
            let u = others[index]
            guard m > 0, m < 1, u > 0, u < 1 else {
                throw StatisticsError(
                    .outOfRange, "Feature \(index): the shares \(m) and \(u) must lie between 0 and 1.")
            }
            guard let agrees else { continue }
            sum += agrees ? weight(m, u) : weight(1 - m, 1 - u)
        }
        return sum
    }

    /// The probability that a pair with this evidence is of one event: odds 2^bits × p / (1 − p).
    ///
    /// - Parameters:
    ///   - bits: The sum of the weights.
    ///   - prior: The share p of pairs that are of one event before anything is compared, inside (0, 1).
    /// - Throws: ``StatisticsError`` `.outOfRange` where the prior is not inside (0, 1), `.malformedInput`
    ///   where the bits are not a number.
    public static func probability(bits: Double, prior: Double) throws(StatisticsError) -> Double {
        guard prior > 0, prior < 1 else {
            throw StatisticsError(.outOfRange, "The prior \(prior) must lie between 0 and 1.")
        }
        guard !bits.isNaN else {
            throw StatisticsError(.malformedInput, "The evidence is not a number of bits.")
        }
        return probability(score: bits + weight(prior, 1 - prior))
    }

    /// The weight log₂(m / u).
    static func weight(_ m: Double, _ u: Double) -> Double { Double.log2(m) - Double.log2(u) }

    /// The probability whose log odds, in bits, are the score.
    static func probability(score: Double) -> Double { 1 / (1 + Double.exp2(-score)) }
}

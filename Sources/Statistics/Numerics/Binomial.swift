import RealModule

/// The binomial distribution of successes among n trials.
enum Binomial {
    /// The chance of exactly k successes; k and n whole, 0 ≤ k ≤ n.
    static func mass(_ k: Double, trials n: Double, probability p: Double) -> Double {
        if p <= 0 || p >= 1 { return k == (p <= 0 ? 0 : n) ? 1 : 0 }
        if k == 0 { return Double.exp(n * Double.log(onePlus: -p)) }
        if k == n { return Double.exp(n * Double.log(p)) }
        return Beta.mass(p, 1 - p, k, n - k)
    }

    /// The chance of at most k successes.
    static func cumulative(_ k: Double, trials n: Double, probability p: Double) -> Double {
        if k < 0 { return 0 }
        return k >= n ? 1 : Beta.tails(p, complement: 1 - p, k + 1, n - k).upper
    }

    /// The chance of at least k successes.
    static func atLeast(_ k: Double, trials n: Double, probability p: Double) -> Double {
        if k <= 0 { return 1 }
        return k > n ? 0 : Beta.tails(p, complement: 1 - p, k, n - k + 1).lower
    }

    /// The two-sided p-value of k successes: the chance of all numbers no likelier than k itself.
    ///
    /// As R's `binom.test` and `poisson.test`, which also count what is likelier by no more than 10⁻⁷.
    static func twoSided(_ k: Double, trials n: Double, probability p: Double) -> Double {
        if p <= 0 || p >= 1 { return k == (p <= 0 ? 0 : n) ? 1 : 0 }
        let expected = n * p
        if k == expected { return 1 }
        let limit = mass(k, trials: n, probability: p) * (1 + 1e-7)
        // On either side of the mean the chances fall outwards, so that halving finds where they pass the limit.
        func first(from start: Double, to end: Double, where isFound: (Double) -> Bool) -> Double {
            var (low, high) = (start, end)
            // Bounded, because beyond 2⁵³ numbers are no longer one apart.
            for _ in 0..<128 where low < high {
                let middle = ((low + high) / 2).rounded(.down)
                if isFound(middle) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        if k < expected {
            let other = first(from: expected.rounded(.up), to: n + 1) {
                mass($0, trials: n, probability: p) <= limit
            }
            return Swift.min(
                1,
                cumulative(k, trials: n, probability: p) + atLeast(other, trials: n, probability: p))
        }
        let likelier = first(from: 0, to: expected.rounded(.down) + 1) {
            mass($0, trials: n, probability: p) > limit
        }
        return Swift.min(
            1, cumulative(likelier - 1, trials: n, probability: p) + atLeast(k, trials: n, probability: p))
    }
}

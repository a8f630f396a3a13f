import RealModule

/// How far the estimated place of a break may lie from the true one.
enum BreakPlace {
    /// How many observations the true place may lie before and after the estimate, each with the tail chance.
    ///
    /// An estimate that comes too late has wandered among observations of the new regime, so the reach before
    /// it depends on their variance; and the other way round.
    static func reach(
        shift: Double, before: Double, after: Double, tail: Double
    ) -> (before: Double, after: Double)? {
        let square = shift * shift
        guard before > 0, after > 0, square > 0,
            let early = quantile(tail: tail, ratio: before / after),
            let late = quantile(tail: tail, ratio: after / before)
        else { return nil }
        let reach = (before: early * after / square, after: late * before / square)
        return reach.before.isFinite && reach.after.isFinite ? reach : nil
    }

    /// The distance that is exceeded on one side with the given chance; nothing where the side as a whole has
    /// less.
    static func quantile(tail: Double, ratio: Double) -> Double? {
        guard ratio > 1e-12, ratio < 1e12, chance(beyond: 0, ratio: ratio) >= tail else { return nil }
        var far = 1.0
        while chance(beyond: far, ratio: ratio) > tail { far *= 2 }
        // Without a slope the search halves its bracket.
        return Root.ofIncreasing(in: 0...far, from: far / 2) {
            (tail - chance(beyond: $0, ratio: ratio), .nan)
        }
    }

    /// The chance that a random walk with drift −1/2 on either side, whose variance is one on this side and
    /// `ratio` on the other, is highest on this side and farther than x from the middle.
    ///
    /// Bai's closed form, written for the left side; the right one is its mirror image with the ratio turned
    /// over and x scaled. Every term carries e^(−x/8), which is taken out so that nothing overflows.
    static func chance(beyond x: Double, ratio: Double) -> Double {
        let root = x.squareRoot()
        let level = x / 2 - 2 + (ratio + 2) * (ratio + 2) / (ratio + 1)
        let other = ratio * (ratio + 2) / (ratio + 1)
        let sum =
            level * scaledTail(root / 2) - other * scaledTail((0.5 + 1 / ratio) * root)
            - root * 0.39894228040143267794
        return Double.exp(-x / 8) * sum
    }

    /// e^(z²/2) times the chance that a standard normal variable exceeds z ≥ 0.
    private static func scaledTail(_ z: Double) -> Double {
        if z < 25 { return Double.exp(z * z / 2) * Normal.upperTail(z) }
        let inverse = 1 / (z * z)
        let series = 1 - inverse * (1 - 3 * inverse * (1 - 5 * inverse * (1 - 7 * inverse)))
        return series * 0.39894228040143267794 / z
    }
}

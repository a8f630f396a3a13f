/// Finding the one zero of an increasing function.
enum Root {
    /// The zero of a function that increases over the range, to the last digits of a `Double`.
    ///
    /// Newton's steps, kept inside a bracket that every evaluation narrows; halving where a step would leave
    /// it. The closure gives the value and the slope; a slope that is not finite and positive means halving.
    static func ofIncreasing(
        in range: ClosedRange<Double>, from start: Double,
        _ function: (Double) -> (value: Double, slope: Double)
    ) -> Double {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        var x = Swift.min(Swift.max(start, lower), upper)
        for _ in 0..<400 {
            let (value, slope) = function(x)
            if value == 0 { return x }
            if value > 0 { upper = x } else { lower = x }
            var next = x - value / slope
            if !(next > lower && next < upper) { next = middle(lower, upper) }
            if next == x || next <= lower || next >= upper { return next }
            // A step of a few units in the last place cannot improve what rounding has already blurred.
            if (next - x).magnitude <= 4 * x.ulp { return next }
            x = next
        }
        return x
    }

    /// The middle of a bracket: geometric where the ends differ by orders of magnitude, so that small roots
    /// are reached in as few steps as large ones.
    private static func middle(_ lower: Double, _ upper: Double) -> Double {
        if lower > 0 && upper > 16 * lower { return lower.squareRoot() * upper.squareRoot() }
        if lower == 0 && upper > 1e-300 { return upper / 16 }
        return lower + (upper - lower) / 2
    }
}

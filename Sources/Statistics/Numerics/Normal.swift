import RealModule

/// The standard normal distribution.
enum Normal {
    /// The chance of at most x.
    static func cumulative(_ x: Double) -> Double { 0.5 * Double.erfc(-x * 0.70710678118654752440) }

    /// The chance of more than x.
    static func upperTail(_ x: Double) -> Double { 0.5 * Double.erfc(x * 0.70710678118654752440) }

    /// The density at x.
    static func density(_ x: Double) -> Double { Double.exp(-0.5 * x * x) * 0.39894228040143267794 }

    /// The x with a chance of p of at most x; infinite at 0 and 1.
    static func quantile(_ p: Double) -> Double { p <= 0.5 ? lower(p) : -lower(1 - p) }

    /// The x with a chance of p of more than x.
    static func quantile(upperTail p: Double) -> Double { -quantile(p) }

    private static func lower(_ p: Double) -> Double {
        if p <= 0 { return -.infinity }
        if p == 0.5 { return 0 }
        // Abramowitz and Stegun 26.2.23 starts within 5·10⁻⁴; Newton on the logarithm of the tail ends it.
        let t = Double.sqrt(-2 * Double.log(p))
        let start =
            (2.515517 + t * (0.802853 + t * 0.010328))
            / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t
        return Root.ofIncreasing(in: -40...0, from: start) { x in
            let tail = cumulative(x)
            return (Double.log(tail / p), density(x) / tail)
        }
    }
}

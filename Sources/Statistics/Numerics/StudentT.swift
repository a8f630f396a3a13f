import RealModule

/// Student's t distribution.
enum StudentT {
    /// The chance of more than t, with degrees of freedom > 0; infinitely many mean the normal distribution.
    static func upperTail(_ t: Double, degreesOfFreedom: Double) -> Double {
        if degreesOfFreedom == .infinity { return Normal.upperTail(t) }
        if t.magnitude == .infinity { return t > 0 ? 0 : 1 }
        let square = t * t
        // Written so that neither share overflows: x = ν / (ν + t²), y = 1 − x.
        let ratio = square / degreesOfFreedom
        let x = 1 / (1 + ratio)
        let y = ratio == .infinity ? 1 : ratio / (1 + ratio)
        let half = 0.5 * Beta.tails(x, complement: y, degreesOfFreedom / 2, 0.5).lower
        return t >= 0 ? half : 1 - half
    }

    /// The t with a chance of p of at most t; infinite at 0 and 1.
    static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
        if degreesOfFreedom == .infinity { return Normal.quantile(p) }
        return p <= 0.5
            ? -upperQuantile(p, degreesOfFreedom) : upperQuantile(1 - p, degreesOfFreedom)
    }

    private static func upperQuantile(_ p: Double, _ degreesOfFreedom: Double) -> Double {
        if p <= 0 { return .infinity }
        if p >= 0.5 { return 0 }
        let a = degreesOfFreedom / 2
        return Root.ofIncreasing(in: 0...1e300, from: -Normal.quantile(p)) { t in
            let tail = upperTail(t, degreesOfFreedom: degreesOfFreedom)
            let ratio = t / degreesOfFreedom * t
            let density = Beta.mass(1 / (1 + ratio), ratio / (1 + ratio), a, 0.5) * a / (2 * a + 1) / t
            return (-Double.log(tail / p), density / tail)
        }
    }
}

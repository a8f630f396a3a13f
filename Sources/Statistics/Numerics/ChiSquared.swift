import RealModule

/// The chi-squared distribution.
enum ChiSquared {
    /// The chance of at most x.
    static func cumulative(_ x: Double, degreesOfFreedom: Double) -> Double {
        Gamma.regularizedLower(degreesOfFreedom / 2, x / 2)
    }

    /// The chance of more than x.
    static func upperTail(_ x: Double, degreesOfFreedom: Double) -> Double {
        Gamma.regularizedUpper(degreesOfFreedom / 2, x / 2)
    }

    /// The x with a chance of p of at most x.
    static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
        if p <= 0 { return 0 }
        if p >= 1 { return .infinity }
        let shape = degreesOfFreedom / 2
        let half = Root.ofIncreasing(in: 0...1e300, from: Swift.max(1e-3, shape)) { x in
            let (lower, upper) = Gamma.tails(shape, x)
            let density = Gamma.poissonMass(shape, x) * shape / x
            return p <= 0.5
                ? (Double.log(lower / p), density / lower)
                : (-Double.log(upper / (1 - p)), density / upper)
        }
        return 2 * half
    }
}

import RealModule

/// The beta distribution: the regularised incomplete beta function and its inverse.
enum Beta {
    /// I_x(a, b), the chance that a beta variable of shapes a, b > 0 is at most x in [0, 1].
    static func regularized(_ x: Double, _ a: Double, _ b: Double) -> Double {
        tails(x, complement: 1 - x, a, b).lower
    }

    /// Both tails at x, given 1 − x as well, so that neither loses digits near its end.
    static func tails(
        _ x: Double, complement y: Double, _ a: Double, _ b: Double
    ) -> (lower: Double, upper: Double) {
        if x <= 0 { return (0, 1) }
        if y <= 0 { return (1, 0) }
        if Swift.min(a, b) > 1e6 { return peizerPratt(x, y, a, b) }
        // How far x lies below the mean, times a + b, from the smaller of x and y so that it keeps its digits.
        let below = x < y ? a - (a + b) * x : (a + b) * y - b
        if below >= 0 {
            let lower = Swift.min(1, mass(x, y, a, b) * (b / (a + b)) * a * fraction(x, a, b, below: below))
            return (lower, 1 - lower)
        }
        let upper = Swift.min(1, mass(y, x, b, a) * (a / (a + b)) * b * fraction(y, b, a, below: -below))
        return (1 - upper, upper)
    }

    /// The x whose lower tail is p.
    static func quantile(_ p: Double, _ a: Double, _ b: Double) -> Double {
        ends(lowerTail: p, upperTail: 1 - p, a, b).x
    }

    /// The x whose upper tail is p.
    static func quantile(upperTail p: Double, _ a: Double, _ b: Double) -> Double {
        ends(lowerTail: 1 - p, upperTail: p, a, b).x
    }

    /// The x between two tails, and 1 − x, each with its own digits, so that their ratio keeps them too.
    static func ends(
        lowerTail p: Double, upperTail q: Double, _ a: Double, _ b: Double
    ) -> (x: Double, complement: Double) {
        if p <= 0 { return (0, 1) }
        if q <= 0 { return (1, 0) }
        // Solved on the side of a half where the answer is small.
        if tails(0.5, complement: 0.5, a, b).lower < p {
            let complement = small(lowerTail: q, upperTail: p, b, a)
            return (1 - complement, complement)
        }
        let x = small(lowerTail: p, upperTail: q, a, b)
        return (x, 1 - x)
    }

    private static func small(lowerTail p: Double, upperTail q: Double, _ a: Double, _ b: Double) -> Double {
        Root.ofIncreasing(in: 0...0.5, from: Swift.min(0.5, a / (a + b))) { x in
            let (lower, upper) = tails(x, complement: 1 - x, a, b)
            let density = mass(x, 1 - x, a, b) * (a / (a + b)) * b / (x * (1 - x))
            return p <= q
                ? (Double.log(lower / p), density / lower)
                : (-Double.log(upper / q), density / upper)
        }
    }

    /// Γ(a+b+1) / (Γ(a+1) Γ(b+1)) x^a y^b for y = 1 − x and a, b > 0, as Loader's saddle point (2000).
    static func mass(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
        let n = a + b
        let exponent =
            Gamma.stirlingError(n) - Gamma.stirlingError(a) - Gamma.stirlingError(b)
            - Gamma.deviance(a, n * x) - Gamma.deviance(b, n * y)
        return Double.exp(exponent) * Double.sqrt(n / a / (2 * .pi * b))
    }

    /// The continued fraction of DiDonato and Morris (1992), by Lentz's method; its terms see 1 − x only
    /// through the distance from the mean.
    private static func fraction(_ x: Double, _ a: Double, _ b: Double, below: Double) -> Double {
        func kept(_ value: Double) -> Double { Swift.abs(value) < 1e-300 ? 1e-300 : value }
        var denominator = kept(a / (a + 1) * (below + 1))
        var c = denominator
        var d = 0.0
        var n = 1.0
        while n < 1e6 {
            let odd = a + 2 * n - 1
            let numerator = (a + n - 1) / odd * ((a + b + n - 1) / odd) * (n * (b - n)) * x * x
            let term = n + n * (b - n) * x / odd + (a + n) / (odd + 2) * (below + 1 + n * (2 - x))
            d = 1 / kept(term + numerator * d)
            c = kept(term + numerator / c)
            let factor = c * d
            denominator *= factor
            if Swift.abs(factor - 1) < 1e-16 { break }
            n += 1
        }
        return 1 / denominator
    }

    /// The normal approximation of Peizer and Pratt (1968), for shapes beyond a million, where it is good to
    /// about ten digits of a tail that is not extreme.
    private static func peizerPratt(
        _ x: Double, _ y: Double, _ a: Double, _ b: Double
    ) -> (lower: Double, upper: Double) {
        let n = a + b - 1
        let (s, t) = (b - 0.5, a - 0.5)
        let distance = x < y ? n * x - t : s - n * y
        let refined = distance + (x - y) / 6 + 0.02 * (x / b - y / a + (x - 0.5) / (a + b))
        let bend = 1 + x * skew(-distance / (n * y)) + y * skew(distance / (n * x))
        let z = refined * Double.sqrt(bend / ((n + 1.0 / 6) * x * y))
        return (Normal.cumulative(z), Normal.upperTail(z))
    }

    /// (1 − u² + 2u log u) / (1 − u)² for u = 1 − e.
    private static func skew(_ e: Double) -> Double {
        if Swift.abs(e) < 0.05 {
            var (sum, power, j) = (0.0, 1.0, 1.0)
            while j < 14 {
                power *= e
                sum += 2 * power / ((j + 1) * (j + 2))
                j += 1
            }
            return sum
        }
        let u = 1 - e
        return u <= 0 ? 1 : (1 - u * u + 2 * u * Double.log(u)) / (e * e)
    }
}

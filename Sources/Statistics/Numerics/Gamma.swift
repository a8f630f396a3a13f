import RealModule

/// The gamma family: the regularised incomplete gamma functions and the derivatives of log Γ.
enum Gamma {
    /// P(a, x), the chance that a gamma variable of shape a and scale one is at most x. Needs a > 0, x ≥ 0.
    static func regularizedLower(_ a: Double, _ x: Double) -> Double { tails(a, x).lower }

    /// Q(a, x) = 1 − P(a, x), without the loss of digits that the subtraction would bring.
    static func regularizedUpper(_ a: Double, _ x: Double) -> Double { tails(a, x).upper }

    /// Both tails. Series below the mean, continued fraction above it, and Temme's uniform expansion (1979)
    /// for shapes where either would take too many terms.
    static func tails(_ a: Double, _ x: Double) -> (lower: Double, upper: Double) {
        if x <= 0 { return (0, 1) }
        if x == .infinity { return (1, 0) }
        if a > 1e7 { return temme(a, x) }
        let mass = poissonMass(a, x)
        if x < a + 1 {
            var term = 1.0
            var sum = 1.0
            var shape = a
            while term > sum * 1e-17 {
                shape += 1
                term *= x / shape
                sum += term
            }
            let lower = Swift.min(1, mass * sum)
            return (lower, 1 - lower)
        }
        let upper = Swift.min(1, mass * a * continuedFraction(a, x))
        return (1 - upper, upper)
    }

    /// x^a e^−x / Γ(a + 1) by Loader's saddle point (2000), which keeps its digits for large a.
    static func poissonMass(_ a: Double, _ x: Double) -> Double {
        if a < 1e-300 { return Double.exp(-x) }
        return Double.exp(-stirlingError(a) - deviance(a, x)) / Double.sqrt(2 * .pi * a)
    }

    /// log Γ(n + 1) minus Stirling's formula (n + ½) log n − n + ½ log 2π.
    static func stirlingError(_ n: Double) -> Double {
        if n < 16 {
            return Double.logGamma(n + 1) - (n + 0.5) * Double.log(n) + n - 0.918938533204672741780329736406
        }
        let square = n * n
        var sum = 1.0 / 156
        sum = -691.0 / 360360 + sum / square
        sum = 1.0 / 1188 + sum / square
        sum = -1.0 / 1680 + sum / square
        sum = 1.0 / 1260 + sum / square
        sum = -1.0 / 360 + sum / square
        sum = 1.0 / 12 + sum / square
        return sum / n
    }

    /// k log(k / m) + m − k, without cancellation where k is near m.
    static func deviance(_ k: Double, _ m: Double) -> Double {
        let difference = k - m
        let sum = k + m
        if Swift.abs(difference) >= 0.1 * sum { return k * Double.log(k / m) + m - k }
        let ratio = difference / sum
        let square = ratio * ratio
        var result = difference * ratio
        var power = 2 * k * ratio
        var odd = 1.0
        // The ratio is below a tenth, so that each term is below a hundredth of the one before it.
        for _ in 0..<20 {
            power *= square
            odd += 2
            result += power / odd
        }
        return result
    }

    /// The derivative of log Γ at x > 0.
    static func digamma(_ x: Double) -> Double {
        var shift = 0.0
        var x = x
        while x < 12 {
            shift -= 1 / x
            x += 1
        }
        let square = 1 / (x * x)
        var sum = 691.0 / 32760
        sum = 1.0 / 132 - sum * square
        sum = 1.0 / 240 - sum * square
        sum = 1.0 / 252 - sum * square
        sum = 1.0 / 120 - sum * square
        sum = 1.0 / 12 - sum * square
        return shift + Double.log(x) - 0.5 / x - sum * square
    }

    /// The second derivative of log Γ at x > 0.
    static func trigamma(_ x: Double) -> Double {
        var shift = 0.0
        var x = x
        while x < 12 {
            shift += 1 / (x * x)
            x += 1
        }
        let square = 1 / (x * x)
        var sum = 691.0 / 2730
        sum = 5.0 / 66 - sum * square
        sum = 1.0 / 30 - sum * square
        sum = 1.0 / 42 - sum * square
        sum = 1.0 / 30 - sum * square
        sum = 1.0 / 6 - sum * square
        return shift + 1 / x + 0.5 * square + sum * square / x
    }

    private static func continuedFraction(_ a: Double, _ x: Double) -> Double {
        var b = x + 1 - a
        var c = 1e300
        var d = 1 / b
        var result = d
        var i = 1.0
        while i < 1e6 {
            let numerator = -i * (i - a)
            b += 2
            d = numerator * d + b
            if Swift.abs(d) < 1e-300 { d = 1e-300 }
            c = b + numerator / c
            if Swift.abs(c) < 1e-300 { c = 1e-300 }
            d = 1 / d
            let factor = d * c
            result *= factor
            if Swift.abs(factor - 1) < 1e-16 { break }
            i += 1
        }
        return result
    }

    private static func temme(_ a: Double, _ x: Double) -> (lower: Double, upper: Double) {
        let half = deviance(a, x)
        let distance = Double.sqrt(2 * half / a)
        let eta = x >= a ? distance : -distance
        let scaled = Double.sqrt(half)
        let near = 0.5 * Double.erfc(scaled)
        let lambda = (x - a) / a
        let correction =
            Swift.abs(eta) < 1e-4 ? -1.0 / 3 + eta / 12 : 1 / lambda - 1 / eta
        let rest = Double.exp(-half) / Double.sqrt(2 * .pi * a) * correction
        let upper = x >= a ? near + rest : 1 - near + rest
        let lower = x >= a ? 1 - near - rest : near - rest
        return (Swift.min(1, Swift.max(0, lower)), Swift.min(1, Swift.max(0, upper)))
    }
}

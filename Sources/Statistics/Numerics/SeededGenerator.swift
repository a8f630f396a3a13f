import RealModule

/// A small random number generator that repeats itself exactly from a seed, on every machine.
///
/// SplitMix64 (Steele, Lea and Flood, 2014): one 64-bit word of state, period 2⁶⁴. Meant for permutation
/// tests, Monte Carlo p-values and simulations that must be repeatable; not for secrets.
public struct SeededGenerator: RandomNumberGenerator, Sendable, Hashable {
    private var state: UInt64

    /// The generator whose sequence the seed fixes.
    public init(seed: UInt64) { state = seed }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number in [0, 1), one of 2⁵³ equally likely ones.
    public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A standard normal number (Box and Muller, 1958).
    public mutating func normal() -> Double {
        let radius = Double.sqrt(2 * exponential())
        return radius * Double.cos(2 * .pi * uniform())
    }

    /// An exponential number of mean one.
    public mutating func exponential() -> Double { -Double.log(onePlus: -uniform()) }

    /// A Poisson count of the given mean; zero where the mean is not positive, and no mean above 10¹⁵.
    ///
    /// Small means multiply uniform numbers; from ten on, Hörmann's transformed rejection (PTRS, 1993) takes
    /// about one draw whatever the mean.
    public mutating func poisson(_ mean: Double) -> Int {
        guard mean > 0 else { return 0 }
        return mean < 10 ? smallPoisson(mean) : largePoisson(Swift.min(mean, 1e15))
    }

    private mutating func smallPoisson(_ mean: Double) -> Int {
        let limit = Double.exp(-mean)
        var count = 0
        var product = uniform()
        while product > limit {
            count += 1
            product *= uniform()
        }
        return count
    }

    private mutating func largePoisson(_ mean: Double) -> Int {
        let spread = 0.931 + 2.53 * Double.sqrt(mean)
        let shift = -0.059 + 0.02483 * spread
        let scale = Double.log(1.1239 + 1.1328 / (spread - 3.4))
        let quick = 0.9277 - 3.6224 / (spread - 2)
        while true {
            let across = uniform() - 0.5
            let height = uniform()
            let edge = 0.5 - Swift.max(across, -across)
            let count = ((2 * shift / edge + spread) * across + mean + 0.43).rounded(.down)
            if edge >= 0.07 && height <= quick { return Int(count) }
            // The edge can be zero, which sends the candidate to infinity: rejected here before any use.
            if !(count >= 0) || edge < 0.013 && height > edge { continue }
            let bound = count * Double.log(mean) - mean - Double.logGamma(count + 1)
            if Double.log(height) + scale - Double.log(shift / (edge * edge) + spread) <= bound {
                return Int(count)
            }
        }
    }
}

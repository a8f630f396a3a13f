/// A circle that holds more cases than its population lets expect.
public struct ScanCluster: Sendable, Hashable {
    /// The index of the place at the circle's centre.
    public let center: Int
    /// The indices of the places inside, ascending.
    public let members: [Int]
    /// From the centre to the furthest place inside: in the coordinates' unit, on the sphere in kilometres.
    public let radius: Double
    /// Cases inside.
    public let cases: Int
    /// Cases expected inside if all had the same rate: all cases × the share of the population.
    public let expected: Double
    /// People, patrol hours or whatever else the population counts, inside.
    public let population: Double
    /// The logarithm of the likelihood ratio against one rate everywhere.
    public let logLikelihoodRatio: Double
    /// How many of the simulated maps and this one, taken together, have a largest ratio at least as large.
    public let rank: Int
    /// rank / (simulations + 1).
    public let pValue: Double
    /// The rate inside over the rate outside; infinite where there is no case outside.
    public let relativeRisk: Double
}

import RealModule

/// The spatial scan statistic: where do cases crowd more than population and chance explain?
///
/// Expert output. Kulldorff (1997), Poisson model. Circles of every size around every place, up to a share of
/// the population, are compared by
///
/// LLR = c log(c / E) + (C − c) log((C − c) / (C − E)) if c > E, else 0,
///
/// with c cases and E expected inside, C cases in all. The largest is the most likely cluster. Its p-value comes
/// from maps on which the same C cases fall on the places by chance, in proportion to population. It accounts
/// for all the circles tried. Agrees with SaTScan's purely spatial Poisson scan for high rates.
public enum ScanStatistic {
    /// What a scan found.
    public struct Finding: Sendable, Hashable {
        /// By descending likelihood ratio: the most likely cluster, then the most likely one without a common
        /// place with any before it, and so on. Empty where no circle holds more cases than expected.
        public let clusters: [ScanCluster]
        /// All cases.
        public let cases: Int
        /// The whole population.
        public let population: Double
        /// How many simulated maps the p-values rest on.
        public let simulations: Int
    }

    /// The most places: memory grows with their square.
    public static let mostPlaces = 5000
    /// The most cases.
    public static let mostCases = 10_000_000

    /// Scans a map.
    ///
    /// Places equally far from a centre enter its circle together. The order of the places changes nothing but
    /// their indices in the answer.
    /// - Parameters:
    ///   - cases: for each place, a count.
    ///   - population: for each place, not negative, in any one unit: people, or hours of observation.
    ///   - places: where they lie.
    ///   - largestShare: of the population in one circle, above 0 and up to 0.5.
    ///   - simulations: how many maps to draw for the p-values; 999 or 9999 make round ones.
    ///   - seed: fixes the simulated maps.
    ///   - most: at most so many clusters are reported.
    /// - Throws: `tooFewData` for fewer than two places, `noData` where there is no case or no population,
    ///   `malformedInput` for lengths that differ, negative or infinite numbers and cases without population,
    ///   `outOfRange` for parameters and for more places or cases than the bounds, `notIdentified` where every
    ///   place alone exceeds the largest share.
    public static func poisson(
        cases: [Int], population: [Double], at places: ScanPlaces, largestShare: Double = 0.5,
        simulations: Int = 999, seed: UInt64, most: Int = 10
    ) throws(StatisticsError) -> Finding {
        let map = try ScanMap(cases: cases, population: population, places: places)
        guard largestShare > 0, largestShare <= 0.5 else {
            throw StatisticsError(
                .outOfRange, "The largest share is \(largestShare); it must be above 0 and up to 0.5.")
        }
        guard (1...1_000_000).contains(simulations), most >= 1 else {
            throw StatisticsError(
                .outOfRange,
                "\(simulations) simulations and \(most) clusters were asked for; one is the least, and a million "
                    + "simulations the most.")
        }
        let windows = ScanWindows(map, largestShare: largestShare)
        guard !windows.isEmpty else {
            throw StatisticsError(
                .notIdentified,
                "Every place alone holds more than \(largestShare) of the population; use smaller places.")
        }
        let found = windows.mostLikely(most)
        let maxima = windows.simulatedMaxima(simulations, seed: seed)
        var clusters: [ScanCluster] = []
        for window in found { clusters.append(map.cluster(window, maxima)) }
        return Finding(
            clusters: clusters, cases: map.totalCases, population: map.totalPopulation,
            simulations: simulations)
    }
}

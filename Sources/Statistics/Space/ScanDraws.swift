import RealModule

/// Draws maps on which a fixed number of cases fall on the places in proportion to their population.
struct ScanDraws: Sendable {
    private var generator: SeededGenerator
    private let cases: Int
    /// Poisson means that add up to a little less than the cases.
    private let means: [Double]
    /// The population up to and with each place.
    private let cumulative: [Double]

    init(_ map: ScanMap, seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        cases = map.totalCases
        let total = Double(map.totalCases)
        let spread = 3 * total.squareRoot()
        let drawn = total > 4 * spread ? total - spread : 0
        var means: [Double] = []
        var cumulative: [Double] = []
        var sum = 0.0
        for population in map.population {
            means.append(drawn * (population / map.totalPopulation))
            sum += population
            cumulative.append(sum)
        }
        self.means = means
        self.cumulative = cumulative
    }

    /// The next map.
    ///
    /// Poisson counts given their sum are multinomial. So most cases are drawn as Poisson counts, at one draw a
    /// place, and the few missing ones one by one. A sum that is too large, once in a thousand maps, is drawn
    /// again.
    mutating func next() -> [Int] {
        while true {
            var counts: [Int] = []
            var sum = 0
            for mean in means {
                let count = generator.poisson(mean)
                counts.append(count)
                sum += count
            }
            guard sum <= cases else { continue }
            for _ in sum..<cases { counts[place()] += 1 }
            return counts
        }
    }

    private mutating func place() -> Int {
        let total = cumulative[cumulative.count - 1]
        let target = generator.uniform() * total
        var (low, high) = (0, cumulative.count - 1)
        while low < high {
            let middle = (low + high) / 2
            // A place without population adds nothing to the sum and is passed over.
            if cumulative[middle] <= target { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

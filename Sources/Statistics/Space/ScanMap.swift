import RealModule

/// The checked input of a scan, its places put into an order of their own.
struct ScanMap: Sendable {
    let places: ScanPlaces
    /// Input indices by position, so that simulated maps do not depend on the order of the input.
    let order: [Int]
    /// Along `order`.
    let cases: [Int]
    let population: [Double]
    let totalCases: Int
    let totalPopulation: Double

    init(cases: [Int], population: [Double], places: ScanPlaces) throws(StatisticsError) {
        try places.check()
        guard cases.count == population.count, cases.count == places.count else {
            throw StatisticsError(
                .malformedInput,
                "\(cases.count) counts, \(population.count) populations and \(places.count) places; "
                    + "the three must be equally many.")
        }
        guard cases.count >= 2 else {
            throw StatisticsError(.tooFewData, "A scan needs two places or more; there are \(cases.count).")
        }
        guard cases.count <= ScanStatistic.mostPlaces else {
            throw StatisticsError(
                .outOfRange,
                "\(cases.count) places are more than \(ScanStatistic.mostPlaces); join neighbouring ones.")
        }
        var total = 0
        for i in cases.indices {
            guard cases[i] >= 0, population[i] >= 0, population[i] <= 1e100 else {
                throw StatisticsError(
                    .malformedInput,
                    "Place \(i) has \(cases[i]) cases in a population of \(population[i]); "
                        + "finite numbers that are not negative are expected.")
            }
            guard cases[i] == 0 || population[i] > 0 else {
                throw StatisticsError(
                    .malformedInput, "Place \(i) has \(cases[i]) cases but no population; leave it out.")
            }
            guard cases[i] <= ScanStatistic.mostCases - total else {
                throw StatisticsError(
                    .outOfRange,
                    "There are more than \(ScanStatistic.mostCases) cases; count fewer at a time.")
            }
            total += cases[i]
        }
        guard total > 0 else {
            throw StatisticsError(.noData, "No place has a case; there is nothing to scan.")
        }
        var keyed: [(index: Int, position: (Double, Double), population: Double)] = []
        for i in cases.indices { keyed.append((i, places.position(of: i), population[i])) }
        keyed.sort {
            ($0.position.0, $0.position.1, $0.population) < ($1.position.0, $1.position.1, $1.population)
        }
        order = keyed.map { $0.index }
        self.cases = order.map { cases[$0] }
        self.population = order.map { population[$0] }
        self.places = places
        totalCases = total
        totalPopulation = self.population.reduce(0, +)
    }

    /// The report of one window, the largest ratios of the simulated maps ascending.
    func cluster(_ window: ScanWindow, _ maxima: [Double]) -> ScanCluster {
        // Maps at least as extreme as this one: those after the last smaller one.
        var (low, high) = (0, maxima.count)
        while low < high {
            let middle = (low + high) / 2
            if maxima[middle] < window.ratio { low = middle + 1 } else { high = middle }
        }
        let rank = maxima.count - low + 1
        let (inside, expected) = (Double(window.cases), window.expected)
        let outside = Double(totalCases) - inside
        return ScanCluster(
            center: order[window.center], members: window.members.map { order[Int($0)] }.sorted(),
            radius: places.distance(from: order[window.center], to: order[Int(window.furthest)]),
            cases: window.cases, expected: expected,
            population: window.population, logLikelihoodRatio: window.ratio, rank: rank,
            pValue: Double(rank) / Double(maxima.count + 1),
            relativeRisk: outside == 0
                ? .infinity : inside / expected / (outside / (Double(totalCases) - expected)))
    }
}

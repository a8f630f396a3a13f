import RealModule

/// One circle and what it holds; places are meant by their numbers in the map's own order.
struct ScanWindow: Sendable {
    let center: Int
    /// By distance from the centre.
    let members: [Int32]
    let cases: Int
    let expected: Double
    let population: Double
    let ratio: Double

    /// The member at the circle's edge.
    var furthest: Int32 { members[members.count - 1] }
}

/// All circles of a scan.
struct ScanWindows: Sendable {
    private struct Window: Sendable {
        /// How many places are inside.
        let size: Int32
        let population: Double
        let expected: Double
        /// log E and log(C − E).
        let logExpected: Double
        let logRest: Double
    }

    private let map: ScanMap
    /// For each centre the places by distance, as far as any of its circles reaches.
    private var neighbours: [[Int32]] = []
    /// For each centre its circles by size.
    private var circles: [[Window]] = []
    /// k log k.
    private let entropy: [Double]

    var isEmpty: Bool { circles.allSatisfy { $0.isEmpty } }

    init(_ map: ScanMap, largestShare: Double) {
        self.map = map
        let count = map.cases.count
        let limit = largestShare * map.totalPopulation
        let total = Double(map.totalCases)
        var entropy = [0.0]
        for k in 1...map.totalCases { entropy.append(Double(k) * Double.log(Double(k))) }
        self.entropy = entropy
        let separation = map.places.separation()
        for center in 0..<count {
            var byDistance: [(separation: Double, place: Int)] = []
            for place in 0..<count {
                byDistance.append((separation(map.order[center], map.order[place]), place))
            }
            byDistance.sort { $0 < $1 }
            var windows: [Window] = []
            var members: [Int32] = []
            var population = 0.0
            for (n, entry) in byDistance.enumerated() {
                population += map.population[entry.place]
                if population > limit { break }
                members.append(Int32(entry.place))
                // Distances that differ by rounding alone are equal: such places enter together.
                if n + 1 < count, byDistance[n + 1].separation <= entry.separation * (1 + 1e-9) { continue }
                let expected = total * (population / map.totalPopulation)
                guard expected > 0 else { continue }
                windows.append(
                    Window(
                        size: Int32(members.count), population: population, expected: expected,
                        logExpected: Double.log(expected), logRest: Double.log(total - expected)))
            }
            neighbours.append(
                windows.isEmpty ? [] : Array(members.prefix(Int(windows[windows.count - 1].size))))
            circles.append(windows)
        }
    }

    @inline(__always)
    private func ratio(_ window: Window, _ cases: Int) -> Double {
        guard Double(cases) > window.expected else { return 0 }
        let rest = map.totalCases - cases
        let inside = entropy[cases] - Double(cases) * window.logExpected
        return inside + (entropy[rest] - Double(rest) * window.logRest)
    }

    /// The most likely circle, and the most likely ones without a place in common with any before.
    func mostLikely(_ most: Int) -> [ScanWindow] {
        var isTaken = Array(repeating: false, count: map.cases.count)
        var result: [ScanWindow] = []
        while result.count < most, let best = best(apartFrom: isTaken) {
            for place in best.members { isTaken[Int(place)] = true }
            result.append(best)
        }
        return result
    }

    private func best(apartFrom isTaken: [Bool]) -> ScanWindow? {
        var best: (ratio: Double, center: Int, window: Int, cases: Int)?
        var bestRadius = Double.infinity
        for center in circles.indices {
            var (cases, next) = (0, 0)
            scan: for (index, window) in circles[center].enumerated() {
                while next < Int(window.size) {
                    let place = Int(neighbours[center][next])
                    if isTaken[place] { break scan }
                    cases += map.cases[place]
                    next += 1
                }
                let ratio = ratio(window, cases)
                guard ratio > 0, ratio >= best?.ratio ?? 0 else { continue }
                let radius = map.places.distance(
                    from: map.order[center], to: map.order[Int(neighbours[center][next - 1])])
                // The same places may be reached from several centres: the smallest circle stands for them.
                if ratio == best?.ratio, radius >= bestRadius { continue }
                best = (ratio, center, index, cases)
                bestRadius = radius
            }
        }
        guard let best else { return nil }
        let window = circles[best.center][best.window]
        return ScanWindow(
            center: best.center, members: Array(neighbours[best.center].prefix(Int(window.size))),
            cases: best.cases, expected: window.expected, population: window.population, ratio: best.ratio)
    }

    private func largestRatio(_ cases: [Int]) -> Double {
        var largest = 0.0
        for center in circles.indices {
            let places = neighbours[center]
            var (inside, next) = (0, 0)
            for window in circles[center] {
                while next < Int(window.size) {
                    inside += cases[Int(places[next])]
                    next += 1
                }
                largest = Swift.max(largest, ratio(window, inside))
            }
        }
        return largest
    }

    /// The largest ratio of each of so many maps drawn by chance, ascending.
    func simulatedMaxima(_ simulations: Int, seed: UInt64) -> [Double] {
        var draws = ScanDraws(map, seed: seed)
        var maxima: [Double] = []
        for _ in 0..<simulations { maxima.append(largestRatio(draws.next())) }
        return maxima.sorted()
    }
}

import Foundation
import Testing

@testable import Statistics

@Suite struct `A scan for clusters of cases` {
    @Test(.enabled(if: Table.isThere, Comment(rawValue: Table.absence)))
    func `finds the sudden infant deaths of North Carolina`() throws {
        let table = try Table("reference/nc_sids.csv")
        let county = table.text("county")
        let places = ScanPlaces.plane(x: table.numbers("x"), y: table.numbers("y"))
        let cases = table.numbers("cases").map { Int($0) }
        let found = try ScanStatistic.poisson(
            cases: cases, population: table.numbers("pop"), at: places, seed: 1974)
        #expect(found.cases == 667 && found.population == 329_962)
        let first = found.clusters[0]
        #expect(abs(first.logLikelihoodRatio / 15.75776538 - 1) < 1e-9)
        #expect(abs(first.expected / 331.7676217 - 1) < 1e-9)
        #expect(first.cases == 404 && first.members.count == 46 && county[first.center] == "Pender")
        #expect(first.rank == 1 && first.pValue == 0.001)
        #expect(abs(first.relativeRisk - 404 / 331.7676217 / (263 / (667 - 331.7676217))) < 1e-8)
        let second = found.clusters[1]
        #expect(abs(second.logLikelihoodRatio / 2.457686106 - 1) < 1e-9)
        #expect(abs(second.expected / 23.67516259 - 1) < 1e-9)
        #expect(second.cases == 35 && county[second.center] == "Caswell" && second.pValue > 0.5)
        var taken: Set<Int> = []
        for cluster in found.clusters {
            #expect(taken.isDisjoint(with: cluster.members))
            taken.formUnion(cluster.members)
        }
        let again = try ScanStatistic.poisson(
            cases: cases, population: table.numbers("pop"), at: places, seed: 1974)
        #expect(again == found)
    }

    @Test(.enabled(if: Table.isThere, Comment(rawValue: Table.absence)))
    func `on the Earth keeps to great circles`() throws {
        let table = try Table("reference/nc_sids.csv")
        var points: [GeographicPoint] = []
        for (latitude, longitude) in zip(table.numbers("lat"), table.numbers("lon")) {
            points.append(try GeographicPoint(latitude: latitude, longitude: longitude))
        }
        let found = try ScanStatistic.poisson(
            cases: table.numbers("cases").map { Int($0) }, population: table.numbers("pop"),
            at: .sphere(points), simulations: 99, seed: 1)
        let first = found.clusters[0]
        #expect(table.text("county")[first.center] == "Carteret" && first.members.count == 39)
        #expect(abs(first.logLikelihoodRatio / 15.487584137541475 - 1) < 1e-9)
        #expect(first.members.allSatisfy { points[first.center].distance(to: points[$0]) <= first.radius })
    }

    /// A grid of districts of different sizes with more cases in its corner.
    func grid(_ seed: UInt64) -> (cases: [Int], population: [Double], x: [Double], y: [Double]) {
        var generator = SeededGenerator(seed: seed)
        var map: (cases: [Int], population: [Double], x: [Double], y: [Double]) = ([], [], [], [])
        for i in 0..<7 {
            for j in 0..<6 {
                let population = (100 + 900 * generator.uniform()).rounded()
                map.population.append(population)
                map.cases.append(generator.poisson(population * (i + j < 3 ? 0.03 : 0.01)))
                map.x.append(Double(i) * 0.1)
                map.y.append(Double(j) * 0.1)
            }
        }
        return map
    }

    @Test func `agrees with the definition, circle by circle`() throws {
        for seed in 1...4 {
            let map = grid(UInt64(seed))
            let found = try ScanStatistic.poisson(
                cases: map.cases, population: map.population, at: .plane(x: map.x, y: map.y),
                largestShare: 0.4, simulations: 1, seed: 1)
            var best = 0.0
            let total = Double(map.cases.reduce(0, +))
            let people = map.population.reduce(0, +)
            for i in map.x.indices {
                for j in map.x.indices {
                    let edge = pow2(map.x[i] - map.x[j]) + pow2(map.y[i] - map.y[j])
                    var (cases, population) = (0.0, 0.0)
                    for k in map.x.indices
                    where pow2(map.x[i] - map.x[k]) + pow2(map.y[i] - map.y[k]) <= edge + 1e-12 {
                        cases += Double(map.cases[k])
                        population += map.population[k]
                    }
                    let expected = total * population / people
                    guard population <= 0.4 * people, cases > expected else { continue }
                    let ratio =
                        cases * log(cases / expected)
                        + (total - cases) * log((total - cases) / (total - expected))
                    best = max(best, ratio)
                }
            }
            #expect(abs(found.clusters[0].logLikelihoodRatio - best) < 1e-9 * best)
        }
    }

    private func pow2(_ x: Double) -> Double { x * x }

    @Test func `gives the same answer in any order, unit and place`() throws {
        let map = grid(3)
        let found = try ScanStatistic.poisson(
            cases: map.cases, population: map.population, at: .plane(x: map.x, y: map.y), simulations: 199,
            seed: 5)
        #expect(found.clusters[0].members.contains(0) && found.clusters[0].rank <= 2)
        var generator = SeededGenerator(seed: 6)
        let order = map.x.indices.shuffled(using: &generator)
        let shuffled = try ScanStatistic.poisson(
            cases: order.map { map.cases[$0] }, population: order.map { map.population[$0] },
            at: .plane(x: order.map { map.x[$0] }, y: order.map { map.y[$0] }), simulations: 199, seed: 5)
        let moved = try ScanStatistic.poisson(
            cases: map.cases, population: map.population.map { $0 * 4 },
            at: .plane(x: map.x.map { $0 * 1024 }, y: map.y.map { $0 * 1024 }), simulations: 199, seed: 5)
        #expect(shuffled.clusters.count == found.clusters.count)
        for (n, cluster) in found.clusters.enumerated() {
            #expect(Set(shuffled.clusters[n].members.map { order[$0] }) == Set(cluster.members))
            #expect(order[shuffled.clusters[n].center] == cluster.center)
            #expect(shuffled.clusters[n].rank == cluster.rank)
            #expect(moved.clusters[n].members == cluster.members && moved.clusters[n].rank == cluster.rank)
            #expect(moved.clusters[n].logLikelihoodRatio == cluster.logLikelihoodRatio)
            #expect(moved.clusters[n].radius == cluster.radius * 1024)
            #expect(moved.clusters[n].population == cluster.population * 4)
        }
    }

    @Test func `draws maps with all the cases, in proportion to population`() throws {
        for total in [1, 40, 100, 5000] {
            let map = try ScanMap(
                cases: [total, 0, 0, 0], population: [1, 2, 0, 5],
                places: .plane(x: [0, 1, 2, 3], y: [0, 0, 0, 0]))
            var draws = ScanDraws(map, seed: 9)
            var sums = [0, 0, 0, 0]
            var square = 0.0
            for _ in 0..<1500 {
                let drawn = draws.next()
                #expect(drawn.reduce(0, +) == total)
                for i in 0..<4 { sums[i] += drawn[i] }
                square += pow2(Double(drawn[3]) - Double(total) * 0.625)
            }
            #expect(sums[2] == 0)
            let all = Double(total * 1500)
            #expect(abs(Double(sums[3]) / all - 0.625) < 4 * (0.625 * 0.375 / all).squareRoot())
            #expect(abs(square / all / (0.625 * 0.375) - 1) < 0.15)
        }
    }

    @Test func `rarely finds anything where there is nothing`() throws {
        var generator = SeededGenerator(seed: 77)
        var alarms = 0
        for seed in 0..<120 {
            let population = (0..<20).map { Double(50 + 10 * $0) }
            let cases = population.map { generator.poisson($0 / 10) }
            let x = (0..<20).map { Double($0 % 5) }
            let y = (0..<20).map { Double($0 / 5) }
            let found = try ScanStatistic.poisson(
                cases: cases, population: population, at: .plane(x: x, y: y), simulations: 39,
                seed: UInt64(seed))
            if let first = found.clusters.first, first.pValue <= 0.1 { alarms += 1 }
        }
        #expect((4...22).contains(alarms))
    }

    func refusal(
        _ cases: [Int], _ population: [Double], share: Double = 0.5, simulations: Int = 9, most: Int = 1,
        x: [Double]? = nil
    ) -> StatisticsError.Code? {
        do {
            _ = try ScanStatistic.poisson(
                cases: cases, population: population,
                at: .plane(x: x ?? cases.map { Double($0) }, y: cases.map { _ in 0 }), largestShare: share,
                simulations: simulations, seed: 1, most: most)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func `refuses what it cannot answer`() {
        #expect(refusal([], []) == .tooFewData)
        #expect(refusal([1], [1]) == .tooFewData)
        #expect(refusal([0, 0], [1, 1]) == .noData)
        #expect(refusal([1, 1], [1]) == .malformedInput)
        #expect(refusal([1, -1], [1, 1]) == .malformedInput)
        #expect(refusal([1, 1], [1, .nan]) == .malformedInput)
        #expect(refusal([1, 1], [1, -.infinity]) == .malformedInput)
        #expect(refusal([1, 1], [1, 0]) == .malformedInput)
        #expect(refusal([1, 1], [1, 1], x: [0, .nan]) == .malformedInput)
        #expect(refusal([1, 1], [1, 1], x: [0]) == .malformedInput)
        #expect(refusal([.max, .max], [1, 1]) == .outOfRange)
        #expect(refusal([1, 1], [1, 1], share: 0.51) == .outOfRange)
        #expect(refusal([1, 1], [1, 1], share: 0) == .outOfRange)
        #expect(refusal([1, 1], [1, 1], share: .nan) == .outOfRange)
        #expect(refusal([1, 1], [1, 1], simulations: 0) == .outOfRange)
        #expect(refusal([1, 1], [1, 1], most: 0) == .outOfRange)
        #expect(refusal([1, 1], [1, 1], share: 0.4) == .notIdentified)
        #expect(refusal(Array(repeating: 1, count: 5001), Array(repeating: 1, count: 5001)) == .outOfRange)
    }

    @Test func `finds nothing where every place has its share`() throws {
        let found = try ScanStatistic.poisson(
            cases: [2, 2, 2, 2], population: [10, 10, 10, 10], at: .plane(x: [0, 1, 2, 3], y: [0, 0, 0, 0]),
            simulations: 9, seed: 1)
        #expect(found.clusters.isEmpty)
    }

    @Test func `all cases at one place stand out, with no rate outside to compare`() throws {
        let found = try ScanStatistic.poisson(
            cases: [0, 9, 0, 0], population: [10, 10, 10, 10], at: .plane(x: [0, 1, 2, 3], y: [0, 0, 0, 0]),
            simulations: 99, seed: 1)
        #expect(
            found.clusters.count == 1 && found.clusters[0].members == [1] && found.clusters[0].radius == 0)
        #expect(found.clusters[0].relativeRisk == .infinity && found.clusters[0].pValue == 0.01)
        #expect(abs(found.clusters[0].logLikelihoodRatio - 9 * log(4)) < 1e-12)
    }
}

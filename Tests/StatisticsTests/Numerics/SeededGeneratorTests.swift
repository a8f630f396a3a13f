import Testing

@testable import Statistics

@Suite struct `Seeded generator` {
    @Test func `the published sequence of SplitMix64`() {
        var generator = SeededGenerator(seed: 1_234_567)
        let numbers = (0..<5).map { _ in generator.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test func `uniform and normal numbers have their mean and variance`() {
        var generator = SeededGenerator(seed: 7)
        var (sum, squares, least, most) = (0.0, 0.0, 1.0, 0.0)
        var (normals, normalSquares) = (0.0, 0.0)
        for _ in 0..<100_000 {
            let x = generator.uniform()
            (least, most) = (min(least, x), max(most, x))
            sum += x
            squares += x * x
            let z = generator.normal()
            normals += z
            normalSquares += z * z
        }
        #expect(least >= 0 && most < 1)
        #expect((sum / 1e5).agrees(with: 0.5, to: 0.01))
        #expect((squares / 1e5).agrees(with: 1.0 / 3, to: 0.01))
        #expect((normals / 1e5).magnitude < 0.015)
        #expect((normalSquares / 1e5).agrees(with: 1, to: 0.02))
    }

    @Test(arguments: [0.3, 4, 9.99, 10, 11, 250, 1e6] as [Double])
    func `Poisson counts vary as much as their mean`(
        mean: Double
    ) {
        var generator = SeededGenerator(seed: 11)
        var (sum, squares) = (0.0, 0.0)
        for _ in 0..<40_000 {
            let difference = Double(generator.poisson(mean)) - mean
            sum += difference
            squares += difference * difference
        }
        #expect((sum / 4e4).magnitude < 4 * (mean / 4e4).squareRoot())
        #expect((squares / 4e4).agrees(with: mean, to: 0.05))
    }

    @Test func `Poisson counts come as often as they should`() {
        var generator = SeededGenerator(seed: 23)
        var seen = Array(repeating: 0.0, count: 60)
        for _ in 0..<100_000 { seen[min(59, generator.poisson(20))] += 1 }
        for k in 8...35 {
            let expected = 1e5 * Gamma.poissonMass(Double(k), 20)
            #expect((seen[k] - expected).magnitude < 5 * expected.squareRoot(), "\(k)")
        }
    }

    @Test func `no events come of a mean that is none`() {
        var generator = SeededGenerator(seed: 1)
        #expect(generator.poisson(0) == 0)
        #expect(generator.poisson(-3) == 0)
        #expect(generator.poisson(.nan) == 0)
        #expect(generator.poisson(.infinity) > 0)
    }
}

import Testing

@testable import Statistics

@Suite struct `Measured dispersion` {
    @Test func `the deaths of 2014 come in bursts`() throws {
        let found = try #require(
            Dispersion(
                groups: [(Karabakh.deathsOf2014, Array(repeating: 6, count: 12))], coefficients: 1))
        #expect(found.phi.agrees(with: 220.0 / 66, to: 1e-13))
        #expect(found.degreesOfFreedom == 11 && found.isOverdispersed)
    }

    @Test func `the p-value of Poisson counts is about uniform, even of few events`() throws {
        var generator = SeededGenerator(seed: 26)
        for mean in [0.4, 3, 50] {
            var small = 0
            for _ in 0..<2_000 {
                let counts = (0..<30).map { _ in Double(generator.poisson(mean)) }
                let average = counts.reduce(0, +) / 30
                if average == 0 { continue }
                let means = Array(repeating: average, count: 30)
                if Dispersion(groups: [(counts, means)], coefficients: 1)?.isOverdispersed == true {
                    small += 1
                }
            }
            #expect((60...145).contains(small), "\(small) of 2000 at mean \(mean)")
        }
    }

    @Test func `one event among many periods says nothing of dispersion`() throws {
        let found = try #require(
            Dispersion(groups: [([0, 0, 1, 0], [0.25, 0.25, 0.25, 0.25])], coefficients: 1))
        #expect(found.pValue == 1)
    }

    @Test func `without a degree of freedom there is none`() {
        #expect(Dispersion(groups: [([3], [3])], coefficients: 1) == nil)
        #expect(Dispersion(groups: [], coefficients: 0) == nil)
    }
}

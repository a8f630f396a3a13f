import Testing

@testable import Statistics

@Suite struct `Change is not sought` {
    static func refuses<Value>(_ code: StatisticsError.Code, _ body: () throws -> Value) {
        #expect(throws: StatisticsError(code, "")) { _ = try body() }
    }

    @Test func `where there is nothing`() {
        Self.refuses(.noData) { try PELT().means(of: []) }
        Self.refuses(.noData) { try PELT().rates(of: []) }
        Self.refuses(.noData) { try PELT().rates(of: [0, 0], exposure: [0, 0]) }
        Self.refuses(.noData) { try RateChange(of: []) }
        Self.refuses(.noData) { try RateChangePosterior(of: []) }
        Self.refuses(.noData) { try OnlineChange(of: [], hazard: 0.01) }
        Self.refuses(.noData) { try MeanBreaks(of: []) }
        Self.refuses(.noData) {
            try PoissonCUSUM(baseline: 1, raised: 2, decisionInterval: 4).run(over: [nil, nil])
        }
    }

    @Test func `in one observation, or where no change leaves the minimum on either side`() {
        Self.refuses(.tooFewData) { try PELT().means(of: [1]) }
        Self.refuses(.tooFewData) { try PELT(minimumSegment: 3).means(of: [1, 2, 3, 4, 5]) }
        Self.refuses(.tooFewData) { try PELT(minimumSegment: .max).means(of: [1, 2, 3, 4, 5]) }
        Self.refuses(.tooFewData) { try RateChange(of: [4]) }
        Self.refuses(.tooFewData) { try RateChange(of: [4, 0], exposure: [1, 0]) }
        Self.refuses(.tooFewData) { try RateChangePosterior(of: [4]) }
        Self.refuses(.tooFewData) { try MeanBreaks(of: [1, 2, 3, 4]) }
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 1e200])
    func `among values that are not finite or leave the range of a Double`(value: Double) {
        Self.refuses(.malformedInput) { try PELT().means(of: [1, value, 2]) }
        Self.refuses(.malformedInput) {
            try PELT().meansAndVariances(of: [1, value, 2], smallestVariance: 1)
        }
        Self.refuses(.malformedInput) { try MeanBreaks(of: Array(repeating: value, count: 40)) }
    }

    @Test func `among counts and exposures that break their form`() {
        Self.refuses(.malformedInput) { try PELT().rates(of: [1, -1, 2]) }
        Self.refuses(.malformedInput) { try PELT().rates(of: [1, 1], exposure: [1]) }
        Self.refuses(.malformedInput) { try PELT().rates(of: [1, 1], exposure: [1, .nan]) }
        Self.refuses(.malformedInput) { try PELT().rates(of: [1, 1], exposure: [1, -1]) }
        Self.refuses(.malformedInput) { try PELT().rates(of: [1, 1], exposure: [1, 0]) }
        Self.refuses(.malformedInput) { try PELT().rates(of: [.max, .max]) }
        Self.refuses(.malformedInput) { try RateChange(of: [1, 1], exposure: [1e308, 1e308]) }
        Self.refuses(.malformedInput) { try RateChange(of: [1, 1], exposure: [1e-9, 1]) }
        Self.refuses(.malformedInput) { try OnlineChange(of: [.max, 1], hazard: 0.1) }
        Self.refuses(.malformedInput) {
            try PoissonCUSUM(baseline: 1, raised: 2, decisionInterval: 4).run(over: [1, -1])
        }
        Self.refuses(.malformedInput) {
            try PoissonCUSUM(baseline: 1, raised: 2, decisionInterval: 4).run(over: [.max])
        }
    }

    @Test(arguments: [Double.nan, -1, .infinity])
    func `with parameters that mean nothing`(value: Double) {
        Self.refuses(.outOfRange) { try PELT(penalty: .manual(value)).means(of: [1, 2, 3]) }
        Self.refuses(.outOfRange) { try PELT().means(of: [1, 2, 3], variance: value) }
        Self.refuses(.outOfRange) { try PELT().meansAndVariances(of: [1, 2, 3], smallestVariance: value) }
        Self.refuses(.outOfRange) { try PELT().means(of: [1e9, 1e9, 1e9, 0, 0, 0]) }
        Self.refuses(.outOfRange) { try PELT(minimumSegment: 0).means(of: [1, 2, 3]) }
        Self.refuses(.outOfRange) { try PELT(minimumSegment: .min).means(of: [1, 2, 3]) }
        Self.refuses(.outOfRange) { try GammaPrior(shape: value, rate: 1) }
        Self.refuses(.outOfRange) { try GammaPrior(shape: 1, rate: value) }
        Self.refuses(.outOfRange) { try OnlineChange(of: [1, 2], hazard: value) }
        Self.refuses(.outOfRange) { try HawkesProcess(baseline: value, excitation: 1, decay: 2) }
        Self.refuses(.outOfRange) { try HawkesProcess(baseline: 1, excitation: value, decay: 2) }
        Self.refuses(.outOfRange) { try MeanBreaks(of: Aswan.flow, trimming: value) }
        Self.refuses(.outOfRange) { try MeanBreaks(of: Aswan.flow, level: value) }
        Self.refuses(.outOfRange) { try MeanBreaks(of: Aswan.flow, count: 6) }
        Self.refuses(.outOfRange) { try PoissonCUSUM(baseline: value, reference: 2, decisionInterval: 4) }
        Self.refuses(.outOfRange) { try PoissonCUSUM(baseline: 1, reference: value, decisionInterval: 4) }
        Self.refuses(.outOfRange) { try PoissonCUSUM(baseline: 1, reference: 2, decisionInterval: value) }
        Self.refuses(.outOfRange) { try PoissonCUSUM.reference(baseline: 2, raised: 2) }
        Self.refuses(.outOfRange) {
            try PoissonCUSUM(baseline: 1, reference: 2, decisionInterval: 4).averageRunLength(at: value)
        }
        Self.refuses(.outOfRange) {
            try PoissonCUSUM.decisionInterval(forAverageRunLength: value, baseline: 1, reference: 2)
        }
        Self.refuses(.outOfRange) { try RateChangePosterior(of: [1, 2]).range(holding: value) }
    }

    @Test func `by a chart whose sum would wander without end`() throws {
        let wide = try PoissonCUSUM(baseline: 1000, reference: 1000, decisionInterval: 200_000)
        Self.refuses(.notConverged) { try wide.averageRunLength(at: 1000) }
        let slow = try PoissonCUSUM(baseline: 1e-6, reference: 1e-6, decisionInterval: 1e6)
        Self.refuses(.notConverged) { try slow.averageRunLength(at: 1e-6) }
    }

    @Test func `in vain where every value is the same`() throws {
        #expect(try PELT().means(of: [4, 4, 4, 4]).changes.isEmpty)
        #expect(try PELT().rates(of: [4, 4, 4, 4]).changes.isEmpty)
        #expect(try PELT().rates(of: [0, 0, 0, 0]).changes.isEmpty)
        #expect(try PELT().rates(of: [0, 0, 0, 0]).segments.map(\.mean) == [0])
        #expect(try RateChange(of: [4, 4, 4, 4]).statistic < 1e-12)
    }

    @Test func `without an answer that is a number where numbers are huge or tiny`() throws {
        let big = try PELT().means(of: [1e140, -1e140, 1e140, 1e140], variance: 1e280)
        #expect(big.segments.allSatisfy { $0.mean.isFinite })
        let small = try PELT().means(of: [1e-300, 2e-300, 0, 1e-300], variance: 1e-300)
        #expect(small.cost.isFinite)
        let counts = try PELT().rates(of: [0, 1_000_000_000_000, 0, 0])
        #expect(counts.changes == [1, 2])
        #expect(try RateChange(of: [0, 1_000_000_000_000]).statistic.isFinite)
        #expect(try RateChangePosterior(of: [0, 1_000_000_000_000]).logBayesFactor.isFinite)
        let tiny = try RateChange(of: [1, 1], exposure: [1e-100, 1e-95])
        #expect(tiny.statistic.isFinite && tiny.rateBefore.isFinite)
    }
}

import Foundation
import Testing

@testable import Statistics

@Suite struct `A Hawkes process` {
    static let times = [0.5, 1.1, 1.3, 2, 3.7, 3.9, 4, 6.2, 8.8, 9.1]

    @Test func `has the reference log likelihood`() throws {
        let process = try HawkesProcess(baseline: 0.5, excitation: 0.8, decay: 2)
        #expect(
            try process.logLikelihood(of: Self.times, until: 10).lies(within: 1e-12, of: -11.319257524482))
        #expect(process.branchingRatio == 0.4)
    }

    @Test func `has the likelihood of the double sum`() throws {
        var random = SeededGenerator(seed: 5)
        var (times, now) = ([Double](), 0.0)
        for _ in 0..<60 {
            now += random.exponential()
            times.append(now)
        }
        let end = now + 1
        let process = try HawkesProcess(baseline: 0.3, excitation: 0.5, decay: 0.7)
        var expected = -0.3 * end
        for (index, time) in times.enumerated() {
            let sum = times[..<index].map { exp(-0.7 * (time - $0)) }.reduce(0, +)
            expected += log(0.3 + 0.5 * sum) - 0.5 / 0.7 * (1 - exp(-0.7 * (end - time)))
        }
        #expect(try process.logLikelihood(of: times, until: end).lies(within: 1e-12, of: expected))
    }

    @Test func `in hours instead of days loses log 24 for each event`() throws {
        let days = try HawkesProcess(baseline: 0.5, excitation: 0.8, decay: 2)
        let hours = try HawkesProcess(baseline: 0.5 / 24, excitation: 0.8 / 24, decay: 2.0 / 24)
        let expected = try days.logLikelihood(of: Self.times, until: 10) - 10 * log(24)
        let found = try hours.logLikelihood(of: Self.times.map { 24 * $0 }, until: 240)
        #expect(found.lies(within: 1e-12, of: expected))
    }

    @Test func `without excitation is a Poisson process`() throws {
        let process = try HawkesProcess(baseline: 1.5, excitation: 0, decay: 2)
        #expect(
            try process.logLikelihood(of: Self.times, until: 10).lies(within: 1e-12, of: 10 * log(1.5) - 15))
        #expect(try process.logLikelihood(of: [], until: 10) == -15)
    }

    @Test(arguments: [[1, 1], [2, 1], [-1, 2], [1, 11], [.nan], [.infinity]])
    func `refuses ties, disorder and times out of the window`(times: [Double]) throws {
        let process = try HawkesProcess(baseline: 0.5, excitation: 0.8, decay: 2)
        #expect(throws: StatisticsError(.malformedInput, "")) {
            try process.logLikelihood(of: times, until: 10)
        }
    }
}

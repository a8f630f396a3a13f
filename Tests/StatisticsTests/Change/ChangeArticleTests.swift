import Foundation
import Testing

import Statistics

/// The examples of the article on change, as a reader would type them.
@Suite struct `Examples of the article on change` {
    @Test func `segmentation of log rates`() throws {
        let violationsPerDay = [790.0, 810, 655, 700, 18, 31, 25, 40, 30, 210, 265, 240]
        let logs = violationsPerDay.map { log($0 + 1) }
        let segmentation = try PELT(penalty: .mbic, minimumSegment: 3).means(of: logs)
        #expect(segmentation.changes == [4, 9])
        #expect(segmentation.segments.map { Int(exp($0.mean) - 1) } == [735, 27, 237])
    }

    @Test func `segmentation of counts`() throws {
        let incidents = [4, 5, 3, 6, 0, 0, 0, 1, 0, 1]
        let days = [7.0, 7, 7, 7, 0, 0, 7, 7, 7, 7]
        let segmentation = try PELT(penalty: .bic, minimumSegment: 2).rates(of: incidents, exposure: days)
        #expect(segmentation.changes == [6])
        #expect(segmentation.segments.map(\.observations) == [4, 4])
    }

    @Test func `an alarm and how often chance rings it`() throws {
        let usual = 34.0 / 12
        let chart = try PoissonCUSUM(baseline: usual, raised: 2 * usual, decisionInterval: 10)
        let deaths = [4, 2, 6, 6, 5, 6, 11, 18, 4, 2, 5, 3]
        let run = try chart.run(over: deaths)
        #expect(run.alarms[0].index == 6)
        #expect(run.alarms[0].averageRunLength.rounded() == 6180)
        #expect(try chart.averageRunLength(at: 2 * usual).rounded() == 7)
    }

    @Test func `a decision interval for a bearable number of false alarms`() throws {
        let interval = try PoissonCUSUM.decisionInterval(
            forAverageRunLength: 520, baseline: 3, reference: 4.3)
        let chart = try PoissonCUSUM(baseline: 3, reference: 4.3, decisionInterval: interval)
        #expect(try chart.averageRunLength(at: 3) >= 520)
    }

    @Test func `one change, by likelihood and by Bayes`() throws {
        let counts = [3, 5, 4, 2, 6, 1, 0, 1, 2, 0]
        let change = try RateChange(of: counts)
        #expect(change.index == 5)
        #expect(change.rateBefore == 4)
        #expect(change.rateAfter == 0.8)
        let posterior = try RateChangePosterior(of: counts, prior: GammaPrior(shape: 1, rate: 1))
        #expect(posterior.mode == 5)
        #expect(posterior.logBayesFactor > 2.3)
        #expect(try posterior.range(holding: 0.8) == 5...6)
    }

    @Test func `run lengths`() throws {
        let found = try OnlineChange(of: [2, 3, 2, 2, 3, 2, 14, 16, 15], hazard: 0.05)
        #expect(found.mostProbableRunLengths == [1, 2, 3, 4, 5, 6, 1, 2, 3])
    }

    @Test func `a break with its interval`() throws {
        let levels = [10.2, 9.7, 10.4, 9.9, 10.1, 9.8, 10.3, 12.1, 11.8, 12.3, 11.9, 12.2, 12.0, 11.7]
        let found = try MeanBreaks(of: levels)
        #expect(found.breaks.map(\.index) == [7])
        #expect(found.breaks[0].interval == 6...8)
    }

    @Test func `a likelihood to recompute`() throws {
        let process = try HawkesProcess(baseline: 0.5, excitation: 0.8, decay: 2)
        let likelihood = try process.logLikelihood(of: [0.5, 1.1, 1.3, 2.0], until: 4)
        #expect(likelihood < 0)
    }
}

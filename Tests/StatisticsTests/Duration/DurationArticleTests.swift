import Testing

import Statistics

/// The examples of the article on duration, as a reader would type them.
@Suite struct `Examples of the article on duration` {
    @Test func `six ceasefires`() throws {
        let days: [Double] = [3, 12, 12, 40, 75, 200]
        let broke = [true, true, true, false, true, false]
        let durations = try Durations(times: days, events: broke)
        #expect(durations.count == 6)
        #expect(durations.eventCount == 4)
        #expect(durations.atRisk(at: 40) == 3)
    }

    @Test func `their curve`() throws {
        let durations = try Durations(
            times: [3, 12, 12, 40, 75, 200], events: [true, true, true, false, true, false])
        let curve = KaplanMeier(durations)
        let median = try curve.median(on: .logLog)
        let mean = try curve.restrictedMean(until: 100)
        let table = try curve.table(at: [0, 30, 90])
        #expect(Figures.agree(curve.survival, [5.0 / 6, 0.5, 0.5, 0.25, 0.25]))
        #expect([median.time, median.lower, median.upper] == [43.5, 3, nil])
        #expect(Figures.agree([mean.mean, mean.standardError], [48.3, 16.7], within: 0.003))
        #expect(table.map(\.atRisk) == [6, 3, 1])
    }

    @Test func `written ones against the others`() throws {
        let durations = try Durations(
            times: [3, 12, 12, 40, 75, 200, 8, 90, 150, 365],
            events: [true, true, true, false, true, false, true, true, false, false])
        let written = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1]
        let test = try LogRank(durations, groups: written)
        #expect(test.groups.map(\.observed) == [4, 2])
        #expect(Figures.agree(test.groups.map(\.expected), [3.06, 2.94], within: 0.002))
        #expect(test.degreesOfFreedom == 1)
        #expect(Figures.agree([test.chiSquared, test.pValue], [0.68, 0.41], within: 0.01))
    }

    @Test func `two ways to end`() throws {
        let incidence = try CumulativeIncidence(
            times: [10, 20, 20, 35, 60, 60, 90, 120], causes: [1, 2, 1, 0, 1, 2, 0, 1])
        let resumed = try incidence.incidence(of: 1, at: 60)
        let naive = try incidence.naive(1).table(at: [60])
        #expect(Figures.agree(resumed?.incidence, 0.406, within: 0.002))
        #expect(Figures.agree(resumed?.standardError, 0.184, within: 0.002))
        #expect(Figures.agree(naive[0].survival.map { 1 - $0 }, 0.4375))
    }

    @Test func `the ratio of rates`() throws {
        let durations = try Durations(
            times: [3, 12, 12, 40, 75, 200, 8, 90, 150, 365],
            events: [true, true, true, false, true, false, true, true, false, false])
        let written: [Double] = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1]
        let fit = try CoxRegression(durations, covariates: [written])
        let interval = try fit.hazardRatioIntervals()[0]
        #expect(
            Figures.agree(
                fit.hazardRatios + [interval.lower, interval.upper], [0.47, 0.08, 2.77], within: 0.02))
    }

    @Test func `ends that nobody dated`() throws {
        let bounds = try SurvivalBounds([
            .ended(3), .ended(12), .ended(30), .ended(200),
            .endedBetween(20, 50),
            .unknown(after: 1, until: 365), .unknown(after: 9, until: 365), .unknown(after: 60, until: 365),
            .censored(100),
        ])
        #expect(bounds.unknownCount == 4)
        #expect(bounds.medianRange.lower == 20)
        #expect(bounds.medianRange.upper == 200)
    }
}

import Statistics
import Testing

/// The examples of the article on rates, as a reader would type them.
@Suite struct `Examples of the article on rates` {
    @Test func `events into weeks`() throws {
        // Day 18,267 is Monday, 6 January 2020.
        let events = [
            DatedEvent(day: 18_267, side: 0),
            DatedEvent(day: 18_272, lastDay: 18_275, side: 1, size: 4),
            DatedEvent(day: 18_284, side: 0),
        ]
        let counts = try EventCounts(
            events, sides: 2, days: 18_267..<18_288, grid: .weeks, unobserved: [18_281..<18_288])
        #expect(counts.sides[0].periods.map(\.count) == [1, 0, nil])
        #expect(counts.sides[1].periods.map(\.count) == [2, 2, nil])
        #expect(counts.unobserved == 1)
    }

    @Test func `two totals`() throws {
        let deaths = try RateRatio.exact(events: 72, effort: 12, before: (events: 34, effort: 12))
        #expect(deaths.ratio.agrees(with: "2.118"))
        #expect(deaths.interval.lower.agrees(with: "1.390"))
        #expect(deaths.interval.upper.agrees(with: "3.285"))
        #expect(deaths.model == .poisson(.notMeasurable, nil))
    }

    @Test func `around a break`() throws {
        let violations = [6850.0, 8700, 5200, 8000, 256, 440, 254, 120]
        let series = try RateSeries(
            violations.enumerated().map { i, count in
                ObservationPeriod(start: 18_470 + 14 * (i - 4), days: 14, count: count)
            })
        let fall = try RateRatio.around(18_470, in: series)
        #expect(fall.ratio.agrees(with: "0.037"))
        #expect(fall.interval.lower.agrees(with: "0.013") && fall.interval.upper.agrees(with: "0.108"))
        #expect(fall.model.reason == .varianceFollowsMean)
        #expect(fall.model.dispersion?.phi.agrees(with: "195") == true)
    }

    @Test func `an interrupted series`() throws {
        let violations = [
            7200.0, 9800, 10_500, 9850, 6850, 8700, 5200, 8000, 256, 440, 254, 120, 429, 215, 253, 469,
        ]
        let series = try RateSeries(
            violations.enumerated().map { i, count in
                ObservationPeriod(start: 18_470 + 14 * (i - 8), days: 14, count: count)
            })
        let plan = InterruptionPlan(breaks: [18_470], trend: .years)
        let found = try InterruptedSeries(series, plan: plan)
        let step = try #require(found.term(.level(18_470)))
        #expect(step.factor.agrees(with: "0.038"))
        #expect(step.factorInterval.lower.agrees(with: "0.020"))
        #expect(step.factorInterval.upper.agrees(with: "0.072"))
        #expect(found.model.reason == .varianceFollowsSquare)
        #expect(found.withoutBreaks[15].agrees(with: "7852") && found.fitted[15].agrees(with: "300"))
    }
}

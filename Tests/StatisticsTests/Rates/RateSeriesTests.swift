import Testing

@testable import Statistics

@Suite struct `Rate series` {
    @Test func `periods stand in the order of time, and gaps are allowed`() throws {
        let series = try RateSeries([
            ObservationPeriod(start: 14, days: 7, count: 1), ObservationPeriod(start: 0, days: 7, count: 3),
        ])
        #expect(series.periods.map(\.start) == [0, 14])
        #expect(series.events == 4 && series.effort == 14)
        #expect(series.rate == 4.0 / 14)
    }

    @Test func `a rate needs effort and a count`() throws {
        let blind = ObservationPeriod(start: 0, days: 7, effort: 0, count: 3)
        let unknown = ObservationPeriod(start: 7, days: 7, count: nil)
        #expect(blind.rate == nil && unknown.rate == nil)
        let series = try RateSeries([blind, unknown])
        #expect(series.rate == nil && series.missing == 2 && series.events == 0)
        #expect(ObservationPeriod(start: 0, days: 7, count: 0).rate == 0)
    }

    @Test func `splitting leaves out what holds the day inside`() throws {
        let series = try RateSeries((0..<4).map { ObservationPeriod(start: $0 * 10, days: 10, count: 1) })
        let clean = series.split(at: 20)
        #expect(clean.before.periods.count == 2 && clean.after.periods.count == 2 && clean.straddling == nil)
        let cut = series.split(at: 25)
        #expect(cut.before.periods.count == 2 && cut.after.periods.count == 1)
        #expect(cut.straddling?.start == 20)
        #expect(series.starting(in: 10..<30).periods.map(\.start) == [10, 20])
    }

    @Test func `periods that are none are refused`() {
        let bad = [
            ObservationPeriod(start: 0, days: 0, count: 1), ObservationPeriod(start: .max, days: 7, count: 1),
            ObservationPeriod(start: 0, days: .max, count: 1),
            ObservationPeriod(start: 0, days: 7, effort: -1, count: 1),
            ObservationPeriod(start: 0, days: 7, effort: .nan, count: 1),
            ObservationPeriod(start: 0, days: 7, effort: .infinity, count: 1),
            ObservationPeriod(start: 0, days: 7, effort: 1e-300, count: 1),
            ObservationPeriod(start: 0, days: 7, count: -1),
            ObservationPeriod(start: 0, days: 7, count: .nan),
            ObservationPeriod(start: 0, days: 7, count: .infinity),
        ]
        for period in bad {
            #expect(throws: StatisticsError(.malformedInput, ""), "\(period)") { try RateSeries([period]) }
        }
        #expect(throws: StatisticsError(.malformedInput, "")) {
            try RateSeries([
                ObservationPeriod(start: 0, days: 8, count: 1),
                ObservationPeriod(start: 7, days: 7, count: 1),
            ])
        }
    }
}

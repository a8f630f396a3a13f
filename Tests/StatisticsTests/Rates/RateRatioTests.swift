import Testing

@testable import Statistics

@Suite struct `Rate ratio` {
    @Test func `eleven events in 800 days against 21 in 3011`() throws {
        let found = try RateRatio.exact(events: 11, effort: 800, before: (events: 21, effort: 3011))
        #expect(found.ratio.agrees(with: 1.971488095238095, to: 1e-14))
        #expect(found.ratio.agrees(with: "1.971488095"))
        #expect(found.interval.lower.agrees(with: "0.8584264034"))
        #expect(found.interval.upper.agrees(with: "4.277265944"))
        #expect(found.interval.lower.agrees(with: 0.85842640339163966786, to: 1e-12))
        #expect(found.interval.upper.agrees(with: 4.2772659436540743609, to: 1e-12))
        #expect(found.pValue.agrees(with: "0.07966863"))
        #expect(found.pValue.agrees(with: 0.079668633033329473588, to: 1e-12))
        #expect(found.model == .poisson(.notMeasurable, nil))
    }

    @Test func `six violations on the line of contact in four months after 1687`() throws {
        let found = try RateRatio.exact(events: 6, effort: 122, before: (events: 1687, effort: 122))
        #expect(found.ratio.agrees(with: "0.003556609366"))
        #expect(found.interval.lower.agrees(with: "0.00130336016"))
        #expect(found.interval.upper.agrees(with: "0.007757447956"))
        #expect(found.interval.lower.agrees(with: 0.0013033601601004358192, to: 1e-12))
        #expect(found.interval.upper.agrees(with: 0.0077574479562742959383, to: 1e-12))
    }

    @Test func `seventy-two deaths in 2014 after 34 in 2012`() throws {
        let found = try RateRatio.exact(events: 72, effort: 12, before: (events: 34, effort: 12))
        #expect(found.ratio.agrees(with: "2.118"))
        #expect(found.interval.lower.agrees(with: "1.390"))
        #expect(found.interval.upper.agrees(with: "3.285"))
        #expect(found.interval.lower.agrees(with: 1.389889993305883733, to: 1e-12))
        #expect(found.interval.upper.agrees(with: 3.2846513784425702203, to: 1e-12))
    }

    @Test func `a side without events leaves one end open`() throws {
        let silence = try RateRatio.exact(events: 0, effort: 1, before: (events: 5, effort: 1))
        #expect(silence.ratio == 0)
        #expect(silence.interval.lower == 0)
        #expect(silence.interval.upper.agrees(with: 1.0912791051825464613, to: 1e-12))
        #expect(silence.pValue.agrees(with: 0.0625, to: 1e-13))
        let outbreak = try RateRatio.exact(events: 5, effort: 2, before: (events: 0, effort: 1))
        #expect(outbreak.ratio == .infinity)
        #expect(outbreak.interval.lower.agrees(with: 0.45817792865772981191, to: 1e-12))
        #expect(outbreak.interval.upper == .infinity)
    }

    @Test(.enabled(if: Table.isThere, "the reference data are not beside the repository"))
    func `violations fell to seven in a hundred after 27 July 2020`() throws {
        let half = try RateRatio.around(Donbas.measures, in: Donbas.series(), window: 183)
        #expect(half.ratio.agrees(with: "0.0673909"))
        #expect(half.interval.lower.agrees(with: "0.0429505"))
        #expect(half.interval.upper.agrees(with: "0.105739"))
        #expect(half.model.dispersion?.phi.agrees(with: "417.8") == true)
        guard case .quasiPoisson(.varianceFollowsMean, _) = half.model else {
            Issue.record("the model is \(half.model)")
            return
        }
        // Forty digits and the same formula.
        #expect(half.ratio.agrees(with: 0.06739093242087255, to: 1e-12))
        #expect(half.interval.lower.agrees(with: 0.04295051688571895, to: 1e-12))
        #expect(half.interval.upper.agrees(with: 0.10573883859508737, to: 1e-12))
        #expect(half.before.periods == 13 && half.after.periods == 13)
        #expect(half.before.rate.rounded() == 642 && half.after.rate.rounded() == 43)

        let year = try RateRatio.around(Donbas.measures, in: Donbas.series(), window: 366)
        #expect(year.ratio.agrees(with: "0.191296"))
        #expect(year.interval.lower.agrees(with: "0.132073"))
        #expect(year.interval.upper.agrees(with: "0.277075"))
    }

    @Test(.enabled(if: Table.isThere, "the reference data are not beside the repository"))
    func `a Poisson interval of the violations is falsely narrow`() throws {
        let found = try RateRatio.around(Donbas.measures, in: Donbas.series(), window: 183, model: .poisson)
        #expect(found.interval.lower.agrees(with: "0.0659"))
        #expect(found.interval.upper.agrees(with: "0.0689"))
        #expect(found.model.reason == .asked)
    }

    @Test func `a period that holds the break is left out`() throws {
        let series = try RateSeries(
            (0..<10).map { ObservationPeriod(start: $0 * 7, days: 7, count: $0 < 5 ? 9 : 3) })
        let found = try RateRatio.around(37, in: series, model: .poisson)
        #expect(found.straddling?.start == 35)
        #expect(found.before.periods == 5 && found.after.periods == 4)
        #expect(try RateRatio.around(35, in: series).straddling == nil)
    }

    @Test func `weeks without observation are no quiet weeks`() throws {
        let before = try RateSeries((0..<6).map { ObservationPeriod(start: $0 * 7, days: 7, count: 4) })
        var weeks = (6..<12).map { ObservationPeriod(start: $0 * 7, days: 7, count: 2) }
        let complete = try RateRatio.between(before, RateSeries(weeks))
        weeks.append(ObservationPeriod(start: 84, days: 7, effort: 0, count: 0))
        weeks.append(ObservationPeriod(start: 91, days: 7, effort: 0, count: nil))
        weeks.append(ObservationPeriod(start: 98, days: 7, effort: 7, count: nil))
        let gappy = try RateRatio.between(before, RateSeries(weeks))
        #expect(gappy.ratio == complete.ratio && gappy.interval == complete.interval)
        #expect(gappy.after.missing == 3 && gappy.after.periods == 6)
    }

    @Test func `half the patrols and half the events are the same rate`() throws {
        let before = try RateSeries(
            (0..<8).map { ObservationPeriod(start: $0, days: 1, effort: 4, count: 8) })
        let after = try RateSeries(
            (8..<16).map { ObservationPeriod(start: $0, days: 1, effort: 2, count: 4) })
        let found = try RateRatio.between(before, after)
        #expect(found.ratio == 1 && found.pValue > 0.99)
        #expect(found.model.reason == .notOverdispersed)
    }

    @Test func `bursts whose spread grows with their level are negative binomial`() throws {
        var generator = SeededGenerator(seed: 2014)
        // Means from 4 to 900 with the same relative spread: gamma mixed counts of size 4.
        var periods: [ObservationPeriod] = []
        for i in 0..<120 {
            let effort = [1.0, 10, 60][i % 3]
            var gamma = 0.0
            for _ in 0..<4 { gamma += generator.exponential() / 4 }
            let mean = effort * (i < 60 ? 15 : 4) * gamma
            let count = Double(generator.poisson(mean))
            periods.append(ObservationPeriod(start: i * 7, days: 7, effort: effort, count: count))
        }
        let found = try RateRatio.around(420, in: RateSeries(periods))
        guard case .negativeBinomial(let theta, .varianceFollowsSquare, let dispersion) = found.model else {
            Issue.record("the model is \(found.model)")
            return
        }
        #expect(theta > 2.5 && theta < 7 && dispersion.phi > 10)
        #expect(found.interval.contains(4.0 / 15))
        let asked = try RateRatio.around(420, in: RateSeries(periods), model: .negativeBinomial)
        #expect(asked.ratio == found.ratio && asked.model.reason == .asked)
    }

    @Test func `an outbreak after burst and silence has an upper end of infinity, and a wide lower one`()
        throws
    {
        let before = try RateSeries((0..<8).map { ObservationPeriod(start: $0, days: 1, count: 0) })
        let after = try RateSeries(
            [0, 40, 0, 0, 90, 0, 3, 0].enumerated().map {
                ObservationPeriod(start: 8 + $0.offset, days: 1, count: $0.element)
            })
        let bursts = try RateRatio.between(before, after)
        let naive = try RateRatio.between(before, after, model: .poisson)
        #expect(bursts.ratio == .infinity && bursts.interval.upper == .infinity)
        #expect(bursts.interval.lower < naive.interval.lower / 5 && bursts.interval.lower > 0)
        #expect(bursts.pValue > naive.pValue && bursts.pValue <= 1)
    }

    @Test func `few degrees of freedom widen the interval`() throws {
        let before = try RateSeries(
            [30, 5, 60, 12].enumerated().map {
                ObservationPeriod(start: $0.offset, days: 1, count: $0.element)
            })
        let after = try RateSeries(
            [3, 14, 1, 9].enumerated().map {
                ObservationPeriod(start: 4 + $0.offset, days: 1, count: $0.element)
            })
        let plain = try RateRatio.between(before, after, model: .quasiPoisson, quantile: .normal)
        let wide = try RateRatio.between(before, after, model: .quasiPoisson)
        let exact = try RateRatio.between(before, after, model: .quasiPoisson, quantile: .studentT)
        #expect(wide == exact)
        #expect(wide.interval.lower < plain.interval.lower && wide.interval.upper > plain.interval.upper)
    }

    @Test func `what cannot be answered is refused`() throws {
        let calm = try RateSeries((0..<4).map { ObservationPeriod(start: $0, days: 1, count: 0) })
        let later = try RateSeries((4..<8).map { ObservationPeriod(start: $0, days: 1, count: 0) })
        let unseen = try RateSeries([ObservationPeriod(start: 0, days: 1, effort: 0, count: nil)])
        let empty = try RateSeries([])
        #expect(throws: StatisticsError(.noData, "")) { try RateRatio.between(calm, later) }
        #expect(throws: StatisticsError(.noData, "")) { try RateRatio.between(unseen, later) }
        #expect(throws: StatisticsError(.noData, "")) { try RateRatio.between(calm, empty) }
        #expect(throws: StatisticsError(.noData, "")) {
            try RateRatio.exact(events: 3, effort: 0, before: (events: 1, effort: 2))
        }
        for bad in [-1, Double.nan, .infinity] {
            #expect(throws: StatisticsError(.malformedInput, "")) {
                try RateRatio.exact(events: bad, effort: 1, before: (events: 1, effort: 2))
            }
        }
        for confidence in [0, 1, 1.5, Double.nan] {
            #expect(throws: StatisticsError(.outOfRange, "")) {
                try RateRatio.exact(
                    events: 1, effort: 1, before: (events: 1, effort: 2), confidence: confidence)
            }
        }
        let one = try RateSeries([ObservationPeriod(start: 0, days: 1, count: 4)])
        let other = try RateSeries([ObservationPeriod(start: 1, days: 1, count: 2)])
        #expect(try RateRatio.between(one, other).model.reason == .notMeasurable)
        #expect(throws: StatisticsError(.tooFewData, "")) {
            try RateRatio.between(one, other, model: .quasiPoisson)
        }
        #expect(throws: StatisticsError(.outOfRange, "")) {
            try RateRatio.around(.max, in: one, window: .max)
        }
        #expect(throws: StatisticsError(.outOfRange, "")) { try RateRatio.around(3, in: one, window: 0) }
    }

    @Test func `a single event is compared like any other number`() throws {
        let before = try RateSeries((0..<10).map { ObservationPeriod(start: $0, days: 1, count: 0) })
        let after = try RateSeries(
            (10..<20).map { ObservationPeriod(start: $0, days: 1, count: $0 == 13 ? 1 : 0) })
        let found = try RateRatio.between(before, after)
        #expect(found.ratio == .infinity && found.pValue == 1)
        #expect(found.model.reason == .notOverdispersed)
    }
}

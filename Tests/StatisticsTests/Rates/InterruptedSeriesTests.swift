import Foundation
import Testing

@testable import Statistics

@Suite struct `Interrupted series` {
    @Suite(.enabled(if: Table.isThere, "the reference data are not beside the repository"))
    struct `Seat belts in Great Britain` {
        /// Compulsory from 31 January 1983; the first month under the law was February.
        static let law = Table.day(1983, 2, 1)

        static let plan = InterruptionPlan(breaks: [law], trend: .calendarMonths, season: .calendarMonths)

        static func months() throws -> RateSeries {
            let killed = try Table("reference/seatbelts.csv").numbers("DriversKilled")
            return try RateSeries(
                killed.enumerated().map { i, count in
                    let start = PeriodGrid.months.start(of: 1969 * 12 + i)
                    let end = PeriodGrid.months.start(of: 1969 * 12 + i + 1)
                    return ObservationPeriod(start: start, days: end - start, effort: 1, count: count)
                })
        }

        @Test func `independent deaths`() throws {
            let found = try InterruptedSeries(Self.months(), plan: Self.plan, model: .poisson)
            let law = try #require(found.term(.level(Self.law)))
            #expect(law.estimate.agrees(with: "-0.135791995825"))
            // R prints the error at its last step but one, whose last digits differ from those at the maximum.
            #expect(law.standardError.agrees(with: 0.025943722437, to: 1e-9))
            #expect(law.estimate.agrees(with: -0.135791995824980446, to: 1e-12))
            #expect(law.standardError.agrees(with: 0.025943722447672156, to: 1e-12))
            #expect(found.terms.count == 14 && found.residualDegreesOfFreedom == 178)
        }

        @Test func `deaths that vary more than independent ones`() throws {
            let found = try InterruptedSeries(Self.months(), plan: Self.plan, model: .quasiPoisson)
            let law = try #require(found.term(.level(Self.law)))
            let dispersion = try #require(found.model.dispersion)
            #expect(law.estimate.agrees(with: "-0.135791995825"))
            #expect(law.standardError.agrees(with: "0.0384491452"))
            #expect(law.standardError.agrees(with: 0.0384491452, to: 1e-9))
            #expect(dispersion.phi.agrees(with: "2.196386668"))
            #expect(dispersion.isOverdispersed)
        }

        @Test func `negative binomial deaths`() throws {
            let found = try InterruptedSeries(Self.months(), plan: Self.plan, model: .negativeBinomial)
            let law = try #require(found.term(.level(Self.law)))
            guard case .negativeBinomial(let theta, .asked, _) = found.model else {
                Issue.record("the model is \(found.model)")
                return
            }
            #expect(law.estimate.agrees(with: "-0.1395589688"))
            #expect(law.standardError.agrees(with: "0.036017046"))
            #expect(theta.agrees(with: "117.4612626"))
        }

        @Test func `the measured dispersion decides`() throws {
            let found = try InterruptedSeries(Self.months(), plan: Self.plan)
            let law = try #require(found.term(.level(Self.law)))
            #expect(found.model.dispersion?.isOverdispersed == true)
            #expect(
                found.model.reason == .varianceFollowsMean || found.model.reason == .varianceFollowsSquare)
            #expect(law.factorInterval.upper < 1 && law.pValue < 0.001)
            #expect(law.factorInterval.contains(law.factor))
        }
    }

    static let fall = Table.day(2020, 7, 27)

    /// Weekly counts with a yearly wave, a trend, a step and a change of slope.
    static func weeks(
        seed: UInt64, step: Double = -1.2, slope: Double = 0.8, start: Int = fall - 104 * 7, weeks: Int = 208,
        gap: Range<Int> = 0..<0
    ) throws -> RateSeries {
        var generator = SeededGenerator(seed: seed)
        return try RateSeries(
            (0..<weeks).map { i in
                let day = start + 7 * i
                let years = (Double(i) + 0.5 - Double(weeks) / 2) * 7 / 365.25
                let effort = Double(1 + Int(generator.uniform() * 6))
                let wave = 0.3 * sin(2 * .pi * (Double(day) + 3.5) / 365.25)
                let broken = i >= weeks / 2 ? step + slope * years : 0
                let mean = effort * exp(3.5 + 0.2 * years + wave + broken)
                let count = Double(generator.poisson(mean))
                let isBlind = gap.contains(i)
                return ObservationPeriod(
                    start: day, days: 7, effort: isBlind ? 0 : effort, count: isBlind ? nil : count)
            })
    }

    static let plan = InterruptionPlan(
        breaks: [fall], trend: .years, hasSlopeChange: true, season: .harmonics(1, cycle: 365.25))

    @Test func `the numbers that made the series are found again`() throws {
        let found = try InterruptedSeries(Self.weeks(seed: 1), plan: Self.plan)
        let expected: [(InterruptedSeries.Term.Kind, Double)] = [
            (.intercept, 3.5), (.trend, 0.2), (.level(Self.fall), -1.2), (.slope(Self.fall), 0.8),
            (.sine(1), 0.3),
            (.cosine(1), 0),
        ]
        for (kind, truth) in expected {
            let term = try #require(found.term(kind))
            #expect((term.estimate - truth).magnitude < 4 * term.standardError, "\(kind): \(term)")
            #expect(term.standardError < 0.1)
        }
        #expect(found.model.reason == .notOverdispersed)
        #expect(found.residualAutocorrelation.magnitude < 0.2)
        // Without the breaks the last weeks would have gone on as they were.
        let years = 103.5 * 7 / 365.25
        let ratio = (found.fitted.last ?? 0) / (found.withoutBreaks.last ?? 1)
        #expect(log(ratio).agrees(with: -1.2 + 0.8 * years, to: 0.25))
        #expect(found.fitted.first == found.withoutBreaks.first)
    }

    @Test func `a summer without observation moves nothing`() throws {
        let whole = try InterruptedSeries(Self.weeks(seed: 3), plan: Self.plan)
        let gappy = try InterruptedSeries(Self.weeks(seed: 3, gap: 40..<53), plan: Self.plan)
        #expect(gappy.missing == 13 && gappy.periods.count == 195)
        let (one, other) = (whole.term(.level(Self.fall)), gappy.term(.level(Self.fall)))
        #expect(((one?.estimate ?? 9) - (other?.estimate ?? -9)).magnitude < 0.05)
    }

    @Test func `the order of the periods, the unit of effort and of time change what they must`() throws {
        var generator = SeededGenerator(seed: 9)
        let series = try Self.weeks(seed: 5)
        let found = try InterruptedSeries(series, plan: Self.plan)
        let shuffled = try InterruptedSeries(
            RateSeries(series.periods.shuffled(using: &generator)), plan: Self.plan)
        #expect(shuffled == found)

        let hours = try RateSeries(
            series.periods.map {
                ObservationPeriod(start: $0.start, days: 7, effort: $0.effort * 24, count: $0.count)
            })
        let daily = InterruptionPlan(
            breaks: [Self.fall], trend: .days(1), hasSlopeChange: true, season: .harmonics(1, cycle: 365.25))
        let other = try InterruptedSeries(hours, plan: daily)
        for (term, scaled) in zip(found.terms, other.terms) {
            let expected =
                switch term.kind {
                case .intercept: term.estimate - log(24)
                case .trend, .slope: term.estimate / 365.25
                default: term.estimate
                }
            #expect((scaled.estimate - expected).magnitude < 1e-9, "\(term.kind)")
        }
        #expect(other.logLikelihood.agrees(with: found.logLikelihood, to: 1e-11))
    }

    @Test func `a shift by whole cycles shifts the days of the terms alone`() throws {
        let shift = 365 * 4 + 1
        let series = try Self.weeks(seed: 5)
        let later = try RateSeries(
            series.periods.map {
                ObservationPeriod(start: $0.start + shift, days: 7, effort: $0.effort, count: $0.count)
            })
        let moved = InterruptionPlan(
            breaks: [Self.fall + shift], trend: .years, hasSlopeChange: true,
            season: .harmonics(1, cycle: 365.25))
        let (found, other) = try (
            InterruptedSeries(series, plan: Self.plan), InterruptedSeries(later, plan: moved)
        )
        for (term, shifted) in zip(found.terms, other.terms) {
            #expect((term.estimate - shifted.estimate).magnitude < 1e-9)
            #expect(term.standardError.agrees(with: shifted.standardError, to: 1e-8))
        }
        #expect(other.term(.level(Self.fall + shift)) != nil)
    }

    @Test func `a step alone is the rate ratio`() throws {
        let series = try Karabakh.months(Karabakh.deathsOf2014, of: 2014)
        let july = Table.day(2014, 7, 1)
        let step = InterruptionPlan(breaks: [july])
        for request in [.quasiPoisson, .negativeBinomial] as [CountModel.Request] {
            let ratio = try RateRatio.around(july, in: series, model: request)
            let found = try InterruptedSeries(series, plan: step, model: request)
            let term = try #require(found.term(.level(july)))
            #expect(term.factor.agrees(with: ratio.ratio, to: 1e-10))
            #expect(term.factorInterval.lower.agrees(with: ratio.interval.lower, to: 1e-9))
            #expect(term.factorInterval.upper.agrees(with: ratio.interval.upper, to: 1e-9))
            #expect(term.pValue.agrees(with: ratio.pValue, to: 1e-8))
        }
    }

    @Test func `two breaks have a step each`() throws {
        let counts =
            Array(repeating: 40.0, count: 8) + Array(repeating: 10, count: 8) + Array(repeating: 20, count: 8)
        let series = try RateSeries(
            counts.enumerated().map { ObservationPeriod(start: $0 * 7, days: 7, effort: 1, count: $1) })
        let found = try InterruptedSeries(series, plan: InterruptionPlan(breaks: [112, 56]))
        #expect(found.term(.level(56))?.factor.agrees(with: 0.25, to: 1e-12) == true)
        #expect(found.term(.level(112))?.factor.agrees(with: 2, to: 1e-12) == true)
        #expect(found.withoutBreaks.allSatisfy { $0.agrees(with: 40, to: 1e-12) })
    }

    @Test func `a period that holds a break is left out`() throws {
        let series = try Self.weeks(seed: 2)
        let plan = InterruptionPlan(breaks: [Self.fall + 3])
        let found = try InterruptedSeries(series, plan: plan)
        #expect(found.straddling.map(\.start) == [Self.fall])
        #expect(found.periods.count == 207)
    }

    @Test func `what cannot be answered is refused`() throws {
        let series = try Self.weeks(seed: 2)
        func refusal(
            _ series: RateSeries, _ plan: InterruptionPlan, _ request: CountModel.Request = .measured
        ) -> StatisticsError.Code? {
            do throws(StatisticsError) {
                _ = try InterruptedSeries(series, plan: plan, model: request)
                return nil
            } catch { return error.code }
        }
        let step = InterruptionPlan(breaks: [Self.fall])
        #expect(refusal(try RateSeries([]), step) == .noData)
        #expect(refusal(series, InterruptionPlan(breaks: [0])) == .tooFewData)
        #expect(refusal(series, InterruptionPlan(breaks: [Self.fall, Self.fall])) == .outOfRange)
        #expect(refusal(series, InterruptionPlan(breaks: [Self.fall], hasSlopeChange: true)) == .outOfRange)
        #expect(refusal(series, InterruptionPlan(breaks: [.max])) == .outOfRange)
        #expect(refusal(series, InterruptionPlan(breaks: [], trend: .days(0))) == .outOfRange)
        #expect(
            refusal(series, InterruptionPlan(breaks: [], season: .harmonics(0, cycle: 365))) == .outOfRange)
        #expect(
            refusal(series, InterruptionPlan(breaks: [], season: .harmonics(1, cycle: .nan))) == .outOfRange)
        let calm = try RateSeries(
            series.periods.map { ObservationPeriod(start: $0.start, days: 7, count: 0) })
        #expect(refusal(calm, step) == .noData)
        let stopped = try RateSeries(
            series.periods.map {
                ObservationPeriod(start: $0.start, days: 7, count: $0.start < Self.fall ? 5 : 0)
            })
        #expect(refusal(stopped, step) == .notIdentified)
        let few = try RateSeries(Array(series.periods[100..<108]))
        #expect(
            refusal(few, InterruptionPlan(breaks: [Self.fall], season: .harmonics(4, cycle: 365)))
                == .tooFewData)
        // A wave of one week has the same height in every week.
        #expect(
            refusal(series, InterruptionPlan(breaks: [], season: .harmonics(1, cycle: 7))) == .notIdentified)
        let pair = try RateSeries(Array(series.periods[103..<105]))
        #expect(refusal(pair, step) == nil)
        #expect(refusal(pair, step, .quasiPoisson) == .tooFewData)
        let clock = try RateSeries(
            series.periods.map { ObservationPeriod(start: $0.start, days: 7, count: 5) })
        #expect(refusal(clock, step) == nil)
        #expect(refusal(clock, step, .negativeBinomial) == .notIdentified)
    }
}

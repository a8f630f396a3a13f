import Testing

@testable import Statistics

@Suite struct `Rates of odd data` {
    /// Series that are short, empty, blind, constant, huge or all of it.
    static func odd(_ generator: inout SeededGenerator) throws -> RateSeries {
        let length = generator.poisson(12)
        let scale = [0, 0.3, 5, 1e4, 1e9, 1e15][Int(generator.uniform() * 6)]
        let effort = [1e-15, 1, 7, 1e12, 1e15][Int(generator.uniform() * 5)]
        let isConstant = generator.uniform() < 0.2
        var periods: [ObservationPeriod] = []
        for i in 0..<length {
            let choice = generator.uniform()
            let wild = scale * generator.exponential() * (generator.uniform() < 0.3 ? 1e-3 : 1)
            let count = isConstant ? scale : min(1e15, Double(generator.poisson(wild)))
            periods.append(
                ObservationPeriod(
                    start: i * 7, days: 7, effort: choice < 0.1 ? 0 : effort,
                    count: choice > 0.9 ? nil : count))
        }
        return try RateSeries(periods)
    }

    @Test func `give numbers or a refusal, never NaN`() throws {
        var generator = SeededGenerator(seed: 1_905)
        let requests: [CountModel.Request] = [.measured, .poisson, .quasiPoisson, .negativeBinomial]
        let plans = [
            InterruptionPlan(breaks: []), InterruptionPlan(breaks: [42]),
            InterruptionPlan(breaks: [42], trend: .years, hasSlopeChange: true),
            InterruptionPlan(breaks: [21, 63], trend: .days(1), season: .harmonics(1, cycle: 60)),
            InterruptionPlan(breaks: [40], trend: .calendarMonths, season: .calendarMonths),
        ]
        var (answers, refusals) = (0, 0)
        for _ in 0..<80 {
            let series = try Self.odd(&generator)
            for request in requests {
                do throws(StatisticsError) {
                    let found = try RateRatio.around(42, in: series, model: request)
                    #expect(found.interval.lower <= found.ratio && found.ratio <= found.interval.upper)
                    #expect(found.interval.lower >= 0 && (0...1).contains(found.pValue), "\(found) \(series)")
                    answers += 1
                } catch { refusals += 1 }
                for plan in plans {
                    do throws(StatisticsError) {
                        let found = try InterruptedSeries(series, plan: plan, model: request)
                        for term in found.terms {
                            #expect(
                                term.estimate.isFinite && term.standardError.isFinite, "\(term) \(series)")
                            #expect(term.interval.contains(term.estimate) && (0...1).contains(term.pValue))
                        }
                        #expect(found.fitted.allSatisfy { $0.isFinite && $0 >= 0 })
                        #expect(found.withoutBreaks.allSatisfy { $0.isFinite && $0 >= 0 })
                        #expect(found.logLikelihood.isFinite && found.deviance.isFinite)
                        #expect((-1...1).contains(found.residualAutocorrelation))
                        answers += 1
                    } catch {
                        #expect(
                            error.code != .malformedInput && error.code != .notConverged, "\(error) \(series)"
                        )
                        refusals += 1
                    }
                }
            }
        }
        #expect(answers > 700 && refusals > 100, "\(answers) answers, \(refusals) refusals")
    }

    @Test func `counts whose quotients no number holds are refused, the smallest others compared`() throws {
        func series(_ counts: [Double]) throws -> RateSeries {
            try RateSeries(
                counts.enumerated().map { ObservationPeriod(start: $0.offset, days: 1, count: $0.element) })
        }
        for count in [Double.leastNonzeroMagnitude, 1e-300, 1e-101] {
            #expect(throws: StatisticsError(.malformedInput, "")) { try series([1e15, count, 0, 0]) }
        }
        let found = try RateRatio.around(2, in: series([1e15, 1e-100, 1e-100, 0]), model: .quasiPoisson)
        #expect(found.interval.contains(found.ratio) && found.pValue <= 1)
    }
}

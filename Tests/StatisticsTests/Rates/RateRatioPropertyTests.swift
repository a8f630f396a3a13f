import Testing

@testable import Statistics

@Suite struct `Rate ratio, whatever the numbers` {
    static func bursts(_ seed: UInt64, periods: Int = 40) throws -> [ObservationPeriod] {
        var generator = SeededGenerator(seed: seed)
        return (0..<periods).map { i in
            let mean = (i < periods / 2 ? 20 : 6) * generator.exponential()
            return ObservationPeriod(
                start: i * 7, days: 7, effort: Double(1 + Int(generator.uniform() * 7)),
                count: Double(generator.poisson(mean)))
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64]) func `the order of the periods does not matter`(
        seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        let periods = try Self.bursts(seed)
        let found = try RateRatio.around(140, in: RateSeries(periods))
        let shuffled = try RateRatio.around(140, in: RateSeries(periods.shuffled(using: &generator)))
        #expect(found == shuffled)
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64]) func `a shift of time shifts nothing`(seed: UInt64) throws {
        let periods = try Self.bursts(seed)
        let moved = periods.map {
            ObservationPeriod(start: $0.start + 12_345, days: $0.days, effort: $0.effort, count: $0.count)
        }
        let found = try RateRatio.around(140, in: RateSeries(periods))
        let later = try RateRatio.around(140 + 12_345, in: RateSeries(moved))
        #expect(found == later)
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64]) func `the unit of effort does not matter`(
        seed: UInt64
    ) throws {
        let periods = try Self.bursts(seed)
        let hours = periods.map {
            ObservationPeriod(start: $0.start, days: $0.days, effort: $0.effort * 24, count: $0.count)
        }
        for request in [.poisson, .quasiPoisson, .negativeBinomial] as [CountModel.Request] {
            let found = try RateRatio.around(140, in: RateSeries(periods), model: request)
            let other = try RateRatio.around(140, in: RateSeries(hours), model: request)
            #expect(other.ratio.agrees(with: found.ratio, to: 1e-12))
            #expect(other.interval.lower.agrees(with: found.interval.lower, to: 1e-9))
            #expect(other.interval.upper.agrees(with: found.interval.upper, to: 1e-9))
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64]) func `the reverse comparison is the inverse ratio`(
        seed: UInt64
    ) throws {
        let (before, after, _) = try RateSeries(Self.bursts(seed)).split(at: 140)
        for request in [.poisson, .quasiPoisson, .negativeBinomial] as [CountModel.Request] {
            let forth = try RateRatio.between(before, after, model: request)
            let back = try RateRatio.between(after, before, model: request)
            #expect(back.ratio.agrees(with: 1 / forth.ratio, to: 1e-10))
            #expect(back.interval.lower.agrees(with: 1 / forth.interval.upper, to: 1e-9))
            #expect(back.interval.upper.agrees(with: 1 / forth.interval.lower, to: 1e-9))
            #expect(back.pValue.agrees(with: forth.pValue, to: 1e-8))
        }
    }

    @Test func `the exact interval is where the one-sided tests turn`() throws {
        for (a, b) in [(1, 0), (0, 3), (4, 9), (30, 12), (250, 40)] as [(Double, Double)] {
            let found = try RateRatio.exact(events: a, effort: 3, before: (events: b, effort: 5))
            let share = { (ratio: Double) in 3 * ratio / (3 * ratio + 5) }
            if a > 0 {
                let tail = Binomial.atLeast(a, trials: a + b, probability: share(found.interval.lower))
                #expect(tail.agrees(with: 0.025, to: 1e-11))
            }
            if b > 0 {
                let tail = Binomial.cumulative(a, trials: a + b, probability: share(found.interval.upper))
                #expect(tail.agrees(with: 0.025, to: 1e-11))
            }
        }
    }

    @Test func `an interval of bursts holds the truth about as often as it says`() throws {
        var (held, naive) = (0, 0)
        for seed in 0..<400 as Range<UInt64> {
            let series = try RateSeries(Self.bursts(1_000 + seed, periods: 52))
            let effort = series.split(at: 182)
            // The counts do not depend on the effort here, so that the truth is one of counts alone.
            let before = try RateSeries(effort.before.periods.map(\.inOneDay))
            let after = try RateSeries(effort.after.periods.map(\.inOneDay))
            if try RateRatio.between(before, after).interval.contains(0.3) { held += 1 }
            if try RateRatio.between(before, after, model: .poisson).interval.contains(0.3) { naive += 1 }
        }
        #expect(held > 360, "\(held) of 400")
        #expect(naive < 280, "\(naive) of 400")
    }

    @Test func `immense and tiny numbers give numbers or a refusal`() throws {
        for events in [0, 1, 1e6, 1e12, 1e15] {
            for effort in [1e-15, 1, 1e15] {
                for other in [0, 1, 3e9, 1e15] {
                    guard events + other > 0 else { continue }
                    let found = try RateRatio.exact(events: events, effort: effort, before: (other, 1))
                    #expect(!found.ratio.isNaN && !found.pValue.isNaN)
                    #expect(found.interval.lower <= found.ratio && found.ratio <= found.interval.upper)
                    #expect((0...1).contains(found.pValue))
                }
            }
        }
    }
}

extension ObservationPeriod {
    fileprivate var inOneDay: ObservationPeriod {
        ObservationPeriod(start: start, days: days, effort: 1, count: count)
    }
}

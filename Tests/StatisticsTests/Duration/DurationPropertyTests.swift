import Foundation
import Testing

import Statistics

@Suite("What must not change an answer") struct DurationPropertyTests {
    /// Durations with many ties and censorings, groups, strata and a covariate.
    struct Sample {
        var times: [Double] = []
        var events: [Bool] = []
        var entries: [Double] = []
        var groups: [Int] = []
        var strata: [Int] = []
        var covariates: [[Double]] = [[], []]

        init(seed: UInt64, count: Int = 60) {
            var generator = SeededGenerator(seed: seed)
            for _ in 0..<count {
                let entry = Double(Int(4 * generator.uniform()))
                times.append(entry + 1 + Double(Int(10 * generator.exponential())))
                events.append(generator.uniform() < 0.6)
                entries.append(entry)
                groups.append(Int(3 * generator.uniform()))
                strata.append(Int(2 * generator.uniform()))
                covariates[0].append(generator.normal())
                covariates[1].append(Double(Int(3 * generator.uniform())))
            }
        }

        func durations(late: Bool) throws -> Durations {
            try Durations(times: times, events: events, entries: late ? entries : nil)
        }

        func reordered(by order: [Int]) -> Sample {
            var other = self
            other.times = order.map { times[$0] }
            other.events = order.map { events[$0] }
            other.entries = order.map { entries[$0] }
            other.groups = order.map { groups[$0] }
            other.strata = order.map { strata[$0] }
            other.covariates = covariates.map { column in order.map { column[$0] } }
            return other
        }
    }

    @Test(arguments: UInt64(1)...20, [false, true])
    func `the order of the input`(seed: UInt64, late: Bool) throws {
        let sample = Sample(seed: seed)
        var generator = SeededGenerator(seed: seed + 1000)
        let shuffled = sample.reordered(by: Array(sample.times.indices).shuffled(using: &generator))
        let (one, other) = (try sample.durations(late: late), try shuffled.durations(late: late))
        #expect(KaplanMeier(one).survival == KaplanMeier(other).survival)
        #expect(KaplanMeier(one).standardErrors == KaplanMeier(other).standardErrors)
        #expect(
            try LogRank(one, groups: sample.groups, strata: sample.strata)
                == LogRank(other, groups: shuffled.groups, strata: shuffled.strata))
        let first = try CoxRegression(one, covariates: sample.covariates, strata: sample.strata)
        let second = try CoxRegression(other, covariates: shuffled.covariates, strata: shuffled.strata)
        #expect(zip(first.coefficients, second.coefficients).allSatisfy { ($0 - $1).magnitude < 1e-10 })
        #expect(first.concordance == second.concordance)
    }

    @Test(arguments: UInt64(1)...20)
    func `the unit of time, and a shift where all entered late`(seed: UInt64) throws {
        let sample = Sample(seed: seed)
        var hours = sample
        hours.times = sample.times.map { $0 * 24 }
        hours.entries = sample.entries.map { $0 * 24 }
        var later = sample
        later.times = sample.times.map { $0 + 1000 }
        later.entries = sample.entries.map { $0 + 1000 }
        let curve = KaplanMeier(try sample.durations(late: true))
        for other in [hours, later] {
            let changed = KaplanMeier(try other.durations(late: true))
            #expect(changed.survival == curve.survival)
            #expect(changed.atRisk == curve.atRisk)
            let fit = try CoxRegression(sample.durations(late: true), covariates: sample.covariates)
            let refit = try CoxRegression(other.durations(late: true), covariates: other.covariates)
            #expect(refit.coefficients == fit.coefficients)
        }
        let days = KaplanMeier(try sample.durations(late: false))
        let inHours = KaplanMeier(try hours.durations(late: false))
        #expect(try inHours.median().time == days.median().time.map { $0 * 24 })
        let mean = try days.restrictedMean(until: 5)
        let meanInHours = try inHours.restrictedMean(until: 120)
        #expect(
            Figures.agree(
                [meanInHours.mean, meanInHours.standardError], [mean.mean * 24, mean.standardError * 24]))
    }

    @Test(arguments: UInt64(1)...20)
    func `the unit and the zero of a covariate`(seed: UInt64) throws {
        let sample = Sample(seed: seed)
        let durations = try sample.durations(late: false)
        let fit = try CoxRegression(durations, covariates: sample.covariates)
        let other = try CoxRegression(
            durations, covariates: [sample.covariates[0].map { 1000 * $0 + 5e5 }, sample.covariates[1]])
        #expect((other.logLikelihood - fit.logLikelihood).magnitude < 1e-9)
        #expect((other.coefficients[0] * 1000 - fit.coefficients[0]).magnitude < 1e-9)
        #expect((other.coefficients[1] - fit.coefficients[1]).magnitude < 1e-9)
    }

    @Test(arguments: UInt64(1)...20, [false, true])
    func `a plain reckoning of the same`(seed: UInt64, late: Bool) throws {
        let sample = Sample(seed: seed)
        let durations = try sample.durations(late: late)
        let curve = KaplanMeier(durations)
        var share = 1.0
        for (step, time) in curve.times.enumerated() {
            let atRisk = sample.times.indices.filter {
                sample.times[$0] >= time && (!late || sample.entries[$0] < time)
            }
            let ended = atRisk.filter { sample.times[$0] == time && sample.events[$0] }
            share *= 1 - Double(ended.count) / Double(atRisk.count)
            #expect(curve.atRisk[step] == atRisk.count)
            #expect((curve.survival[step] - share).magnitude < 1e-12)
        }
        let (likelihood, score) = partialLikelihood(sample, late: late, at: [0, 0])
        let fit = try CoxRegression(durations, covariates: sample.covariates, ties: .breslow)
        #expect(Figures.agree(fit.nullLogLikelihood, likelihood, within: 1e-12))
        #expect(score.contains { $0.magnitude > 1e-3 })
        let (greatest, flat) = partialLikelihood(sample, late: late, at: fit.coefficients)
        #expect(Figures.agree(fit.logLikelihood, greatest, within: 1e-12))
        #expect(flat.allSatisfy { $0.magnitude < 1e-8 })
    }

    /// Breslow's log partial likelihood and its slope, term by term.
    private func partialLikelihood(
        _ sample: Sample, late: Bool, at coefficients: [Double]
    ) -> (Double, [Double]) {
        func predictor(_ row: Int) -> Double {
            coefficients[0] * sample.covariates[0][row] + coefficients[1] * sample.covariates[1][row]
        }
        var sum = 0.0
        var slope = [0.0, 0.0]
        for row in sample.times.indices where sample.events[row] {
            let time = sample.times[row]
            let atRisk = sample.times.indices.filter {
                sample.times[$0] >= time && (!late || sample.entries[$0] < time)
            }
            let weights = atRisk.map { exp(predictor($0)) }
            let total = weights.reduce(0, +)
            sum += predictor(row) - log(total)
            for column in 0..<2 {
                let mean =
                    zip(atRisk, weights).map { sample.covariates[column][$0] * $1 }.reduce(0, +) / total
                slope[column] += sample.covariates[column][row] - mean
            }
        }
        return (sum, slope)
    }

    @Test(arguments: UInt64(1)...20, [false, true])
    func `shares of all causes and of those that last sum to one`(seed: UInt64, late: Bool) throws {
        let sample = Sample(seed: seed)
        let incidence = try CumulativeIncidence(
            times: sample.times, causes: zip(sample.events, sample.groups).map { $0 ? $1 + 1 : 0 },
            entries: late ? sample.entries : nil)
        for step in incidence.times.indices {
            var sum = incidence.survival[step]
            for cause in incidence.causes { sum += cause.incidence[step] }
            #expect((sum - 1).magnitude < 1e-12)
        }
        for cause in incidence.causes {
            let naive = try incidence.naive(cause.label)
            for step in incidence.times.indices {
                #expect(1 - naive.survival[step] >= cause.incidence[step] - 1e-12)
                #expect(cause.standardErrors[step].isFinite)
            }
        }
    }

    @Test(arguments: UInt64(1)...5)
    func `the number that stands for a group`(seed: UInt64) throws {
        let sample = Sample(seed: seed)
        let durations = try sample.durations(late: false)
        let one = try LogRank(durations, groups: sample.groups)
        let other = try LogRank(durations, groups: sample.groups.map { [.max, -5, .min][$0] })
        #expect(Figures.agree(other.chiSquared, one.chiSquared, within: 1e-10))
        #expect(other.groups.map(\.observed).sorted() == one.groups.map(\.observed).sorted())
    }

    @Test(arguments: UInt64(1)...5)
    func `numbers of very different size are put in order`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var times: [Double] = []
        for turn in 0..<2000 {
            let number = generator.uniform()
            times.append(
                turn % 4 == 0
                    ? 0
                    : turn % 4 == 1 ? 1e-9 * number : turn % 4 == 2 ? 1e9 * number : (20 * number).rounded())
        }
        let curve = KaplanMeier(
            try Durations(times: times, events: Array(repeating: true, count: times.count)))
        #expect(curve.times == Set(times).sorted())
    }
}

import Foundation
import Testing

@testable import Statistics

@Suite struct `One change of a rate` {
    static let coal = Collieries.disasters

    @Test func `in the coal mines came after 1891`() throws {
        let change = try RateChange(of: Self.coal)
        #expect(Collieries.lastYear(before: change.index) == 1891)
        #expect(change.statistic.lies(within: 1e-9, of: 69.98834475))
        #expect(change.rateBefore.lies(within: 1e-9, of: 3.097560976))
        #expect(change.rateAfter.lies(within: 1e-9, of: 0.9014084507))
    }

    @Test func `is most probable after 1891 and beyond doubt`() throws {
        let posterior = try RateChangePosterior(of: Self.coal)
        #expect(Collieries.lastYear(before: posterior.mode) == 1891)
        #expect(posterior.probabilities[posterior.mode].lies(within: 1e-9, of: 0.2450201720))
        #expect(posterior.logBayesFactor.lies(within: 1e-9, of: 28.9422482543))
        #expect(posterior.probabilities.reduce(0, +).lies(within: 1e-12, of: 1))
        #expect(posterior.rateBefore.lies(within: 1e-12, of: 128.0 / 42))
        #expect(posterior.rateAfter.lies(within: 1e-12, of: 65.0 / 72))
        let range = try posterior.range(holding: 0.9)
        #expect(range.contains(posterior.mode))
        #expect(posterior.probabilities[range].reduce(0, +) >= 0.9)
    }

    @Test func `read backwards lies at the same place`() throws {
        let back = try RateChange(of: Self.coal.reversed())
        #expect(back.index == 112 - 41)
        #expect(back.statistic.lies(within: 1e-12, of: try RateChange(of: Self.coal).statistic))
        let posterior = try RateChangePosterior(of: Self.coal)
        let mirrored = try RateChangePosterior(of: Self.coal.reversed())
        #expect(mirrored.logBayesFactor.lies(within: 1e-12, of: posterior.logBayesFactor))
        #expect(mirrored.mode == 112 - posterior.mode)
    }

    @Test func `does not depend on the unit of exposure if the prior moves with it`() throws {
        let months = Array(repeating: 12.0, count: Self.coal.count)
        let change = try RateChange(of: Self.coal, exposure: months)
        #expect(change.statistic.lies(within: 1e-12, of: try RateChange(of: Self.coal).statistic))
        let prior = try GammaPrior(shape: 1, rate: 12)
        let posterior = try RateChangePosterior(of: Self.coal, exposure: months, prior: prior)
        #expect(posterior.logBayesFactor.lies(within: 1e-9, of: 28.9422482543))
    }

    @Test func `passes over years without observation`() throws {
        let counts = [0, 0] + Array(Self.coal[..<41]) + [0, 0, 0] + Array(Self.coal[41...]) + [0]
        var exposure = Array(repeating: 1.0, count: counts.count)
        for index in [0, 1, 43, 44, 45, counts.count - 1] { exposure[index] = 0 }
        let change = try RateChange(of: counts, exposure: exposure)
        #expect(change.index == 46)
        #expect(change.statistic.lies(within: 1e-12, of: try RateChange(of: Self.coal).statistic))
        let posterior = try RateChangePosterior(of: counts, exposure: exposure)
        #expect(posterior.mode == 46)
        #expect(posterior.probabilities[45] == 0)
        #expect(posterior.logBayesFactor.lies(within: 1e-9, of: 28.9422482543))
    }

    @Test func `is doubtful where nothing happened at all`() throws {
        #expect(throws: StatisticsError(.notIdentified, "")) { try RateChange(of: [0, 0, 0, 0]) }
        let posterior = try RateChangePosterior(of: [0, 0, 0, 0])
        #expect(posterior.logBayesFactor < 0)
    }
}

@Suite struct `Run lengths as they were known at the time` {
    static let coal = Collieries.disasters

    @Test func `stand at forty years in 1890 and at nine in 1900`() throws {
        let found = try OnlineChange(of: Self.coal, hazard: 0.01)
        #expect(found.logEvidence.lies(within: 1e-12, of: -176.9168526644))
        #expect(found.mostProbableRunLengths[1890 - 1851] == 40)
        #expect(found.mostProbableRunLengths[1895 - 1851] == 45)
        #expect(found.mostProbableRunLengths[1900 - 1851] == 9)
        #expect(found.runLengths.count == 113)
        #expect(found.runLengths.reduce(0, +).lies(within: 1e-10, of: 1))
    }

    @Test func `have the evidence of all partitions added up`() throws {
        let counts = [3, 1, 4, 0, 0, 9, 2, 6]
        let exposure = [1, 2, 1, 0, 1, 3, 0.5, 1]
        let (hazard, prior) = (0.2, try GammaPrior(shape: 2, rate: 0.7))
        var sum = 0.0
        for pattern in 0..<(1 << 7) {
            var (events, effort, probability) = (0.0, 0.0, 1.0)
            func close() { probability *= exp(prior.logMarginal(events: events, effort: effort)) }
            for index in counts.indices {
                if index > 0 {
                    let isCut = pattern >> (index - 1) & 1 == 1
                    probability *= isCut ? hazard : 1 - hazard
                    if isCut {
                        close()
                        (events, effort) = (0, 0)
                    }
                }
                events += Double(counts[index])
                effort += exposure[index]
                // The factors of a Poisson count that the marginal leaves out.
                if exposure[index] > 0 {
                    probability *=
                        pow(exposure[index], Double(counts[index])) / tgamma(Double(counts[index]) + 1)
                }
            }
            close()
            sum += probability
        }
        let found = try OnlineChange(of: counts, exposure: exposure, prior: prior, hazard: hazard)
        #expect(found.logEvidence.lies(within: 1e-12, of: log(sum)))
    }

    @Test func `survive counts that no earlier rate explains`() throws {
        let found = try OnlineChange(of: [1, 0, 2, 1_000_000, 900_000, 0, 1], hazard: 0.01)
        #expect(found.logEvidence.isFinite)
        #expect(found.runLengths.allSatisfy { $0.isFinite })
        #expect(found.mostProbableRunLengths.last == 2)
    }
}

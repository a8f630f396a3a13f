import Testing

import Statistics

@Suite struct `Log-rank` {
    @Test func `maintenance did not clearly help`() throws {
        let durations = try Leukaemia.durations(Leukaemia.maintained, Leukaemia.nonmaintained)
        let test = try LogRank(
            durations, groups: Array(repeating: 1, count: 11) + Array(repeating: 2, count: 12))
        #expect(Figures.agree(test.chiSquared, 3.3963886989776011, within: 1e-12))
        #expect(Figures.agree(test.pValue, 0.06534, within: 1e-4))
        #expect(test.degreesOfFreedom == 1)
        #expect(test.groups.map(\.observed) == [7, 11])
        #expect(test.groups.map(\.size) == [11, 12])
        #expect(Figures.agree(test.groups.map(\.expected), [10.689335992300725, 7.3106640076992759]))
        #expect(Figures.agree(test.covariance[0], [4.0075507459387349, -4.0075507459387349]))
    }

    @Test func `mercaptopurine did`() throws {
        let durations = try Leukaemia.durations(Leukaemia.placebo, Leukaemia.mercaptopurine)
        let test = try LogRank(
            durations, groups: Array(repeating: 1, count: 21) + Array(repeating: 2, count: 21))
        #expect(Figures.agree(test.chiSquared, 16.792940989216525))
        #expect(Figures.agree(test.groups.map(\.expected), [10.749499051968868, 19.250500948031128]))
    }

    @Test(.enabled(if: Table.isThere, "\(Table.absence)"))
    func `four groups have three degrees of freedom`() throws {
        let lung = try Registers.Lung(knowing: "ph.ecog", "sex")
        let test = try LogRank(lung.durations, groups: (lung.covariates["ph.ecog"] ?? []).map { Int($0) })
        #expect(Figures.agree(test.chiSquared, 21.962131682476006))
        #expect(test.degreesOfFreedom == 3)
        #expect(test.groups.map(\.observed) == [37, 82, 44, 1])
        #expect(
            Figures.agree(
                test.groups.map(\.expected),
                [54.152697018922929, 83.527564575081882, 26.147353065330211, 0.1723853406649615]))
    }

    @Test(.enabled(if: Table.isThere, "\(Table.absence)"))
    func `ages are compared among men and among women`() throws {
        let lung = try Registers.Lung(knowing: "age", "sex")
        let ages = (lung.covariates["age"] ?? []).map { $0 <= 55 ? 1 : $0 <= 65 ? 2 : 3 }
        let test = try LogRank(
            lung.durations, groups: ages, strata: (lung.covariates["sex"] ?? []).map { Int($0) })
        #expect(Figures.agree(test.chiSquared, 2.3518183140276343))
        #expect(test.degreesOfFreedom == 2)
        #expect(
            Figures.agree(
                test.covariance[1], [-13.222072097548377, 37.839748974525939, -24.617676876977576]))
    }

    @Test func `with late entries it is the score test of Cox for two groups without ties`() throws {
        let durations = try Durations(
            times: [3, 5, 4, 6, 7, 8, 9, 11], events: [true, false, true, true, true, true, true, false],
            entries: [0, 0, 1, 2, 2, 4, 5, 3])
        let groups = [0, 1, 0, 1, 1, 0, 1, 0]
        // The score at zero, by hand from the risk sets.
        var difference = 0.0
        var variance = 0.0
        for event in durations.times.indices where durations.events[event] {
            let time = durations.times[event]
            let atRisk = durations.times.indices.filter {
                durations.times[$0] >= time && (durations.entries ?? [])[$0] < time
            }
            let share = Double(atRisk.filter { groups[$0] == 1 }.count) / Double(atRisk.count)
            difference += Double(groups[event]) - share
            variance += share * (1 - share)
        }
        let test = try LogRank(durations, groups: groups)
        #expect(Figures.agree(test.chiSquared, difference * difference / variance, within: 1e-12))
    }

    @Test func `a group that left before the first end costs no degree of freedom`() throws {
        let durations = try Durations(
            times: [1, 2, 3, 4, 5, 6], events: [false, true, true, true, true, false])
        let test = try LogRank(durations, groups: [9, 1, 2, 1, 2, 1])
        #expect(test.degreesOfFreedom == 1)
        #expect(test.groups[2].expected == 0)
    }
}

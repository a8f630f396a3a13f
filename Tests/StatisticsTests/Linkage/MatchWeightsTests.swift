import Statistics
import Testing

@Suite struct `Weights of agreement` {
    let reports = [
        ReportWorld.report(1, by: 0, at: 0), ReportWorld.report(2, by: 1, at: 0.1),
        ReportWorld.report(3, by: 2, at: 2, 4, 4, type: 1),
    ]

    @Test func `are counted from labels, half a pair being added everywhere`() throws {
        let candidates = try CandidatePairs(reports, levels: .coarse)
        let weights = try MatchWeights(
            labels: [
                LabelledPair(ReportPair(1, 2), isOneEvent: true),
                LabelledPair(ReportPair(1, 3), isOneEvent: false),
                LabelledPair(ReportPair(2, 3), isOneEvent: false),
            ], of: candidates)
        let sixth = 0.5 / 3
        #expect(weights.prior == 1.5 / 4)
        #expect(weights.shares(of: .distance).matches == [0.5, sixth, sixth, sixth])
        #expect(weights.shares(of: .distance).others == [0.125, 0.125, 0.125, 0.625])
        #expect(weights.shares(of: .type).matches == [0.75, 0.25])
        #expect(weights.shares(of: .type).others == [sixth, 2.5 / 3])
        // Nobody stated a weapon.
        #expect(weights.bits(of: .weapon) == [0, 0])
    }

    @Test func `need labels of both kinds on pairs that were compared`() throws {
        let candidates = try CandidatePairs(reports + [ReportWorld.report(4, by: 1, at: 300)])
        for labels in [[], [LabelledPair(ReportPair(1, 2), isOneEvent: true)]] {
            #expect(throws: StatisticsError(.tooFewData, "")) {
                try MatchWeights(labels: labels, of: candidates)
            }
        }
        for pair in [ReportPair(1, 4), ReportPair(2, 4), ReportPair(1, 1), ReportPair(1, 9)] {
            #expect(throws: StatisticsError(.malformedInput, "")) {
                try MatchWeights(labels: [LabelledPair(pair, isOneEvent: true)], of: candidates)
            }
        }
    }

    @Test func `are estimated alike whatever the order of the reports`() throws {
        let reports = ReportWorld.crowded(seed: 13).reports
        let estimated = try MatchWeights(estimatedFrom: CandidatePairs(reports))
        #expect(try MatchWeights(estimatedFrom: CandidatePairs(reports.reversed())) == estimated)
        #expect(estimated.bits(of: .distance)[0] > 0)
        #expect(estimated.bits(of: .type)[0] > 0)
    }

    @Test func `cannot be estimated from nothing`() throws {
        #expect(throws: StatisticsError(.noData, "")) { try MatchWeights(estimatedFrom: CandidatePairs([])) }
        #expect(throws: StatisticsError(.noData, "")) {
            try MatchWeights(estimatedFrom: CandidatePairs([reports[0]]))
        }
    }

    @Test func `are shares that sum to one`() throws {
        var shares: [LinkageFeature: MatchWeights.Shares] = [:]
        for feature in LinkageFeature.allCases { shares[feature] = MatchWeights.standard.shares(of: feature) }
        #expect(try MatchWeights(prior: MatchWeights.standard.prior, shares: shares) == .standard)
        for prior in [0, 1, -1, .nan] {
            #expect(throws: StatisticsError(.outOfRange, "")) {
                try MatchWeights(prior: prior, shares: shares)
            }
        }
        var broken = shares
        broken[.weapon] = nil
        #expect(throws: StatisticsError(.malformedInput, "")) { try MatchWeights(prior: 0.2, shares: broken) }
        broken[.weapon] = .init(matches: [0.5, 0.6], others: [0.5, 0.5])
        #expect(throws: StatisticsError(.malformedInput, "")) { try MatchWeights(prior: 0.2, shares: broken) }
        broken[.weapon] = .init(matches: [1], others: [1])
        #expect(throws: StatisticsError(.malformedInput, "")) { try MatchWeights(prior: 0.2, shares: broken) }
        broken[.weapon] = .init(matches: [0, 1], others: [0.5, 0.5])
        #expect(throws: StatisticsError(.outOfRange, "")) { try MatchWeights(prior: 0.2, shares: broken) }
    }
}

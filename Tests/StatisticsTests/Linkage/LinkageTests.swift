import Statistics
import Testing

@Suite struct `Clusters of reports` {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `are those of the definition`(seed: UInt64) throws {
        let reports = ReportWorld.crowded(seed: seed).reports
        let candidates = try CandidatePairs(reports)
        for threshold in [-6.0, -2, 0, 3] {
            let linkage = try Linkage(candidates, threshold: threshold)
            let expected = ReportWorld.clusters(
                reports, window: .standard, weights: .standard, threshold: threshold)
            let isSame = linkage.clusters == expected
            #expect(isSame)
            #expect(linkage.clusterCount == expected.count)
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `are the same whatever the order of the reports`(seed: UInt64) throws {
        var (reports, _) = ReportWorld.crowded(seed: seed, incidents: 400)
        let first = try Linkage(CandidatePairs(reports))
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<5 {
            reports.shuffle(using: &generator)
            let candidates = try CandidatePairs(reports)
            let again = try Linkage(candidates)
            #expect(again.clusters == first.clusters)
            #expect(again.review == first.review)
            #expect(again.refusals == first.refusals)
        }
    }

    @Test func `hold no source twice and no pair that is too weak`() throws {
        let reports = ReportWorld.crowded(seed: 9, incidents: 400).reports
        let linkage = try Linkage(CandidatePairs(reports))
        let byNumber = Dictionary(uniqueKeysWithValues: reports.map { ($0.id, $0) })
        let duplicates = Set(linkage.candidates.ownDuplicates.map(\.second))
        #expect(linkage.refusals > 0)
        for cluster in linkage.clusters {
            let members = cluster.filter { !duplicates.contains($0) }.compactMap { byNumber[$0] }
            #expect(Set(members.map(\.source)).count == members.count)
            for one in members {
                for other in members where one.id < other.id {
                    #expect(ReportWorld.score(one, other, .standard) >= linkage.threshold - 3)
                    #expect(try linkage.explain(one.id, other.id).outcome == .linked)
                }
            }
        }
    }

    @Test func `leave what is just below the threshold to a person`() throws {
        let reports = ReportWorld.crowded(seed: 10, incidents: 300).reports
        let linkage = try Linkage(CandidatePairs(reports))
        var homes: [Int: Int] = [:]
        for (report, label) in zip(reports, linkage.labels) { homes[report.id] = label }
        let byNumber = Dictionary(uniqueKeysWithValues: reports.map { ($0.id, $0) })
        var expected: Set<ReportPair> = []
        for pair in ReportWorld.pairs(of: linkage.candidates) where homes[pair.first] != homes[pair.second] {
            let one = try #require(byNumber[pair.first])
            let other = try #require(byNumber[pair.second])
            let score = ReportWorld.score(one, other, .standard)
            if score >= linkage.threshold - 2 && score < linkage.threshold { expected.insert(pair) }
        }
        let shown = linkage.review.filter { $0.reason == .belowThreshold }
        #expect(Set(shown.map(\.pair)) == expected)
        #expect(!expected.isEmpty)
        #expect(shown.map(\.score) == shown.map(\.score).sorted(by: >))
        for item in shown {
            #expect(try linkage.explain(item.pair.first, item.pair.second).outcome == .review)
        }
    }

    @Test func `leave a date that slipped by a day to a person`() throws {
        let reports = [
            ReportWorld.report(1, by: ReportWorld.stepanakert, at: 100, weapon: 2),
            ReportWorld.report(2, by: ReportWorld.mission, at: 100.3, 0.5, weapon: 2),
            ReportWorld.report(3, by: ReportWorld.horadiz, at: 126.5, 1, weapon: 2),
            ReportWorld.report(4, by: ReportWorld.horadiz, at: 127.5, 0, weapon: 2),
            ReportWorld.report(5, by: ReportWorld.horadiz, at: 76, 2.9, weapon: 2),
            ReportWorld.report(6, by: ReportWorld.horadiz, at: 76, 0, 3.5, weapon: 2),
            ReportWorld.report(7, by: ReportWorld.horadiz, at: 76, 0, 0, type: 1, weapon: 2),
            ReportWorld.report(8, by: ReportWorld.horadiz, at: 76, 0, 1, type: nil, weapon: 2),
        ]
        let linkage = try Linkage(CandidatePairs(reports))
        #expect(linkage.clusters == [[1, 2], [3], [4], [5], [6], [7], [8]])
        let slips = linkage.review.filter { $0.reason == .dateSlip }
        #expect(
            slips.map(\.pair) == [ReportPair(1, 3), ReportPair(2, 3), ReportPair(1, 5), ReportPair(2, 5)])
        #expect(!slips.contains { !$0.fits })
        #expect(try linkage.explain(3, 2).outcome == .dateSlip)
        #expect(try linkage.explain(4, 1).outcome == .notCompared)

        // Confirmed by a person, the report joins both: the one it was linked with vouches for it.
        var decisions = LinkageDecisions.none
        decisions.link(3, 2)
        let confirmed = try Linkage(CandidatePairs(reports, decisions: decisions))
        #expect(confirmed.clusters == [[1, 2, 3], [4], [5], [6], [7], [8]])
        #expect(!confirmed.review.contains { $0.reason == .dateSlip && $0.fits })
    }

    @Test func `follow what a person decided`() throws {
        let reports = [
            ReportWorld.report(1, by: ReportWorld.stepanakert, at: 10),
            ReportWorld.report(2, by: ReportWorld.horadiz, at: 10.2),
            ReportWorld.report(3, by: ReportWorld.mission, at: 10.1),
            ReportWorld.report(4, by: ReportWorld.mission, at: 500, 80, 9),
            ReportWorld.report(5, by: ReportWorld.mission, at: 900, 8, 90),
        ]
        var decisions = LinkageDecisions.none
        #expect(try Linkage(CandidatePairs(reports)).clusters == [[1, 2, 3], [4], [5]])

        decisions.unlink(2, 1)
        let apart = try Linkage(CandidatePairs(reports, decisions: decisions))
        #expect(apart.clusters == [[1, 3], [2], [4], [5]])
        #expect(try apart.explain(1, 2).outcome == .keptApartByPerson)
        #expect(try apart.explain(2, 3).outcome == .bounded)
        #expect(apart.refusals == 2)

        decisions.link(2, 1)
        decisions.link(4, 5)
        let together = try Linkage(CandidatePairs(reports, decisions: decisions))
        #expect(together.clusters == [[1, 2, 3], [4, 5]])
        #expect(try together.explain(1, 2).outcome == .linkedByPerson)
        #expect(try together.explain(5, 4).outcome == .linkedByPerson)
        #expect(try together.explain(3, 4).outcome == .sameSource)

        decisions.withdraw(4, 5)
        #expect(
            try Linkage(CandidatePairs(reports, decisions: decisions)).clusters == [[1, 2, 3], [4], [5]])
    }

    @Test func `cannot be told to be together and apart`() throws {
        let reports = (1...4).map { ReportWorld.report($0, by: $0, at: Double($0) * 100) }
        let links: Set = [ReportPair(1, 2), ReportPair(2, 3)]
        for decisions in [
            LinkageDecisions(mustLink: links, mustNotLink: [ReportPair(1, 3)]),
            LinkageDecisions(mustLink: [ReportPair(1, 7)]), LinkageDecisions(mustNotLink: [ReportPair(7, 1)]),
            LinkageDecisions(mustLink: [ReportPair(2, 2)]), LinkageDecisions(mustNotLink: [ReportPair(2, 2)]),
        ] {
            #expect(throws: StatisticsError(.malformedInput, "")) {
                try CandidatePairs(reports, decisions: decisions)
            }
        }
        let linkage = try Linkage(CandidatePairs(reports, decisions: LinkageDecisions(mustLink: links)))
        #expect(linkage.clusters == [[1, 2, 3], [4]])
    }

    @Test func `do not care which decision came first`() throws {
        let (reports, events) = ReportWorld.crowded(seed: 11)
        var generator = SeededGenerator(seed: 1)
        let plain = try CandidatePairs(reports)
        var together: Set<ReportPair> = []
        var apart: Set<ReportPair> = []
        let event = Dictionary(uniqueKeysWithValues: zip(reports.map(\.id), events))
        for pair in plain.sample(60, using: &generator) {
            if event[pair.first] == event[pair.second] { together.insert(pair) } else { apart.insert(pair) }
        }
        let decisions = LinkageDecisions(mustLink: together, mustNotLink: apart)
        let linkage = try Linkage(CandidatePairs(reports, decisions: decisions))
        let again = try Linkage(
            CandidatePairs(reports.shuffled(using: &generator), decisions: decisions))
        #expect(linkage.clusters == again.clusters)
        #expect(linkage.review == again.review)
        for cluster in linkage.clusters {
            for pair in apart { #expect(!(cluster.contains(pair.first) && cluster.contains(pair.second))) }
        }
        for pair in together {
            #expect(linkage.clusters.contains { $0.contains(pair.first) && $0.contains(pair.second) })
        }
        let plainScore = try Linkage(plain).evaluation(of: reports, events: events).pairs.f1
        #expect(try linkage.evaluation(of: reports, events: events).pairs.f1 > plainScore)
    }

    @Test func `are explained by the parts of a score`() throws {
        let one = ReportWorld.report(1, by: 0, at: 10, weapon: 1, casualties: 3)
        let other = ReportWorld.report(2, by: 1, at: 11, 1.5, weapon: 2, casualties: 4)
        let linkage = try Linkage(CandidatePairs([one, other]))
        let explanation = try linkage.explain(2, 1)
        #expect(explanation.parts.map(\.feature) == LinkageFeature.allCases)
        #expect(explanation.parts.map(\.level) == [.within(2), .within(1.5), .equal, .different, .close])
        #expect((explanation.score - ReportWorld.score(one, other, .standard)).magnitude < 1e-12)
        #expect(explanation.prior == MatchWeights.standard.priorBits)
        let probability = try FellegiSunter.probability(
            bits: explanation.score - explanation.prior, prior: MatchWeights.standard.prior)
        #expect((explanation.probability - probability).magnitude < 1e-12)
        #expect(throws: StatisticsError(.malformedInput, "")) { try linkage.explain(1, 1) }
        #expect(throws: StatisticsError(.malformedInput, "")) { try linkage.explain(1, 3) }
    }

    @Test func `are fewer where the threshold is lower`() throws {
        let linkage = try Linkage(CandidatePairs(ReportWorld.crowded(seed: 12, incidents: 400).reports))
        let moved = try linkage.clusterCounts()
        #expect(moved.lower <= linkage.clusterCount)
        #expect(moved.higher >= linkage.clusterCount)
        #expect(moved.lower < moved.higher)
        for threshold in [Double.nan, .infinity, 1e6] {
            #expect(throws: StatisticsError(.outOfRange, "")) {
                try Linkage(linkage.candidates, threshold: threshold)
            }
        }
        #expect(throws: StatisticsError(.malformedInput, "")) {
            try Linkage(CandidatePairs([], levels: .coarse))
        }
    }
}

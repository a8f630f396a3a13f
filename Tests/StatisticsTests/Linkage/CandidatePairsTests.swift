import Statistics
import Testing

@Suite struct `Pairs of reports that are near` {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `are those that comparing everything finds`(seed: UInt64) throws {
        let reports = ReportWorld.crowded(seed: seed).reports
        for (hours, kilometres) in [(8.0, 10.0), (6, 5), (0.5, 40), (30, 1)] {
            let window = try LinkageWindow(hours: hours, kilometres: kilometres)
            let candidates = try CandidatePairs(reports, window: window)
            let duplicates = ReportWorld.ownDuplicates(reports)
            let found = candidates.ownDuplicates
            #expect(Set(found) == Set(duplicates.map { ReportPair($0.key, $0.value) }))
            let speaking = reports.filter { duplicates[$0.id] == nil }
            var expected: [ReportPair] = []
            for one in speaking {
                for other in speaking where one.id < other.id && one.source != other.source {
                    if let distance = ReportWorld.distance(one, other), distance <= kilometres,
                        (one.hours - other.hours).magnitude <= hours
                    {
                        expected.append(ReportPair(one.id, other.id))
                    }
                }
            }
            let isSame = ReportWorld.pairs(of: candidates) == expected.sorted()
            #expect(isSame)
            #expect(candidates.count > 0)
        }
    }

    @Test func `do not depend on when the clock starts, where the map does or what a kilometre is`() throws {
        let reports = ReportWorld.crowded(seed: 4).reports
        let pairs = ReportWorld.pairs(of: try CandidatePairs(reports))
        for (hours, x, y) in [(24.0 * 365, 0.0, 0.0), (-1_000.5, -300.25, 77.5), (3.125, 5_000, -9.75)] {
            let moved = reports.map { report in
                var report = report
                report.hours += hours
                if let place = report.place { report.place = .init(x: place.x + x, y: place.y + y) }
                return report
            }
            #expect(ReportWorld.pairs(of: try CandidatePairs(moved)) == pairs)
        }
        let doubled = reports.map { report in
            var report = report
            if let place = report.place { report.place = .init(x: 2 * place.x, y: 2 * place.y) }
            return report
        }
        let window = try LinkageWindow(hours: 8, kilometres: 20)
        #expect(ReportWorld.pairs(of: try CandidatePairs(doubled, window: window)) == pairs)
    }

    @Test func `of one source are one report entered twice`() throws {
        let reports = [
            ReportWorld.report(5, by: ReportWorld.horadiz, at: 10, weapon: 2, casualties: 1),
            ReportWorld.report(3, by: ReportWorld.horadiz, at: 10.2, 0.1, 0.1, weapon: 2, casualties: 1),
            ReportWorld.report(9, by: ReportWorld.horadiz, at: 10.4, weapon: 2, casualties: 1),
            ReportWorld.report(4, by: ReportWorld.horadiz, at: 10, weapon: 1, casualties: 1),
            ReportWorld.report(6, by: ReportWorld.mission, at: 10, weapon: 2, casualties: 1),
        ]
        let candidates = try CandidatePairs(reports)
        // The third is near the first but not near the second, which speaks for it; it stays on its own.
        #expect(candidates.ownDuplicates == [ReportPair(3, 5), ReportPair(3, 9)])
        #expect(ReportWorld.pairs(of: candidates) == [ReportPair(3, 6), ReportPair(4, 6)])
        let linkage = try Linkage(candidates)
        #expect(linkage.clusters == [[3, 5, 6, 9], [4]])
        #expect(linkage.labels == [3, 3, 3, 4, 3])
        #expect(try linkage.explain(9, 3).outcome == .ownDuplicates)

        let kept = try CandidatePairs(reports, decisions: LinkageDecisions(mustNotLink: [ReportPair(3, 5)]))
        #expect(kept.ownDuplicates == [ReportPair(3, 9)])
    }

    @Test func `in a cell that is full are reported, whatever the order`() throws {
        var reports: [EventReport] = []
        for number in 0..<40 {
            reports.append(
                ReportWorld.report(number, by: number % 3, at: 100 + Double(number) / 64, type: number))
        }
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<5 {
            reports.shuffle(using: &generator)
            let candidates = try CandidatePairs(
                reports, window: LinkageWindow(hours: 8, kilometres: 10, cellLimit: 10))
            #expect(candidates.uncompared.overflow == Array(10..<40))
            #expect(candidates.count == 33)
            let linkage = try Linkage(candidates)
            #expect(try linkage.explain(1, 39).outcome == .notCompared)
            #expect(linkage.clusters.reduce(0) { $0 + $1.count } == 40)
        }
    }

    @Test func `need a place`() throws {
        var reports = [
            ReportWorld.report(1, by: 0, at: 0), ReportWorld.report(2, by: 1, at: 0),
            ReportWorld.report(3, by: 2, at: 0),
        ]
        reports[1].place = nil
        let candidates = try CandidatePairs(reports)
        #expect(candidates.uncompared.unplaced == [2])
        #expect(ReportWorld.pairs(of: candidates) == [ReportPair(1, 3)])
        let explanation = try Linkage(candidates).explain(1, 2)
        #expect(explanation.parts.first?.level == .missing)
        #expect(explanation.parts.first?.bits == 0)
        #expect(explanation.outcome == .notCompared)
    }

    @Test func `are drawn for labelling without repetition, the same for a seed`() throws {
        let candidates = try CandidatePairs(ReportWorld.crowded(seed: 5).reports)
        var one = SeededGenerator(seed: 3)
        var other = SeededGenerator(seed: 3)
        let drawn = candidates.sample(50, using: &one)
        #expect(drawn.count == 50)
        #expect(Set(drawn).count == 50)
        #expect(drawn == candidates.sample(50, using: &other))
        #expect(candidates.sample(50, using: &other) != drawn)
        #expect(candidates.sample(0, using: &one).isEmpty)
        #expect(candidates.sample(-1, using: &one).isEmpty)
    }

    @Test func `of none or one there are none`() throws {
        for reports in [[], [ReportWorld.report(1, by: 0, at: 0)]] {
            let linkage = try Linkage(CandidatePairs(reports))
            #expect(linkage.candidates.count == 0)
            #expect(linkage.clusterCount == reports.count)
            #expect(linkage.clusters == reports.map { [$0.id] })
            #expect(linkage.review.isEmpty)
        }
    }

    @Test func `at one hour and place are all of them`() throws {
        let reports = (0..<30).map { ReportWorld.report($0, by: $0, at: 7) }
        let linkage = try Linkage(CandidatePairs(reports))
        #expect(linkage.candidates.count == 435)
        #expect(linkage.clusters == [Array(0..<30)])
    }

    @Test func `reports that are not numbers are refused`() {
        let good = ReportWorld.report(1, by: 0, at: 0)
        var broken: [EventReport] = []
        for value in [Double.nan, .infinity, -.infinity, 1e300] {
            broken.append(ReportWorld.report(2, by: 0, at: value))
            broken.append(ReportWorld.report(2, by: 0, at: 0, value, 0))
            broken.append(ReportWorld.report(2, by: 0, at: 0, 0, value))
        }
        for code in [-1, .min, .max] {
            broken.append(ReportWorld.report(2, by: code, at: 0))
            broken.append(ReportWorld.report(2, by: 0, at: 0, type: code))
            broken.append(ReportWorld.report(2, by: 0, at: 0, weapon: code))
            broken.append(ReportWorld.report(2, by: 0, at: 0, casualties: code))
        }
        broken.append(ReportWorld.report(1, by: 1, at: 5))
        for report in broken {
            #expect(throws: StatisticsError(.malformedInput, "")) { try CandidatePairs([good, report]) }
        }
        #expect(throws: Never.self) {
            try CandidatePairs([
                ReportWorld.report(.min, by: 0, at: -1e9), ReportWorld.report(.max, by: 1, at: 1e9),
            ])
        }
    }

    @Test func `windows and bins outside of reason are refused`() {
        for value in [0, -1, .nan, .infinity, 1e9] {
            #expect(throws: StatisticsError(.outOfRange, "")) {
                try LinkageWindow(hours: value, kilometres: 1)
            }
            #expect(throws: StatisticsError(.outOfRange, "")) {
                try LinkageWindow(hours: 1, kilometres: value)
            }
        }
        #expect(throws: StatisticsError(.outOfRange, "")) {
            try LinkageWindow(hours: 1, kilometres: 1, cellLimit: 0)
        }
        for edges in [[1, 1], [2, 1], [0], [-1], [.nan], [.infinity], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]]
            as [[Double]]
        {
            #expect(throws: StatisticsError(.outOfRange, "")) {
                try ComparisonLevels(kilometres: edges, hours: [1])
            }
        }
    }
}

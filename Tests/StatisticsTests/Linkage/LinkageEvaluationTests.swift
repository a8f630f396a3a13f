import Statistics
import Testing

@Suite struct `Clusters against the truth` {
    @Test func `are judged by pairs and by reports`() throws {
        // Two events of three and two reports; one report of the first was put to the second.
        let evaluation = try LinkageEvaluation(
            clusters: [7, 7, 9, 9, 9], events: [1, 1, 1, 2, 2], hours: [0, 1, 2, 200, 201])
        #expect(evaluation.pairs.precision == 0.5)
        #expect(evaluation.pairs.recall == 0.5)
        #expect(evaluation.pairs.f1 == 0.5)
        #expect((evaluation.bCubed.precision - (1 + 1 + 1.0 / 3 + 2.0 / 3 + 2.0 / 3) / 5).magnitude < 1e-15)
        #expect((evaluation.bCubed.recall - (2.0 / 3 + 2.0 / 3 + 1.0 / 3 + 1 + 1) / 5).magnitude < 1e-15)
        #expect(evaluation.clusterCount == 2)
        #expect(evaluation.clusterCountError == 0)
    }

    @Test func `agree with themselves, and say nothing wrong where they say nothing`() throws {
        let same = try LinkageEvaluation(clusters: [1, 1, 2], events: [5, 5, 6], hours: [0, 0, 0])
        #expect(same.pairs.f1 == 1)
        #expect(same.bCubed.f1 == 1)
        let alone = try LinkageEvaluation(
            clusters: [1, 2, 3, 4], events: [5, 5, 6, 6], hours: [0, 0, 0, 0])
        #expect(alone.pairs.precision == 1)
        #expect(alone.pairs.recall == 0)
        #expect(alone.pairs.f1 == 0)
        #expect(alone.bCubed.precision == 1)
        #expect(alone.bCubed.recall == 0.5)
        #expect(alone.clusterCountError == 1)
        let single = try LinkageEvaluation(clusters: [3], events: [4], hours: [0])
        #expect(single.pairs.f1 == 1)
    }

    @Test func `are the same whatever the labels and the order`() throws {
        let (reports, events) = ReportWorld.crowded(seed: 21)
        let linkage = try Linkage(CandidatePairs(reports))
        let first = try linkage.evaluation(of: reports, events: events)
        var generator = SeededGenerator(seed: 2)
        let order = Array(reports.indices).shuffled(using: &generator)
        let shuffled = order.map { reports[$0] }
        let again = try Linkage(CandidatePairs(shuffled)).evaluation(
            of: shuffled, events: order.map { -7 * events[$0] })
        #expect(again.pairs == first.pairs)
        #expect((again.bCubed.f1 - first.bCubed.f1).magnitude < 1e-12)
        #expect(again.clusterCount == first.clusterCount)
        #expect(again.eventCount == first.eventCount)
    }

    @Test func `have intervals from whole weeks, the same for a seed`() throws {
        let (reports, events) = ReportWorld.crowded(seed: 22, incidents: 1_200, density: 1)
        let evaluation = try Linkage(CandidatePairs(reports)).evaluation(of: reports, events: events)
        let interval = try evaluation.bootstrapByWeek(seed: 5)
        #expect(interval.pairs.contains(evaluation.pairs.f1))
        #expect(interval.bCubed.contains(evaluation.bCubed.f1))
        #expect(interval.pairs.width > 0)
        #expect(try evaluation.bootstrapByWeek(seed: 5) == interval)
        #expect(try evaluation.bootstrapByWeek(seed: 6).pairs != interval.pairs)
        let narrow = try evaluation.bootstrapByWeek(level: 0.5, seed: 5)
        #expect(narrow.pairs.width < interval.pairs.width)
    }

    @Test func `score at most one in any week, though a cluster reaches from one week into another`() throws {
        // One report of the first week stands with two of the second, which alone belong together.
        let evaluation = try LinkageEvaluation(
            clusters: [1, 1, 1], events: [1, 2, 2], hours: [167, 169, 170])
        #expect(evaluation.pairs.f1 == 0.5)
        let interval = try evaluation.bootstrapByWeek(seed: 1)
        // The second week by itself holds one right pair half, of two found and one true.
        #expect(interval.pairs.lower == 0 && interval.pairs.upper == 2.0 / 3)
        #expect(interval.bCubed.upper <= 1)
    }

    @Test func `need reports, times and two weeks for an interval`() throws {
        #expect(throws: StatisticsError(.noData, "")) {
            try LinkageEvaluation(clusters: [], events: [], hours: [])
        }
        #expect(throws: StatisticsError(.malformedInput, "")) {
            try LinkageEvaluation(clusters: [1], events: [1, 2], hours: [0, 0])
        }
        #expect(throws: StatisticsError(.malformedInput, "")) {
            try LinkageEvaluation(clusters: [1], events: [1], hours: [.nan])
        }
        let week = try LinkageEvaluation(clusters: [1, 1], events: [1, 1], hours: [0, 1])
        #expect(throws: StatisticsError(.tooFewData, "")) { try week.bootstrapByWeek(seed: 1) }
        let two = try LinkageEvaluation(clusters: [1, 1], events: [1, 1], hours: [0, 999])
        #expect(throws: StatisticsError(.outOfRange, "")) { try two.bootstrapByWeek(replicates: 1, seed: 1) }
        #expect(throws: StatisticsError(.outOfRange, "")) { try two.bootstrapByWeek(level: 1, seed: 1) }
    }
}

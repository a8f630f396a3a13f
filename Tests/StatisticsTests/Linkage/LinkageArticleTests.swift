import Statistics
import Testing

/// The examples of the article on linkage.
@Suite struct `Linkage, as its article says` {
    @Test func `evidence in bits`() throws {
        let bits = try FellegiSunter.bits(
            matches: [0.95, 0.9, 0.85, 0.7], others: [0.02, 0.01, 0.2, 0.3],
            agreements: [true, true, true, false])
        let probability = try FellegiSunter.probability(bits: bits, prior: 1.0 / 5_000)
        #expect((bits - 12.9268).magnitude < 5e-5)
        #expect((probability - 0.6090).magnitude < 5e-5)
    }

    @Test func `three reports of one shelling`() throws {
        let plane = try LocalPlane(latitude: 40, longitude: 46.75)
        let reports = [
            EventReport(
                id: 101, source: 0, hours: 7.5, place: try plane.place(latitude: 39.991, longitude: 46.930),
                type: 0, weapon: 1),
            EventReport(
                id: 102, source: 1, hours: 8.25, place: try plane.place(latitude: 40.003, longitude: 46.915),
                type: 0),
            EventReport(
                id: 103, source: 2, hours: 31.75, place: try plane.place(latitude: 39.995, longitude: 46.925),
                type: 0, weapon: 1),
        ]
        let linkage = try Linkage(CandidatePairs(reports))
        #expect(linkage.clusters == [[101, 102], [103]])
        #expect(linkage.review.map(\.pair) == [ReportPair(101, 103), ReportPair(102, 103)])
        #expect(linkage.review.map(\.reason) == [.dateSlip, .dateSlip])

        let explanation = try linkage.explain(101, 102)
        #expect(explanation.parts.map(\.level) == [.within(2), .within(1.5), .equal, .missing, .missing])

        var decisions = LinkageDecisions.none
        decisions.link(101, 103)
        let confirmed = try Linkage(CandidatePairs(reports, decisions: decisions))
        #expect(confirmed.clusters == [[101, 102, 103]])
    }

    @Test func `weights from labels`() throws {
        let (reports, events) = ReportWorld.crowded(seed: 1, incidents: 1_000, density: 1)
        let event = Dictionary(uniqueKeysWithValues: zip(reports.map(\.id), events))
        func personSays(_ pair: ReportPair) -> Bool { event[pair.first] == event[pair.second] }

        let candidates = try CandidatePairs(reports)
        var generator = SeededGenerator(seed: 1994)
        var labels: [LabelledPair] = []
        for pair in candidates.sample(2_000, using: &generator) {
            labels.append(LabelledPair(pair, isOneEvent: personSays(pair)))
        }
        let weights = try MatchWeights(labels: labels, of: candidates)
        let linkage = try Linkage(candidates, weights: weights)
        let evaluation = try linkage.evaluation(of: reports, events: events)
        let interval = try evaluation.bootstrapByWeek(seed: 1)
        let counts = try linkage.clusterCounts(movedBy: 1)
        #expect(evaluation.pairs.f1 > 0.7)
        #expect(interval.pairs.contains(evaluation.pairs.f1))
        #expect(counts.lower < linkage.clusterCount && linkage.clusterCount < counts.higher)
    }
}

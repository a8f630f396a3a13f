import Statistics
import Testing

@Suite struct `Three monitors who blame each other` {
    /// Two thousand pairs, labelled by who knows the truth.
    static func labels(
        _ output: ReportSimulation.Output, _ candidates: CandidatePairs, _ count: Int = 2_000
    ) -> [LabelledPair] {
        var generator = SeededGenerator(seed: 1)
        return candidates.sample(count, using: &generator).map {
            LabelledPair($0, isOneEvent: output.incidents[$0.first] == output.incidents[$0.second])
        }
    }

    @Test func `are linked as well by weights from other years`() throws {
        let past = ReportSimulation(seed: 1994, incidents: 4_800).run()
        let pastCandidates = try CandidatePairs(past.reports)
        let weights = try MatchWeights(labels: Self.labels(past, pastCandidates), of: pastCandidates)
        let own = try Linkage(pastCandidates, weights: weights)
        #expect(try own.evaluation(of: past.reports, events: past.incidents).pairs.f1 > 0.83)

        let present = ReportSimulation(seed: 2020, incidents: 9_600).run()
        #expect(present.reports.count > 20_000)
        let candidates = try CandidatePairs(present.reports)
        let linkage = try Linkage(candidates, weights: weights)
        let evaluation = try linkage.evaluation(of: present.reports, events: present.incidents)
        #expect(evaluation.pairs.f1 > 0.83)
        #expect(evaluation.bCubed.f1 > 0.9)
        #expect(evaluation.clusterCountError.magnitude < 0.15)

        let estimated = try MatchWeights(estimatedFrom: candidates)
        let unlabelled = try Linkage(candidates, weights: estimated)
        #expect(try unlabelled.evaluation(of: present.reports, events: present.incidents).pairs.f1 > 0.8)
        let measured = try Linkage(candidates)
        #expect(try measured.evaluation(of: present.reports, events: present.incidents).pairs.f1 > 0.82)

        // Of the pairs for a person, those that fit are worth the time.
        let slips = linkage.review.filter { $0.reason == .dateSlip && $0.fits }
        let right = slips.filter { present.incidents[$0.pair.first] == present.incidents[$0.pair.second] }
        #expect(Double(right.count) > 0.75 * Double(slips.count))
    }

    @Test func `would lose most pairs if they had to blame the same side`() {
        let output = ReportSimulation(seed: 3, incidents: 2_000).run()
        var byIncident: [Int: [Int]] = [:]
        for (index, incident) in output.incidents.enumerated() {
            byIncident[incident, default: []].append(index)
        }
        var pairs = 0
        var agreeing = 0
        for (_, members) in byIncident {
            for one in members {
                for other in members where one < other {
                    pairs += 1
                    if output.blamed[one] == output.blamed[other] { agreeing += 1 }
                }
            }
        }
        let share = Double(agreeing) / Double(pairs)
        #expect((share - 0.15).magnitude < 0.03)
    }

    @Test func `gave the measured weights`() throws {
        let output = ReportSimulation(seed: 1994, incidents: 19_200).run()
        let candidates = try CandidatePairs(output.reports)
        let all = try MatchWeights(labels: Self.labels(output, candidates, .max), of: candidates)
        #expect((all.prior - MatchWeights.standard.prior).magnitude < 1e-4)
        for feature in LinkageFeature.allCases {
            let measured = all.shares(of: feature)
            let standard = MatchWeights.standard.shares(of: feature)
            for (one, other) in zip(measured.matches + measured.others, standard.matches + standard.others) {
                #expect((one - other).magnitude < 1e-4)
            }
        }
    }

    @Test func `tell the same story for a seed, in about two reports an incident`() {
        let one = ReportSimulation(seed: 5, incidents: 500).run()
        let other = ReportSimulation(seed: 5, incidents: 500).run()
        #expect(one.reports == other.reports)
        #expect(one.reports != ReportSimulation(seed: 6, incidents: 500).run().reports)
        #expect((Double(one.reports.count) / 500 - 2.12).magnitude < 0.15)
        #expect(one.reports.map(\.id) == Array(0..<one.reports.count))
    }
}

import Statistics

/// Seeds of the simulations whose pairs are labelled lie from here on, far from those that are judged.
private let labelledSeed: UInt64 = 1_000_000
private let labelledPairs = 2_000

/// As many reports as asked for, at the density of 9,600 incidents in two years.
private func simulation(count: Int, seed: UInt64) -> (reports: [EventReport], incidents: [Int]) {
    // A little more than needed, and cut: the order is random, so that the rest is a fair sample.
    let output = ReportSimulation(seed: seed, incidents: count * 48 / 100 + 100).run()
    precondition(output.reports.count >= count, "the simulation made too few reports")
    return (Array(output.reports.prefix(count)), Array(output.incidents.prefix(count)))
}

/// Weights from pairs of another simulation that somebody who knew the truth has labelled.
private func labelledWeights(
    _ simulation: (reports: [EventReport], incidents: [Int]), seed: UInt64
) throws(StatisticsError) -> MatchWeights {
    let candidates = try CandidatePairs(simulation.reports)
    var generator = SeededGenerator(seed: seed)
    var labels: [LabelledPair] = []
    for pair in candidates.sample(labelledPairs, using: &generator) {
        let isOneEvent = simulation.incidents[pair.first] == simulation.incidents[pair.second]
        labels.append(LabelledPair(pair, isOneEvent: isOneEvent))
    }
    return try MatchWeights(labels: labels, of: candidates)
}

/// The reports as a table for the peers.
func printReports(count: Int, seed: UInt64) {
    let simulation = simulation(count: count, seed: seed)
    print("id,incident,source,hours,x,y,kind,weapon,casualties")
    for (report, incident) in zip(simulation.reports, simulation.incidents) {
        guard let place = report.place else { preconditionFailure("every simulated report has a place") }
        let codes = [report.type, report.weapon, report.casualties].map { $0.map(String.init) ?? "" }
        print(
            "\(report.id),\(incident),\(report.source),\(report.hours),\(place.x),\(place.y)", terminator: ","
        )
        print(codes.joined(separator: ","))
    }
}

/// Links reports with weights from labels; once more in another order, which must not change anything.
func measureLinkage(count: Int, seed: UInt64, runs: Int) throws {
    let labelled = simulation(count: 20_000, seed: labelledSeed)
    let weights = try labelledWeights(labelled, seed: labelledSeed)
    let (reports, incidents) = simulation(count: count, seed: seed)

    try measure("linkage", runs: runs) {
        try Linkage(CandidatePairs(reports), weights: weights)
    } answer: { linkage in
        let labels = linkage.labels
        let evaluation = try linkage.evaluation(of: reports, events: incidents)
        var order = Array(reports.indices)
        var generator = SeededGenerator(seed: seed)
        order.shuffle(using: &generator)
        let shuffled = try Linkage(CandidatePairs(order.map { reports[$0] }), weights: weights)
        let isSame = zip(order, shuffled.labels).allSatisfy { labels[$0] == $1 }
        return [
            ("precision", .number(evaluation.pairs.precision)), ("recall", .number(evaluation.pairs.recall)),
            ("f1", .number(evaluation.pairs.f1)), ("clusters", .number(Double(linkage.clusterCount))),
            ("pairs", .number(Double(linkage.candidates.count))),
            ("overflow", .number(Double(linkage.candidates.uncompared.overflow.count))),
            ("sameWhenShuffled", .number(isSame ? 1 : 0)),
        ]
    }
    // Labelling is a person's work and done once; weights without it come from the reports, each time.
    guard count <= 20_000 else { return }
    try measure("linkage, weights estimated", runs: runs) {
        let candidates = try CandidatePairs(reports)
        return try Linkage(candidates, weights: MatchWeights(estimatedFrom: candidates))
    } answer: { linkage in
        [("f1", .number(try linkage.evaluation(of: reports, events: incidents).pairs.f1))]
    }
}

/// How well weights from one simulation link another, for several of both.
func judgeLinkage(count: Int, seeds: Int) throws {
    var pairs: [Double] = []
    var bCubed: [Double] = []
    var countErrors: [Double] = []
    for seed in 0..<UInt64(seeds) {
        let labelled = simulation(count: count, seed: labelledSeed + seed)
        let weights = try labelledWeights(labelled, seed: labelledSeed + seed)
        let (reports, incidents) = simulation(count: count, seed: seed)
        let linkage = try Linkage(CandidatePairs(reports), weights: weights)
        let evaluation = try linkage.evaluation(of: reports, events: incidents)
        pairs.append(evaluation.pairs.f1)
        bCubed.append(evaluation.bCubed.f1)
        countErrors.append(evaluation.clusterCountError)
    }
    print(
        JSON.object([
            ("name", .text("judge")), ("seconds", .numbers([])),
            (
                "answer",
                .object([
                    ("f1", .numbers(pairs)), ("bCubed", .numbers(bCubed)),
                    ("countErrors", .numbers(countErrors)),
                ])
            ),
        ]).text)
}

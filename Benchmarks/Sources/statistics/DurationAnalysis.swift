import Statistics

/// The survival curve with its band from times as they were read, then log-rank and Cox between the groups.
func measureDurations(path: String, runs: Int) throws {
    let table = try Columns(path: path)
    let times = table["time"]
    let events = table["event"].map { $0 == 1 }
    let groups = table["group"].map { Int($0) }

    // Sorting the times belongs to the work: the peers do it each time as well.
    try measure("survfit", runs: runs, batch: 200) {
        let curve = KaplanMeier(try Durations(times: times, events: events))
        return (curve, try curve.band())
    } answer: { curve, band in
        let steps = curve.times.indices.filter { curve.events[$0] > 0 }
        return [
            ("times", .numbers(steps.map { curve.times[$0] })),
            ("survival", .numbers(steps.map { curve.survival[$0] })),
            ("error", .numbers(steps.map { curve.standardErrors[$0] })),
            ("lower", .numbers(steps.map { band[$0].lower })),
            ("upper", .numbers(steps.map { band[$0].upper })),
            ("median", .numbers([try curve.median().time ?? .nan])),
        ]
    }
    try measure("survdiff", runs: runs, batch: 100) {
        try LogRank(Durations(times: times, events: events), groups: groups)
    } answer: { test in
        [("statistic", .numbers([test.chiSquared]))]
    }
    // The first group is the one that the others are compared with.
    let covariates = [2, 3].map { group in groups.map { $0 == group ? 1.0 : 0.0 } }
    try measure("coxph", runs: runs, batch: 20) {
        try CoxRegression(Durations(times: times, events: events), covariates: covariates)
    } answer: { model in
        [
            ("coefficients", .numbers(model.coefficients)), ("errors", .numbers(model.standardErrors)),
            ("likelihoods", .numbers([model.nullLogLikelihood, model.logLikelihood])),
        ]
    }
}

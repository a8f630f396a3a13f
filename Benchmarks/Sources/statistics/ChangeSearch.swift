import Statistics

/// Change points of weekly counts: of their Poisson rate, and of the mean of counts over their standard deviation,
/// which is what the peers written in C look for.
///
/// - Parameter penalty: what a change must save, on the scale of twice the log likelihood.
func measureChanges(path: String, penalty: Double, runs: Int) throws {
    let counts = try Columns(path: path, header: ["count"])["count"]
    let search = PELT(penalty: .manual(penalty), minimumSegment: 4)

    let whole = counts.map { Int($0) }
    try measure("poisson", runs: runs, batch: 20) {
        try search.rates(of: whole)
    } answer: { found in
        [("poisson", .integers(found.changes))]
    }

    var mean = 0.0
    for count in counts { mean += count / Double(counts.count) }
    var variance = 0.0
    for count in counts { variance += (count - mean) * (count - mean) / Double(counts.count) }
    try measure("normal", runs: runs, batch: 20) {
        try search.means(of: counts, variance: variance)
    } answer: { found in
        [("normal", .integers(found.changes))]
    }
}

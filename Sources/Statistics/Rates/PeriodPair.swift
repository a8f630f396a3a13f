/// The observed periods of two sides of a break, with what their own rates expect of them.
struct PeriodPair {
    private(set) var counts: [Double] = []
    private(set) var efforts: [Double] = []
    private(set) var means: [Double] = []
    /// The intercept and whether the period lies after the break.
    let design: Matrix
    /// Within the sides; absent where neither has events in two periods' worth of freedom.
    let dispersion: Dispersion?

    init(_ before: RateSeries, _ after: RateSeries) {
        var isLater: [Double] = []
        var groups: [(counts: [Double], means: [Double])] = []
        for (series, mark) in [(before, 0.0), (after, 1.0)] {
            let rate = series.rate ?? 0
            let start = counts.count
            for period in series.observed {
                counts.append(period.count ?? 0)
                efforts.append(period.effort)
                means.append(rate * period.effort)
                isLater.append(mark)
            }
            // A side without events varies not at all, and says nothing about how events cluster.
            if rate > 0 { groups.append((Array(counts[start...]), Array(means[start...]))) }
        }
        var design = Matrix(rows: counts.count, columns: 2)
        for (i, mark) in isLater.enumerated() {
            design[i, 0] = 1
            design[i, 1] = mark
        }
        self.design = design
        dispersion = Dispersion(groups: groups, coefficients: groups.count)
    }
}

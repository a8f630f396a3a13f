import RealModule

/// The observed periods of a series and the columns that a plan makes of them.
struct InterruptionDesign {
    let kinds: [InterruptedSeries.Term.Kind]
    let matrix: Matrix
    let periods: [ObservationPeriod]
    let straddling: [ObservationPeriod]

    init(_ series: RateSeries, _ plan: InterruptionPlan) throws(StatisticsError) {
        let breaks = try Self.breaks(plan)
        let isBroken = { (period: ObservationPeriod) in breaks.contains { period.straddles($0) } }
        let periods = series.observed.filter { !isBroken($0) }
        straddling = series.periods.filter(isBroken)
        self.periods = periods
        guard let first = periods.first else {
            throw StatisticsError(.noData, "No period was observed; a rate needs effort and a count.")
        }
        var edges = breaks.map { day in periods.firstIndex { $0.start >= day } ?? periods.count }
        edges = [0] + edges + [periods.count]
        for (edge, next) in zip(edges, edges.dropFirst()) where edge == next {
            throw StatisticsError(
                .tooFewData,
                "A stretch before, between or after the breaks has no observed period; leave its break out.")
        }

        var columns: [(kind: InterruptedSeries.Term.Kind, values: [Double])] = []
        columns.append((.intercept, periods.map { _ in 1 }))
        let unit = plan.trend ?? .years
        let origin = Self.time(of: breaks.first ?? first.start, unit)
        let times = periods.map { Self.time(of: $0, unit) }
        if plan.trend != nil { columns.append((.trend, times.map { $0 - origin })) }
        if plan.hasLevelChange {
            for day in breaks { columns.append((.level(day), periods.map { $0.start >= day ? 1 : 0 })) }
        }
        if plan.hasSlopeChange {
            for day in breaks {
                let start = Self.time(of: day, unit)
                columns.append(
                    (.slope(day), zip(periods, times).map { $0.start >= day ? $1 - start : 0 }))
            }
        }
        columns += Self.season(plan.season, periods)
        guard columns.count <= periods.count else {
            throw StatisticsError(
                .tooFewData,
                "\(periods.count) observed periods cannot carry \(columns.count) coefficients; ask for fewer."
            )
        }
        var matrix = Matrix(rows: periods.count, columns: columns.count)
        for (j, column) in columns.enumerated() {
            for (i, value) in column.values.enumerated() { matrix[i, j] = value }
        }
        self.matrix = matrix
        kinds = columns.map(\.kind)
    }

    /// Expected counts, on the wish without the terms of the breaks.
    func expected(_ coefficients: [Double], _ offset: [Double], withoutBreaks: Bool) -> [Double] {
        var kept = coefficients
        for (j, kind) in kinds.enumerated() where withoutBreaks {
            switch kind {
            case .level, .slope: kept[j] = 0
            default: break
            }
        }
        // A trend carried far beyond its data may leave the range of numbers; it then stands at its end.
        return zip(matrix * kept, offset).map { Double.exp(Swift.min(700, Swift.max(-700, $0 + $1))) }
    }

    private static func breaks(_ plan: InterruptionPlan) throws(StatisticsError) -> [Int] {
        let limit = RateSeries.largestDay
        let breaks = plan.breaks.sorted()
        for (i, day) in breaks.enumerated() {
            guard (-limit...limit).contains(day), i == 0 || day > breaks[i - 1] else {
                throw StatisticsError(
                    .outOfRange, "The break on day \(day) is not usable, or is given twice.")
            }
        }
        guard breaks.count <= 100 else {
            throw StatisticsError(.outOfRange, "\(breaks.count) breaks are too many; give at most 100.")
        }
        if plan.hasSlopeChange && plan.trend == nil {
            throw StatisticsError(.outOfRange, "A slope can change only where there is a trend; ask for one.")
        }
        if case .days(let length) = plan.trend {
            guard length >= 1e-3, length <= 1e9 else {
                throw StatisticsError(
                    .outOfRange, "The unit of time is \(length) days; give a positive number.")
            }
        }
        if case .harmonics(let count, let cycle) = plan.season {
            guard (1...100).contains(count), cycle >= 1e-3, cycle <= 1e9 else {
                throw StatisticsError(
                    .outOfRange,
                    "\(count) harmonics over \(cycle) days are not usable; give one to a hundred, and a cycle."
                )
            }
        }
        return breaks
    }

    private static func time(of period: ObservationPeriod, _ unit: InterruptionPlan.TimeUnit) -> Double {
        switch unit {
        case .days(let length): (Double(period.start) + Double(period.days) / 2) / length
        case .calendarMonths: time(of: period.start, unit)
        }
    }

    private static func time(of day: Int, _ unit: InterruptionPlan.TimeUnit) -> Double {
        switch unit {
        case .days(let length): Double(day) / length
        case .calendarMonths: Double(PeriodGrid.month(of: day))
        }
    }

    private static func season(
        _ season: InterruptionPlan.Season, _ periods: [ObservationPeriod]
    ) -> [(kind: InterruptedSeries.Term.Kind, values: [Double])] {
        switch season {
        case .none: return []
        case .calendarMonths:
            let months = periods.map { period in
                let month = PeriodGrid.month(of: period.start + (period.days - 1) / 2) % 12
                return (month + 12) % 12 + 1
            }
            return Set(months).sorted().dropFirst().map { month in
                (.month(month), months.map { $0 == month ? 1 : 0 })
            }
        case .harmonics(let count, let cycle):
            return (1...count).flatMap { k in
                let angles = periods.map { period in
                    let middle = Double(period.start) + Double(period.days) / 2
                    return 2 * .pi * Double(k) * (middle / cycle - (middle / cycle).rounded(.down))
                }
                return [
                    (kind: InterruptedSeries.Term.Kind.sine(k), values: angles.map { Double.sin($0) }),
                    (kind: InterruptedSeries.Term.Kind.cosine(k), values: angles.map { Double.cos($0) }),
                ]
            }
        }
    }
}

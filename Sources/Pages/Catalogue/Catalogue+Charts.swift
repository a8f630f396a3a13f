import Ceasefire

/// What stands in and under charts, and what is told of them to who does not see them.
extension Catalogue {
    var notObserved: String { "not observed" }

    var joinedColumns: String { "Neighbouring periods are joined where they would be too narrow." }

    func whiskers(_ name: String) -> String { "Whiskers: \(name)." }

    var changeMarks: String {
        "Dashed: the last day before a change; heavy lines: the typical rate between changes."
    }

    var alarmMarks: String { "▲ alarms." }

    var boundsOfEnds: String { "between the earliest and the latest reading of unknown ends" }

    var stillFollowed: String { "Still followed" }

    var censoredMarks: String { "Short strokes: followed to here, the end not seen." }

    var shadedInterval: String { "Shaded: 95 % interval." }

    // MARK: Text alternatives

    /// A chart of columns in sentences, with its numbers.
    func description(_ chart: ColumnChart) -> String {
        guard let last = chart.columns.last else { return "No period." }
        let days = chart.days
        var sentences = [
            "\(count(chart.columns.count, "period", "periods")) from \(day(days.lowerBound)) to "
                + "\(day(max(last.days.upperBound, days.upperBound).advanced(days: -1)))."
        ]
        let seen = chart.columns.filter { $0.total != nil }
        if let highest = seen.max(by: { ($0.total ?? 0) < ($1.total ?? 0) }),
            let lowest = seen.min(by: { ($0.total ?? 0) < ($1.total ?? 0) })
        {
            sentences.append("Highest: \(told(highest)). Lowest: \(told(lowest)).")
        }
        for mark in chart.marks where mark.kind == .beginning {
            sentences.append(
                "\((mark.words.isEmpty ? "beginning" : mark.words).sentenceCased): \(day(mark.day)).")
        }
        for level in chart.levels {
            sentences.append(
                "\(day(level.days.lowerBound)) to \(day(level.days.upperBound.advanced(days: -1))): "
                    + "typically \(rate(level.value)).")
        }
        let changes = chart.marks.filter { $0.kind == .change }
        if !changes.isEmpty {
            sentences.append("Changes after \(list(changes.map { day($0.day) })).")
        }
        let alarms = chart.marks.filter { $0.kind == .alarm }
        if !alarms.isEmpty { sentences.append("Alarms: \(list(alarms.map { day($0.day) })).") }
        if !chart.gaps.isEmpty {
            let gaps = chart.gaps.map { "\(day($0.lowerBound)) to \(day($0.upperBound.advanced(days: -1)))" }
            sentences.append("Not observed: \(list(gaps)).")
        }
        sentences += yearly(chart)
        if !chart.note.isEmpty { sentences.append(chart.note) }
        return sentences.joined(separator: " ")
    }

    private func told(_ column: ColumnChart.Column) -> String {
        let range = column.bounds.map { " (\(rate($0.lowerBound)) to \(rate($0.upperBound)))" } ?? ""
        return
            "\(rate(column.total ?? 0))\(range), \(day(column.days.lowerBound)) to "
            + "\(day(column.days.upperBound.advanced(days: -1)))"
    }

    /// The mean of each year, by side: more than that belongs into the table beside the chart.
    private func yearly(_ chart: ColumnChart) -> [String] {
        var years: [Int] = []
        var sums: [Int: [Double]] = [:]
        var lengths: [Int: Double] = [:]
        for column in chart.columns {
            guard let values = column.values else { continue }
            let year = column.days.lowerBound.civil.year
            let length = Double(column.days.upperBound.number - column.days.lowerBound.number)
            if sums[year] == nil { years.append(year) }
            var sum = sums[year] ?? []
            while sum.count < values.count { sum.append(0) }
            for (index, value) in values.enumerated() { sum[index] += value * length }
            sums[year] = sum
            lengths[year, default: 0] += length
        }
        guard years.count > 1 || chart.series.count > 1, !years.isEmpty else { return [] }
        let told = years.map { year in
            let means = (sums[year] ?? []).map { rate($0 / max(1, lengths[year] ?? 1)) }
            guard chart.series.count > 1 else { return "\(year): \(means.first ?? "")" }
            return "\(year): " + zip(chart.series, means).map { "\($0) \($1)" }.joined(separator: ", ")
        }
        return ["Mean by the year in which the period began: \(told.joined(separator: "; "))."]
    }

    /// Survival curves in sentences, with the numbers at `times`.
    func description(_ chart: SurvivalChart, at times: [Double]) -> String {
        var sentences: [String] = []
        for curve in chart.curves {
            let median =
                curve.median.map { "half lasted \(plain($0)) \(chart.unit) or longer" }
                ?? "more than half lasted beyond what was seen"
            let ended = curve.durations.count - curve.censored.count
            sentences.append(
                "\(curve.name): \(number(curve.durations.count)) followed, \(number(ended)) ended; \(median)."
            )
            let shares = times.dropFirst().map {
                "\(plain($0)) \(chart.unit): \(percent(curve.share(at: $0))) left, \(number(curve.atRisk($0))) followed"
            }
            if !shares.isEmpty { sentences.append("After \(shares.joined(separator: "; ")).") }
        }
        if let bounds = chart.bounds, let last = times.last {
            func share(_ steps: [SurvivalChart.Step]) -> Double { steps.last { $0.time <= last }?.share ?? 1 }
            sentences.append(
                "Unknown ends leave the share after \(plain(last)) \(chart.unit) between \(percent(share(bounds.earliest))) and \(percent(share(bounds.latest)))."
            )
        }
        if !chart.note.isEmpty { sentences.append(chart.note) }
        return sentences.joined(separator: " ")
    }
}

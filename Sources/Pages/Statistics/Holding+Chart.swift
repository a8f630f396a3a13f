import Statistics

extension Holding {
    /// The counts as columns, with the beginning, the changes, the levels and the alarms.
    package func chart(title: String? = nil, source: String? = nil) -> ColumnChart {
        let catalogue = Catalogue.withoutRecord
        var columns: [ColumnChart.Column] = []
        for (index, period) in all.periods.enumerated() {
            let days = Day(period.start)..<Day(period.end)
            guard period.isObserved else {
                columns.append(ColumnChart.Column(days, nil))
                continue
            }
            let scale = unit.effort / period.effort
            let values = sides.map { side in
                index < side.series.periods.count ? (side.series.periods[index].count ?? 0) * scale : 0
            }
            let bounds = bounds.map { $0[index].lowerBound * scale...$0[index].upperBound * scale }
            columns.append(ColumnChart.Column(days, values, bounds: bounds))
        }
        let note = [source.map { "Source: \($0)." }, catalogue.caution(subject)].compactMap { $0 }
        var chart = ColumnChart(
            title: title ?? catalogue.heading(subject, unit), note: note.joined(separator: " "),
            series: sides.map(\.name), columns: columns)
        if bounds != nil { chart.boundsName = "lowest to highest estimate" }
        if let since = question.since { chart.marks.append(.init(since, .beginning, "ceasefire")) }
        chart.marks += changes.map { .init($0, .change) }
        if case .success(let watch)? = alarms { chart.marks += watch.alarms.map { .init($0.day, .alarm) } }
        if let levels = try? levels.get(), levels.count > 1 {
            chart.levels = levels.map { .init($0.days, $0.rate) }
        }
        return chart
    }
}

import Exchange
import Pages
import Record
import Statistics

/// The tables below the sentence of `holds`.
struct HoldingTables {
    var all: [TextTable]

    init(_ holding: Holding, _ catalogue: Catalogue, periods: Bool) {
        let unit = holding.unit.words
        var comparison = TextTable(["", "events", "periods", "not observed", unit])
        if case .success(let ratio)? = holding.comparison {
            for (name, stretch) in [("before", ratio.before), ("after", ratio.after)] {
                comparison.add([
                    name, catalogue.number(stretch.events, digits: 0), catalogue.number(stretch.periods),
                    catalogue.number(stretch.missing), catalogue.rate(stretch.rate * holding.unit.effort),
                ])
            }
        }
        var levels = TextTable(["level from", "to", "periods", "typical \(unit)", "mean \(unit)"])
        if let found = try? holding.levels.get() {
            for level in found {
                levels.add([
                    catalogue.day(level.days.lowerBound),
                    catalogue.day(level.days.upperBound.advanced(days: -1)),
                    catalogue.number(level.periods), catalogue.rate(level.rate), catalogue.rate(level.mean),
                ])
            }
        }
        var alarms = TextTable(["alarm in the period from", "rising since"])
        if case .success(let watch)? = holding.alarms {
            for alarm in watch.alarms { alarms.add([catalogue.day(alarm.day), catalogue.day(alarm.since)]) }
        }
        all = [comparison, levels, alarms]
        if periods { all.append(HoldingTables.periods(holding, catalogue)) }
    }

    private static func periods(_ holding: Holding, _ catalogue: Catalogue) -> TextTable {
        let hasSides = holding.sides.count > 1
        var table = TextTable(
            ["from", "to"] + (hasSides ? holding.sides.map(\.name) : []) + ["all", holding.unit.words])
        func told(_ count: Double?) -> String { count.map { catalogue.plain($0) } ?? "–" }
        for (place, period) in holding.all.periods.enumerated() {
            let isSeen = period.effort > 0
            let sides = holding.sides.map { told(isSeen ? $0.series.periods[place].count : nil) }
            table.add(
                [Day(period.start).description, Day(period.end - 1).description] + (hasSides ? sides : [])
                    + [
                        told(isSeen ? period.count : nil),
                        period.rate.map { catalogue.rate($0 * holding.unit.effort) } ?? "not observed",
                    ])
        }
        return table
    }
}

/// The tables below the sentence of `holds --durations`.
struct LastingTables {
    private var table: TextTable

    init(_ lasting: Lasting, _ catalogue: Catalogue) {
        let hasUnknown = lasting.all.unknown > 0
        table = TextTable(
            ["", "count", "ended", "went on", "unknown"]
                + (hasUnknown ? ["half at least", "half at most"] : ["half", "95 % interval"]))
        for group in lasting.groups + [lasting.all] {
            let counts = [group.count, group.ended, group.ongoing, group.unknown].map { catalogue.number($0) }
            let times: [String]
            if hasUnknown {
                let range = group.bounds.medianRange
                times = [range.lower, range.upper].map { $0.map { catalogue.plain($0) } ?? "beyond" }
            } else {
                times = [
                    group.latestMedian.time.map { catalogue.plain($0) } ?? "beyond",
                    catalogue.interval(group.latestMedian),
                ]
            }
            table.add([group.name] + counts + times)
        }
    }

    func show() { table.show() }
}

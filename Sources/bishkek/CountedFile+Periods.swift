import Exchange
import Foundation
import Pages
import Statistics

// Counts by period, a row for each period, or for each period and side.
extension CountedFile {
    /// More than these cannot be told apart in one chart.
    private static let mostSides = 12

    static func periods(
        _ path: String, _ reader: consuming CSVReader, _ choice: Choice
    ) throws -> CountedFile {
        guard choice.conflict == nil, choice.country == nil else {
            throw Failure.usage(
                "--conflict and --country choose among events; \(path) holds counts by period. Leave them out."
            )
        }
        guard !choice.isGridAsked else {
            throw Failure.usage(
                "--by says in which periods events are counted; \(path) is counted by period already. Leave it out."
            )
        }
        let table = try Reading.of(path, reader) { reader throws(CSVFault) in
            try CountTable(reader, columns: choice.columns)
        }
        var rows = table.rows
        if let side = choice.side {
            rows = rows.filter { $0.side?.lowercased() == side.lowercased() }
            if rows.isEmpty {
                let known = Set(table.rows.compactMap(\.side)).sorted().joined(separator: ", ")
                throw Failure.usage(
                    known.isEmpty
                        ? "\(path) names no sides. Name their column with --sides, or leave --side out."
                        : "No row of \(path) is of the side “\(side)”. There are: \(known).")
            }
        }
        if let from = choice.days.from { rows = rows.filter { $0.days.lowerBound >= from.number } }
        if let to = choice.days.to { rows = rows.filter { $0.days.upperBound <= to.number } }
        let hasEffort = rows.contains { $0.effort != nil }
        let unit =
            hasEffort
            ? RateUnit(effort: 1, words: "for each unit of \(choice.columns.effort ?? "effort")") : nil
        var names: [String] = []
        for row in rows where !names.contains(row.side ?? "") {
            names.append(row.side ?? "")
            if names.count > CountedFile.mostSides {
                throw Failure.usage(
                    "\(path) has more than \(CountedFile.mostSides) sides. Choose one with --side, or name another column "
                        + "with --sides.")
            }
        }
        var byPeriod: [ClosedRange<Int>: [String: CountTable.Row]] = [:]
        for row in rows where byPeriod[row.days, default: [:]].updateValue(row, forKey: row.side ?? "") != nil
        {
            throw Failure(
                "\(path): the period from \(Day(row.days.lowerBound)) stands twice\(row.side.map { " for \($0)" } ?? "")."
                    + " Give each period once, or name the column of the sides: --sides COLUMN.")
        }
        var series = [[ObservationPeriod]](repeating: [], count: names.count)
        var sums: [ObservationPeriod] = []
        var incomplete = 0
        for (days, rows) in byPeriod.sorted(by: { $0.key.lowerBound < $1.key.lowerBound }) {
            let effort =
                hasEffort ? rows.values.compactMap(\.effort).max() ?? 0 : Double(days.count)
            // A side of which nothing is said was not counted, which is not a count of nothing.
            let counts = names.map { rows[$0]?.counts.first ?? nil }
            let isWhole = counts.allSatisfy { $0 != nil }
            if !isWhole, counts.contains(where: { $0 != nil }) { incomplete += 1 }
            for (place, count) in counts.enumerated() {
                series[place].append(
                    .init(start: days.lowerBound, days: days.count, effort: effort, count: count))
            }
            let sum = isWhole ? counts.reduce(0) { $0 + ($1 ?? 0) } : nil
            sums.append(.init(start: days.lowerBound, days: days.count, effort: effort, count: sum))
        }
        let all = try CountedFile.series(sums, path)
        var file = CountedFile(
            subject: .recorded((table.countNames.first ?? "events").replacing("_", with: " ")),
            unit: unit ?? choice.per ?? RateUnit(for: all), sides: [],
            all: all, report: table.report)
        for (name, periods) in zip(names, series) {
            file.sides.append(
                Holding.Side(name.isEmpty ? "all" : name, try CountedFile.series(periods, path)))
        }
        if incomplete > 0 {
            file.notes.append(
                incomplete == 1
                    ? "1 period says nothing of some side and is not compared: missing is not zero."
                    : "\(incomplete) periods say nothing of some side and are not compared: missing is not zero."
            )
        }
        return file
    }

    private static func series(_ periods: [ObservationPeriod], _ path: String) throws -> RateSeries {
        let most = 1e15
        for period in periods where (period.count ?? 0) > most || period.effort > most {
            throw Failure(
                "\(path): the count or the effort of the period from \(Day(period.start)) is above 10¹⁵. Correct it, or "
                    + "leave it empty where it is not known.")
        }
        // They come in the order of their first days.
        for (earlier, later) in zip(periods, periods.dropFirst()) where later.start < earlier.end {
            throw Failure(
                "\(path): the period from \(Day(later.start)) begins before the one from \(Day(earlier.start)) has ended. "
                    + "Give periods that do not overlap.")
        }
        do {
            return try RateSeries(periods)
        } catch {
            throw Failure("\(path): \(error.message)")
        }
    }
}

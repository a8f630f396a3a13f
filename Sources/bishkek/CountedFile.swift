import Exchange
import Foundation
import Pages
import Statistics

/// Counts by period out of a file, whichever layout it has.
struct CountedFile {
    var subject: CountSubject
    var unit: RateUnit
    var sides: [Holding.Side]
    var all: RateSeries
    var bounds: [ClosedRange<Double>]?
    /// The days of single events, where the file has them.
    var events: [Int] = []
    var report: LossReport
    /// What else did not go into the counts, in sentences.
    var notes: [String] = []

    /// More than these cannot be told apart in one chart.
    private static let mostSides = 12

    /// What of the file is wanted.
    struct Choice {
        var columns = CountTable.Columns()
        var side: String?
        var conflict: String?
        var country: String?
        var grid = PeriodGrid.weeks
        var unit = RateUnit.week
        /// In which unit rates are told, where somebody said so.
        var per: RateUnit?
        var days: (from: Day?, to: Day?) = (nil, nil)
    }

    /// Whether the header is that of the events of UCDP GED.
    static func holdsEvents(_ header: CSVHeader) throws(CSVFault) -> Bool {
        for name in ["id", "date_start", "best"] where try header.find([name]) == nil { return false }
        return true
    }

    static func read(_ path: String, _ reader: consuming CSVReader, _ choice: Choice) throws -> CountedFile {
        let header = reader.header
        let holdsEvents = try Reading.of(path) { () throws(CSVFault) in try CountedFile.holdsEvents(header) }
        if holdsEvents { return try events(path, reader, choice) }
        return try periods(path, reader, choice)
    }

    // MARK: Counts by period

    private static func periods(
        _ path: String, _ reader: consuming CSVReader, _ choice: Choice
    ) throws -> CountedFile {
        guard choice.conflict == nil, choice.country == nil else {
            throw Failure.usage(
                "--conflict and --country choose among events; \(path) holds counts by period. Leave them out."
            )
        }
        var waiting: CSVReader? = consume reader
        let table = try Reading.of(path) { () throws(CSVFault) in
            guard let reader = waiting.take() else { throw CSVFault(.unreadableFile, "it was read already") }
            return try CountTable(reader, columns: choice.columns)
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

    // MARK: Events

    private static func events(
        _ path: String, _ reader: consuming CSVReader, _ choice: Choice
    ) throws -> CountedFile {
        guard choice.columns.side == nil, choice.columns.effort == nil else {
            throw Failure.usage(
                "--sides and --effort go with counts by period; \(path) holds events. Leave them out, or choose with --side."
            )
        }
        let measure = choice.columns.counts.first ?? "events"
        guard ["events", "best", "low", "high"].contains(measure) else {
            throw Failure.usage(
                "--column \(measure): \(path) holds events with deaths. Count events, or deaths by best, low or high."
            )
        }
        var collected = EventCollection(choice: choice, measure: measure)
        var waiting: CSVReader? = consume reader
        let report = try Reading.of(path) { () throws(CSVFault) in
            guard let reader = waiting.take() else { throw CSVFault(.unreadableFile, "it was read already") }
            var events = try GEDReader(reader, detail: [])
            while let event = try events.next() { collected.add(event) }
            return events.report
        }
        guard collected.read > 0 else {
            throw Failure(
                "\(path): no event could be read from it. \(report.text.replacing("\n", with: " "))", code: 2)
        }
        guard collected.taken > 0 else {
            throw Failure(
                "\(path): none of its \(collected.read) events is one of those asked for. Check --conflict, --side and "
                    + "--country.", code: 2)
        }
        return try collected.file(report)
    }
}

/// Events of UCDP GED as they are read, and what is made of them.
private struct EventCollection {
    let choice: CountedFile.Choice
    let measure: String
    private(set) var read = 0
    private(set) var taken = 0
    private var undated = 0
    private var uncounted = 0
    private var years: ClosedRange<Int>?
    private var events: [DatedEvent] = []
    private var low: [DatedEvent] = []
    private var high: [DatedEvent] = []
    private var sideNames: (a: Set<String>, b: Set<String>) = ([], [])

    init(choice: CountedFile.Choice, measure: String) {
        self.choice = choice
        self.measure = measure
    }

    private func isWanted(_ event: GEDEvent) -> Bool {
        func holds(_ text: String?, _ part: String) -> Bool {
            text?.lowercased().contains(part.lowercased()) ?? false
        }
        if let conflict = choice.conflict {
            let isNumber =
                Int(conflict).map { event.conflict.id == $0 } ?? holds(event.conflict.name, conflict)
            if !isNumber { return false }
        }
        if let country = choice.country, !holds(event.country, country) { return false }
        if let side = choice.side, !holds(event.sideA.name, side), !holds(event.sideB.name, side) {
            return false
        }
        return true
    }

    mutating func add(_ event: GEDEvent) {
        read += 1
        let year = Day(event.start).civilYear
        years = min(years?.lowerBound ?? year, year)...max(years?.upperBound ?? year, year)
        guard isWanted(event) else { return }
        taken += 1
        guard let spread = event.spread() else {
            undated += 1
            return
        }
        func dated(_ size: Int, side: Int = 0) -> DatedEvent {
            DatedEvent(
                day: spread.days.lowerBound, lastDay: spread.days.upperBound, side: side, size: Double(size))
        }
        if measure == "events" {
            events.append(dated(1))
            return
        }
        let deaths = event.deaths
        let chosen = measure == "low" ? deaths.low : measure == "high" ? deaths.high : deaths.best
        guard let chosen else {
            uncounted += 1
            return
        }
        if measure == "best" {
            low.append(dated(min(deaths.low ?? chosen, chosen)))
            high.append(dated(max(deaths.high ?? chosen, chosen)))
        }
        let parts = [deaths.sideA, deaths.sideB, deaths.civilians, deaths.unknown].map { $0 ?? 0 }
        // The parts make up the best estimate; where they do not, the whole is not told apart.
        guard measure == "best", parts.reduce(0, +) == chosen else {
            events.append(dated(chosen, side: measure == "best" ? 3 : 0))
            return
        }
        if let name = event.sideA.name { sideNames.a.insert(name) }
        if let name = event.sideB.name { sideNames.b.insert(name) }
        for (side, size) in parts.enumerated() where size > 0 { events.append(dated(size, side: side)) }
    }

    func file(_ report: LossReport) throws -> CountedFile {
        let years = years ?? 1989...1989
        guard let opens = choice.days.from ?? Day(year: years.lowerBound, month: 1, day: 1),
            let closes = choice.days.to ?? Day(year: years.upperBound, month: 12, day: 31), opens <= closes
        else {
            throw Failure.usage(
                "No day lies from --from to --to; the events are of \(years.lowerBound) to \(years.upperBound)."
            )
        }
        // Weeks of four centuries; more is a year that was mistyped.
        guard closes.number - opens.number <= 150_000 else {
            throw Failure.usage(
                "From \(opens) to \(closes) is too long to count by \(choice.unit == .week ? "week" : "month"). "
                    + "Choose a part with --from and --to.")
        }
        let days = opens.number..<closes.number + 1
        let names = measure == "best" ? deathNames : ["all"]
        func counts(_ events: [DatedEvent], sides: Int) throws -> EventCounts {
            do {
                return try EventCounts(events, sides: sides, days: days, grid: choice.grid)
            } catch {
                throw Failure.usage(error.message)
            }
        }
        let counted = try counts(events, sides: names.count)
        var file = CountedFile(
            subject: measure == "events" ? .fatalEvents : .deaths, unit: choice.per ?? choice.unit,
            sides: zip(names, counted.sides).map { Holding.Side($0, $1) }, all: counted.all, report: report)
        if measure == "best" {
            let (lows, highs) = (try counts(low, sides: 1).all, try counts(high, sides: 1).all)
            file.bounds = zip(lows.periods, highs.periods).map {
                let (low, high) = ($0.count ?? 0, $1.count ?? 0)
                return low...max(low, high)
            }
        }
        file.events = events.filter { $0.size > 0 && days.contains($0.day) }.map(\.day)
        file.notes = notes(outside: counted.outside)
        return file
    }

    private func notes(outside: Double) -> [String] {
        var notes = ["\(taken) of \(read) events are of those asked for."]
        if undated > 0 { notes.append("\(undated) are dated to the month or worse and are not counted.") }
        if uncounted > 0 { notes.append("\(uncounted) have no number of deaths in \(measure).") }
        if outside > 0 { notes.append("\(Int(outside.rounded())) lie outside the days looked at.") }
        return notes
    }

    /// Whose deaths they are: by name where all events are of the same two sides.
    private var deathNames: [String] {
        let a = sideNames.a.count == 1 ? sideNames.a.first ?? "" : "first-named sides"
        let b = sideNames.b.count == 1 ? sideNames.b.first ?? "" : "second-named sides"
        return ["of \(a)", "of \(b)", "civilians", "not told apart"]
    }
}

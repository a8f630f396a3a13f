import Exchange
import Foundation
import Pages
import Statistics

/// Events of UCDP GED as they are read, and what is made of them.
struct EventCollection {
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

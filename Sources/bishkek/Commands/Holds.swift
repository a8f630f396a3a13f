import ArgumentParser
import Exchange
import Foundation
import Pages
import Record
import Statistics

struct Holds: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Whether violence fell, since when it rises again: from a table of counts or events.",
        discussion: """
            FILE is a CSV table: counts by period, events of UCDP GED, or, with --durations, how long ceasefires lasted.
            Columns are found by their names; what could not be read is told at the end. Counts follow what was
            observed, and say nothing about who did it. Exit status 2: too few data, or nobody looked.

            EXAMPLES
              bishkek holds violations.csv --since 2020-07-27 --chart violations.svg
              bishkek holds patrols.csv --since 2023-01-01 --column shots --sides side --effort patrol_days
              bishkek holds GEDEvent_v25_1.csv --conflict 388 --since 1994-05-12 --window 1y --by month
              bishkek holds ceasefires.csv --durations --until 2024-12-31 --json
            """)

    @Argument(help: "A CSV table, or - for standard input.") var file: String
    @Option(help: "The first day of the ceasefire.") var since: String?
    @Option(help: "How long before and after are compared: 180d, 26w, 6m or 1y. (default: 6m)")
    var window: String?
    @Option(help: "The column of the counts; for events: events, best, low or high.") var column: String?
    @Option(help: "The column that says whose violations they are, for counts by period.") var sides: String?
    @Option(help: "Only this side's counts; of events, those in which it takes part.") var side: String?
    @Option(help: "Only events of this conflict: its number, or a part of its name.") var conflict: String?
    @Option(help: "Only events in this country: a part of its name.") var country: String?
    @Option(help: "The column that says how much was observed, such as patrol days.") var effort: String?
    @Option(help: "In which periods events are counted: week or month. (default: week)") var by: String?
    @Option(help: "In which unit rates are told: day, week or month.") var per: String?
    @Option(help: "The first day of the table that is used.") var from: String?
    @Option(help: "The last day of the table that is used.") var to: String?
    @Option(help: "What a further change must save: mbic, bic or a number. (default: mbic)")
    var penalty: String?
    @Option(
        help: """
            The model of the interval: measured, poisson, quasi-poisson or negative-binomial. (default: measured)
            """)
    var model: String?
    @Option(help: "What alarms take as usual: two days, as 2012-01-01/2012-12-31.") var quiet: String?
    @Option(
        help: """
            How changes are sought: in the log of the rate (log-rate), or as independent events (poisson). (default: \
            log-rate)
            """)
    var cost: String?
    @Flag(help: "List every period.") var periods = false
    @Flag(help: "The table says how long each of several ceasefires lasted.") var durations = false
    @Option(help: "With --durations: the last day on which all were observed.") var until: String?
    @Flag(help: "With --durations: where no last day is written, nobody knows it.") var unknownEnds = false
    @Option(help: "With --durations: the column that says whether it ended: 1 or 0, yes or no.")
    var ended: String?
    @Option(help: "With --durations: the column of the groups to compare.") var group: String?
    @Option(help: "With --durations: the unit of durations that are numbers.") var unit: String?
    @Option(help: "Draw a chart into this file, in SVG.") var chart: String?
    @Option(help: "How wide the chart is, in pixels.") var chartWidth = 960
    @Option(help: "The heading of the chart.") var title: String?
    @Option(help: "Who counted, for the chart's note.") var source: String?
    @OptionGroup var csv: CSVOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await carryOut {
            guard (320...4000).contains(chartWidth) else {
                throw Failure.usage("--chart-width \(chartWidth): give 320 to 4000 pixels.")
            }
            if durations { return try answerDurations() }
            guard until == nil, ended == nil, group == nil, unit == nil, !unknownEnds else {
                throw Failure.usage(
                    "--until, --ended, --group, --unit and --unknown-ends go with --durations.")
            }
            try answerCounts()
        }
    }

    // MARK: Counts

    private func answerCounts() throws {
        let question = try question()
        let counted = try CountedFile.read(file, csv.reader(of: file), choice())
        let holding = Holding(
            counted.subject, unit: counted.unit, question: question, sides: counted.sides, all: counted.all,
            bounds: counted.bounds, events: counted.events)
        if let refusal = holding.refusal {
            let catalogue = Catalogue.withoutRecord
            throw Failure(
                "\(file): \(refusal.message) \(catalogue.reach(holding)) "
                    + counted.report.text.split(separator: "\n").prefix(4).joined(separator: " "), code: 2)
        }
        if let chart {
            let drawn = holding.chart(title: title, source: source)
            try OutputFile.write("The chart", drawn.svg(width: Double(chartWidth)), to: chart)
        }
        if output.json {
            return output.print { holding.write(to: &$0, counted.report, notes: counted.notes) }
        }
        show(holding)
        Reading.show(counted.report, extra: counted.notes)
    }

    private func question() throws -> Holding.Question {
        var question = Holding.Question()
        question.since = try CSVOptions.day(since, "since")
        if let window {
            guard let span = Span(window) else {
                throw Failure.usage("--window \(window): write 180d, 26w, 6m or 1y.")
            }
            question.window = span
        }
        switch penalty ?? "mbic" {
        case "mbic": question.penalty = .mbic
        case "bic": question.penalty = .bic
        case let penalty:
            guard let value = Double(penalty), value >= 0, value.isFinite else {
                throw Failure.usage("--penalty \(penalty): write mbic, bic or a number that is not negative.")
            }
            question.penalty = .manual(value)
        }
        switch cost ?? "log-rate" {
        case "log-rate": question.cost = .logRate
        case "poisson": question.cost = .poisson
        case let cost: throw Failure.usage("--cost \(cost): write log-rate or poisson.")
        }
        switch model ?? "measured" {
        case "measured": question.model = .measured
        case "poisson": question.model = .poisson
        case "quasi-poisson": question.model = .quasiPoisson
        case "negative-binomial": question.model = .negativeBinomial
        case let model:
            throw Failure.usage(
                "--model \(model): write measured, poisson, quasi-poisson or negative-binomial.")
        }
        if let quiet {
            let ends = quiet.split(separator: "/", omittingEmptySubsequences: false).map { Day(iso: $0) }
            guard ends.count == 2, let first = ends[0], let last = ends[1], first <= last else {
                throw Failure.usage("--quiet \(quiet): write two days, as 2012-01-01/2012-12-31.")
            }
            question.quiet = first..<last.advanced(days: 1)
        }
        return question
    }

    private func choice() throws -> CountedFile.Choice {
        var choice = CountedFile.Choice()
        choice.columns = CountTable.Columns(counts: column.map { [$0] } ?? [], side: sides, effort: effort)
        choice.side = side
        switch per {
        case nil: break
        case "day"?: choice.per = .day
        case "week"?: choice.per = .week
        case "month"?: choice.per = .month
        case let other?: throw Failure.usage("--per \(other): write day, week or month.")
        }
        guard per == nil || effort == nil else {
            throw Failure.usage("--per goes with days; with --effort, rates are for each unit of effort.")
        }
        choice.conflict = conflict
        choice.country = country
        choice.days = (try CSVOptions.day(from, "from"), try CSVOptions.day(to, "to"))
        choice.isGridAsked = by != nil
        switch by ?? "week" {
        // Weeks are counted from the beginning, so that it lies within none of them.
        case "week":
            let start = try CSVOptions.day(since, "since")
            choice.grid = start.map { .days(7, from: $0.number) } ?? .weeks
            choice.unit = .week
        case "month": (choice.grid, choice.unit) = (.months, .month)
        case let by: throw Failure.usage("--by \(by): write week or month.")
        }
        return choice
    }

    private func show(_ holding: Holding) {
        let catalogue = Catalogue.withoutRecord
        print(Terminal.bold(catalogue.sentence(holding)))
        if case .success(let ratio)? = holding.comparison { print(catalogue.sentence(ratio.model)) }
        if case .success? = holding.comparison, let straddling = holding.straddling {
            print(catalogue.straddling(straddling))
        }
        switch holding.alarms {
        case .success(let watch)?: print(catalogue.sentence(watch, holding.subject))
        case .failure(let refusal)?: print("No alarms: \(refusal.message)")
        case nil: print("No alarms: name a quiet stretch with --quiet, or the beginning with --since.")
        }
        print()
        for table in HoldingTables(holding, catalogue, periods: periods).all where !table.isEmpty {
            table.show()
            print()
        }
        if case .failure(let refusal) = holding.levels {
            print("Changes of level were not sought: \(refusal.message)\n")
        }
    }

    // MARK: Durations

    /// What is asked of counts and events alone.
    private var ofCounts: [(name: String, isGiven: Bool)] {
        [
            ("since", since != nil), ("window", window != nil), ("sides", sides != nil),
            ("side", side != nil),
            ("conflict", conflict != nil), ("country", country != nil), ("effort", effort != nil),
            ("by", by != nil), ("per", per != nil), ("from", from != nil), ("to", to != nil),
            ("penalty", penalty != nil), ("model", model != nil), ("quiet", quiet != nil),
            ("cost", cost != nil),
            ("periods", periods),
        ]
    }

    private func answerDurations() throws {
        let foreign = ofCounts.filter(\.isGiven).map { "--\($0.name)" }
        guard foreign.isEmpty else {
            throw Failure.usage(
                "\(foreign.joined(separator: ", ")): for counts and events, not for --durations. Leave it out."
            )
        }
        let file = try DurationFile(
            self.file, csv.reader(of: self.file), group: group, column: column, ended: ended,
            until: try CSVOptions.day(until, "until"), unknownEnds: unknownEnds, unit: unit)
        let lasting: Lasting
        do {
            lasting = try Lasting(file.ends, unit: file.unit)
        } catch {
            throw Failure("\(self.file): \(error.message)", code: 2)
        }
        if let chart {
            let note = source.map { "Source: \($0)." } ?? ""
            try OutputFile.write(
                "The chart",
                lasting.chart(title: title, note: note).svg(width: Double(chartWidth)), to: chart)
        }
        if output.json { return output.print { lasting.write(to: &$0, file.report, notes: file.notes) } }
        let catalogue = Catalogue.withoutRecord
        print(Terminal.bold(catalogue.sentence(lasting)))
        print()
        LastingTables(lasting, catalogue).show()
        print()
        Reading.show(file.report, extra: file.notes)
    }
}

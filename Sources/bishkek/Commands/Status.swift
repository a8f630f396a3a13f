import ArgumentParser
import Ceasefire
import Exchange
import Pages
import Record

struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Who is bound by what, at a time.",
        discussion: """
            EXAMPLES
              bishkek status demo
              bishkek status demo ceasefire-letters-1994 --at 1994-05-12
              bishkek status demo --at 1994-05-12T00:01+04:00
              bishkek status demo bishkek-protocol --according-to PA-X
            """)

    @Argument(help: "A record's folder, or a file exported from one.") var record: String
    @Argument(help: "One instrument; all of them, if not given.") var instrument: String?
    @Flag(help: "A summary that is read in half a minute.") var summary = false
    @OptionGroup var question: QuestionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await carryOut {
            let record = try await OpenRecord(record)
            let (view, time) = try question.view(of: record)
            let one = try instrument.map { try record.instrument($0) }
            let statuses = one.map { [view.status(of: $0, at: time)] } ?? view.statuses(at: time)
            if output.json { return printJSON(statuses, record, time) }
            let catalogue = Catalogue(view, home: record.ledger.opening?.home)
            try printHead(catalogue, record, time)
            if let nothing = catalogue.nothingKnown(before: record.ledger.received.first) {
                return print(nothing)
            }
            if statuses.isEmpty { print("Nothing had happened by then.") }
            guard summary else { return statuses.forEach { show($0, catalogue) } }
            summarise(statuses, catalogue)
            printSummary(view, catalogue, time)
        }
    }

    private func printHead(_ catalogue: Catalogue, _ record: OpenRecord, _ time: Moment) throws {
        for fork in record.forks {
            print(
                "FORK. The log of this record has told two stories: bishkek verify \(self.record)/forks/\(fork)"
            )
        }
        if record.ledger.isExercise { print("EXERCISE. Nothing in this record happened.") }
        let title = record.ledger.opening?.title ?? ""
        let zone =
            time.offset.map { catalogue.offset($0) }
            ?? "\(catalogue.home.zone), \(catalogue.offset(catalogue.home.offset))"
        let when = time.isPrecise ? catalogue.full(time.earliest) : "\(catalogue.words(time)), \(zone)"
        print(Terminal.bold(title))
        let known = try question.known(of: record)
        let entries =
            question.knownOn == nil
            ? "\(record.ledger.size) entries" : "\(known) of \(record.ledger.size) entries known then"
        print("As of \(when); \(entries).\n")
    }

    private func show(_ status: InstrumentStatus, _ catalogue: Catalogue) {
        print(Terminal.bold(catalogue.title(status.instrument)) + Terminal.dim("  \(status.instrument)"))
        for effect in status.effects {
            let day = effect.dayPart.map { " [\(catalogue.words($0))]" } ?? ""
            print("  \(catalogue.mark(effect.state)) \(catalogue.sentence(effect))\(day)")
        }
        let facets = [
            catalogue.sentence(status.text), catalogue.sentence(status.signature),
            catalogue.sentence(status.observance),
        ]
        print("  " + facets.joined(separator: " "))
        for outer in status.nestedIn { print("  Nested in \(catalogue.title(outer)).") }
        print()
    }

    /// What binds somebody now in full, what once did in a line, and what never did in one line for all.
    private func summarise(_ statuses: [InstrumentStatus], _ catalogue: Catalogue) {
        for status in statuses where status.effects.contains(where: { $0.rule != nil }) {
            let marks = Set(status.effects.map { catalogue.mark($0.state) })
            let mark = marks.count == 1 ? marks.first ?? "○" : "!"
            print("\(mark) \(Terminal.bold(catalogue.title(status.instrument)))")
            for said in catalogue.sentences(status.effects) { print("    \(said.sentence)") }
        }
        for (state, words) in [
            (EffectState.noneIntended, "Intended no effect"), (.noRule, "Without a rule on their effect"),
        ] {
            let others = statuses.filter { $0.effects.contains { $0.state == state } }
            guard !others.isEmpty else { continue }
            print("○ \(words): \(catalogue.list(others.map { catalogue.title($0.instrument) })).")
        }
        print()
    }

    private func printSummary(_ view: View, _ catalogue: Catalogue, _ time: Moment) {
        let divisions = view.divisions(at: time)
        print(
            "What still divides parties and sources: \(catalogue.count(divisions.count, "question", "questions"))"
        )
        for point in divisions.prefix(8) {
            guard case .issue(let issue, _) = point else {
                print("  ! \(catalogue.sentence(point))")
                continue
            }
            print("  ! \(view.issues[issue]?.question ?? issue.text)")
        }
        print()
    }

    private func printJSON(_ statuses: [InstrumentStatus], _ record: OpenRecord, _ time: Moment) {
        output.print { w in
            w.openObject()
            w.member("record", record.ledger.record)
            w.member("size", record.ledger.size)
            w.truth("exercise", record.ledger.isExercise)
            w.texts("forks", record.forks)
            w.answer("asOf", time)
            w.answers("instruments", statuses)
            w.closeObject()
        }
    }
}

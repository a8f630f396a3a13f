import ArgumentParser
import Ceasefire
import Exchange
import Foundation
import Pages
import Record

struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Two texts of an instrument, word by word.",
        discussion: """
            A and B are copies, languages, or the first digits of digests.

            EXAMPLES
              bishkek compare demo bishkek-protocol original photocopy-baku
              bishkek compare demo ceasefire-letters-1994 baku yerevan
            """)

    @Argument(help: "A record's folder, or a file exported from one.") var record: String
    @Argument(help: "The instrument.") var instrument: String
    @Argument(help: "The one text.") var a: String
    @Argument(help: "The other.") var b: String
    @Option(help: "The language, where copies bear several.") var language: String?
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await carryOut {
            let record = try await OpenRecord(record)
            let view = View(record.ledger.process)
            let choice = TextChoice(record: record, view: view, instrument: try record.instrument(instrument))
            let before = try choice.version(a, language: language)
            let after = try choice.version(b, language: language)
            let comparison = Comparison(
                try await choice.clauses(of: before), try await choice.clauses(of: after))
            let isSame = view.operative(before.text) == view.operative(after.text)
            if output.json { return printJSON(before, after, comparison, isSame) }
            let catalogue = Catalogue(view)
            print("− \(a): \(catalogue.language(before.language)), SHA-256 \(before.text)")
            print("+ \(b): \(catalogue.language(after.language)), SHA-256 \(after.text)")
            print("\(catalogue.count(comparison.count, "place differs", "places differ")).")
            print("Operative texts: \(isSame ? "the same" : "not the same").")
            for row in comparison.changes { show(row) }
        }
    }

    private func show(_ row: Comparison.Row) {
        print("\nClause \(row.after?.label ?? row.before?.label ?? row.clause.text) (\(row.kind.rawValue))")
        let text = row.runs.map { run in
            switch run {
            case .kept(let words): words
            case .deleted(let words): "[−\(words)−]"
            case .inserted(let words): "{+\(words)+}"
            }
        }
        print(text.joined().trimmingCharacters(in: .newlines))
    }

    private func printJSON(
        _ before: TextVersion, _ after: TextVersion, _ comparison: Comparison, _ isSame: Bool
    ) {
        output.print { w in
            w.openObject()
            w.member("instrument", instrument)
            w.answer("a", before)
            w.answer("b", after)
            w.truth("sameOperativeText", isSame)
            w.member("places", comparison.count)
            w.answers("clauses", comparison.changes)
            w.closeObject()
        }
    }
}

import ArgumentParser
import Ceasefire
import Exchange
import Pages
import Record

struct Why: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Why an instrument is in force for a party, or why not.",
        discussion: """
            ✓ met, ○ missing, ! contested, ✕ failed. Numbers behind # are entries: bishkek prove DIR ENTRY.

            EXAMPLES
              bishkek why demo ceasefire-letters-1994 --party azerbaijan --at 1994-05-12
              bishkek why demo bishkek-protocol --party azerbaijan
            """)

    @Argument(help: "A record's folder, or a file exported from one.") var record: String
    @Argument(help: "The instrument.") var instrument: String
    @Option(help: "The party.") var party: String
    @OptionGroup var question: QuestionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await carryOut {
            let record = try await OpenRecord(record)
            let (view, time) = try question.view(of: record)
            let instrument = try record.instrument(instrument)
            let party = try record.party(party, of: instrument, in: view)
            let effects = view.effects(of: instrument, for: party, at: time)
            if output.json {
                return output.print { w in
                    w.openObject()
                    w.member("instrument", instrument)
                    w.member("party", party)
                    w.answer("asOf", time)
                    w.answers("effects", effects)
                    w.answers("why", effects.map(\.derivation))
                    w.closeObject()
                }
            }
            let catalogue = Catalogue(view, home: record.ledger.opening?.home)
            if let nothing = catalogue.nothingKnown(before: record.ledger.received.first) {
                return print(nothing)
            }
            for effect in effects {
                print("\(catalogue.mark(effect.state)) \(catalogue.sentence(effect))")
                for part in effect.derivation.parts { show(part, catalogue, depth: 1) }
            }
        }
    }

    private func show(_ derivation: Derivation, _ catalogue: Catalogue, depth: Int) {
        let entries = derivation.parts.isEmpty || depth > 2 ? derivation.entries : []
        let evidence =
            entries.isEmpty ? "" : Terminal.dim("  " + entries.map { "#\($0)" }.joined(separator: " "))
        let indent = String(repeating: "  ", count: depth)
        let line = catalogue.line(derivation)
        print("\(indent)\(line.mark) \(line.word): \(line.sentence)\(evidence)")
        for part in derivation.parts { show(part, catalogue, depth: depth + 1) }
    }
}

import ArgumentParser
import Ceasefire
import Exchange
import Pages
import Record

struct Signatures: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The lines of an instrument: who is printed, who signed, where and when.",
        discussion: """
            EXAMPLES
              bishkek signatures demo bishkek-protocol
              bishkek signatures demo bishkek-protocol --according-to memoirs
            """)

    @Argument(help: "A record's folder, or a file exported from one.") var record: String
    @Argument(help: "The instrument.") var instrument: String
    @OptionGroup var question: QuestionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await carryOut {
            let record = try await OpenRecord(record)
            let (view, time) = try question.view(of: record)
            let instrument = try record.instrument(instrument)
            let lines = view.lines(of: instrument, at: time)
            let copies = view.process.signing.copyOrder[instrument] ?? []
            let identicality = view.identicality(of: copies, of: instrument)
            if output.json {
                return output.print { w in
                    w.openObject()
                    w.member("instrument", instrument)
                    w.answer("asOf", time)
                    w.texts("copies", copies.map(\.text))
                    w.member("identicality", identicality.rawValue)
                    w.answers("lines", lines)
                    w.closeObject()
                }
            }
            let catalogue = Catalogue(view, home: record.ledger.opening?.home)
            if let nothing = catalogue.nothingKnown(before: record.ledger.received.first) {
                return print(nothing)
            }
            print(catalogue.sentence(view.facet(signatureOf: instrument, at: time)))
            if copies.count > 1 { print(catalogue.sentence(identicality)) }
            for line in lines { show(line, catalogue) }
        }
    }

    private func show(_ line: LineStatus, _ catalogue: Catalogue) {
        let party = line.line.party.map { catalogue.name($0) } ?? "no party"
        let printed = line.line.name ?? line.inscriptions.last?.name ?? "no name printed"
        let capacity = line.line.capacity.map { ", \($0)" } ?? ""
        print("\n\(Terminal.bold(line.line.line.text)): \(party); \(printed)\(capacity)")
        print(
            "  \(catalogue.mark(line.signed)) \(catalogue.word(line.state)) (\(catalogue.word(line.signed)))")
        for inscription in line.inscriptions {
            print(
                "  “\(inscription.name)” inscribed \(catalogue.word(inscription.hand))  #\(inscription.entry)"
            )
        }
        for signature in line.signatures { print("  \(catalogue.sentence(signature))  #\(signature.entry)") }
        for flag in line.flags { print("  ! \(catalogue.word(flag))") }
        for issue in line.rivals {
            print("  ! rival accounts: \(catalogue.words(Choice.issue(issue)))")
        }
    }
}

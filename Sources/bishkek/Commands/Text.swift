import ArgumentParser
import Ceasefire
import Exchange
import Foundation
import Pages
import Record

struct Text: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The text of an instrument, on a copy and in a language.",
        discussion: """
            With --plain the exact bytes are printed, so that their digest is that of the record.

            EXAMPLES
              bishkek text demo bishkek-protocol --copy photocopy-baku
              bishkek text demo bishkek-protocol --language ru --plain | sha256sum
            """)

    @Argument(help: "A record's folder, or a file exported from one.") var record: String
    @Argument(help: "The instrument.") var instrument: String
    @Option(help: "The copy that bears the text.") var copy: String?
    @Option(help: "The language, such as ru.") var language: String?
    @Flag(help: "Only the exact text.") var plain = false
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await carryOut {
            let record = try await OpenRecord(record)
            let view = View(record.ledger.process)
            let choice = TextChoice(record: record, view: view, instrument: try record.instrument(instrument))
            let versions = try choice.versions(copy: copy, language: language)
            let text = try await record.text(versions[0].text)
            if plain { return FileHandle.standardOutput.write(Data(text.utf8)) }
            let alterations = view.alterations(of: choice.instrument).filter { alteration in
                versions[0].copies.contains { $0 == alteration.alteration.copy }
            }
            if output.json { return printJSON(versions, text, alterations) }
            let catalogue = Catalogue(view)
            printHead(versions[0], versions.dropFirst(), catalogue, choice.instrument)
            print(text)
            for alteration in alterations { show(alteration, catalogue) }
        }
    }

    private func printHead(
        _ version: TextVersion, _ others: ArraySlice<TextVersion>, _ catalogue: Catalogue,
        _ instrument: InstrumentID
    ) {
        let copies = version.copies.isEmpty ? "no copy" : version.copies.map(\.text).joined(separator: ", ")
        print(Terminal.bold(catalogue.title(instrument)))
        print(
            "\(catalogue.language(version.language)), \(catalogue.word(version.basis)); on \(copies); SHA-256 \(version.text)"
        )
        for other in others {
            print(
                "Also: \(catalogue.language(other.language)), \(catalogue.word(other.basis)); SHA-256 \(other.text)"
            )
        }
        print()
    }

    private func show(_ alteration: AlterationView, _ catalogue: Catalogue) {
        let act = alteration.alteration
        let who = act.proposedBy.isEmpty ? "" : ", proposed by \(catalogue.names(act.proposedBy))"
        let initials =
            alteration.initialledBy.isEmpty
            ? "not initialled" : "initialled by \(catalogue.names(alteration.initialledBy))"
        print(
            "Altered \(catalogue.word(act.hand)) in clause \(act.clause): “\(act.before)” → “\(act.after)”\(who), "
                + "\(catalogue.words(alteration.moment)), \(initials)  #\(alteration.entry)")
    }

    private func printJSON(_ versions: [TextVersion], _ text: String, _ alterations: [AlterationView]) {
        output.print { w in
            w.openObject()
            w.member("instrument", instrument)
            w.answers("versions", versions)
            w.answers("alterations", alterations)
            w.member("text", text)
            w.closeObject()
        }
    }
}

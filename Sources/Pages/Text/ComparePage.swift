package import Ceasefire

/// Two texts of an instrument, with each difference marked.
package struct ComparePage: Sendable {
    /// One of the texts that can be compared.
    package struct Side: Sendable {
        package var version: TextVersion
        package var clauses: [Comparison.Text]

        package init(version: TextVersion, clauses: [Comparison.Text]) {
            self.version = version
            self.clauses = clauses
        }
    }

    let frame: PageFrame
    let instrument: InstrumentID
    let before: Side?
    let after: Side?

    package init(_ frame: PageFrame, of instrument: InstrumentID, before: Side?, after: Side?) {
        self.frame = frame
        self.instrument = instrument
        self.before = before
        self.after = after
    }

    package func html(_ renderer: Renderer) -> String {
        let catalogue = frame.catalogue
        var content: Content = [
            "title": catalogue.title(instrument), "action": Route.compare(instrument).path,
            "a": options(before), "b": options(after),
            "hidden": frame.query.items.map { ["name": $0.name, "value": $0.value] as Content },
            "textHref": frame.query.link(.text(instrument)),
        ]
        if let before, let after {
            let comparison = Comparison(before.clauses, after.clauses)
            let isSame = frame.view.operative(before.version.text) == frame.view.operative(after.version.text)
            let count = comparison.changes.count
            content["headline"] =
                comparison.count == 0
                ? "The two texts are the same to the letter."
                : "\(catalogue.count(comparison.count, "place differs", "places differ").sentenceCased); "
                    + "the operative texts are \(isSame ? "the same" : "not the same")."
            content["from"] = name(before.version)
            content["to"] = name(after.version)
            content["rows"] = comparison.changes.enumerated().map { row($1, $0, of: count) }
        } else {
            content["headline"] = "There are no two texts to compare."
            content["rows"] = [Content]()
        }
        return frame.render(renderer, title: "Compare \(catalogue.title(instrument))", "compare", content)
    }

    private func options(_ chosen: Side?) -> [Content] {
        frame.view.versions(of: instrument).map { version in
            [
                "id": version.text.hex, "name": name(version),
                "selected": version.text == chosen?.version.text,
            ]
        }
    }

    private func name(_ version: TextVersion) -> String {
        let copies = version.copies.isEmpty ? "no copy" : version.copies.map(\.text).joined(separator: ", ")
        return
            "\(copies): \(frame.catalogue.language(version.language)), \(frame.catalogue.word(version.basis)) "
            + "(\(version.text.hex.prefix(8)))"
    }

    private func row(_ row: Comparison.Row, _ position: Int, of count: Int) -> Content {
        let language = after?.version.language ?? "en"
        return [
            "number": position + 1, "count": count,
            "label": row.after?.label ?? row.before?.label ?? row.clause.text,
            "kind": row.kind == .substance ? "substance" : row.kind.rawValue,
            "runs": TextPage.content(of: row.runs),
            "language": language, "direction": TextPage.direction(language),
            "previous": position, "hasPrevious": position > 0, "next": position + 2,
            "hasNext": position + 1 < count,
        ]
    }
}

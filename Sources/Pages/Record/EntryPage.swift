import Ceasefire

/// One entry: what it says, who says so, and how to check it.
package struct EntryPage: Sendable {
    let frame: PageFrame
    let row: EntryRow
    /// The signed payload, as text.
    let payload: String
    let command: String
    let witnesses: Witnesses

    package init(
        _ frame: PageFrame, row: EntryRow, payload: String, command: String, witnesses: Witnesses = .init()
    ) {
        self.frame = frame
        self.row = row
        self.payload = payload
        self.command = command
        self.witnesses = witnesses
    }

    package func html(_ renderer: Renderer) -> String {
        let fact = row.entry.map { Fact($0) }
        var content: Content = [
            "index": row.index, "id": row.id.hex, "received": frame.catalogue.full(row.received),
            "payload": payload, "witnessed": witnesses.sentence(entry: row.index),
            "proof": Route.proof(row.index).path, "envelope": Route.envelope(row.index).path,
            "command": command,
            "void": row.void ?? "", "isVoid": row.entry == nil, "superseded": superseded,
            "hasPrevious": row.index > 0, "hasNext": row.index + 1 < frame.height,
            "previous": frame.query.link(.entry(row.index - 1)),
            "next": frame.query.link(.entry(row.index + 1)),
        ]
        content["headline"] =
            fact.map { frame.catalogue.sentence($0) } ?? "This entry is void: \(row.void ?? "")"
        content["doubt"] = row.doubt.map { frame.catalogue.sentence($0) } ?? ""
        content["how"] = fact.map { frame.how($0) } ?? ""
        content["rows"] = fact.map(details) ?? []
        return frame.render(renderer, title: "Entry \(row.index)", "entry", content)
    }

    private var superseded: String {
        let revisions = frame.view.process.reference.revisions
        if let by = revisions.withdrawals[row.index] { return "Withdrawn by entry \(by); it stays visible." }
        if let by = revisions.corrections[row.index] { return "Corrected by entry \(by); it stays visible." }
        return ""
    }

    private func details(_ fact: Fact) -> [Content] {
        let entry = row.entry
        var rows: [(String, String)] = [
            ("Act", fact.act.name), ("Author (whose key signed)", frame.catalogue.name(fact.author)),
            ("Actor", frame.catalogue.name(fact.actor)),
        ]
        if let party = fact.onBehalfOf { rows.append(("On behalf of", frame.catalogue.name(party))) }
        if let occurred = entry?.occurred {
            let place = occurred.place.map { ", \(frame.catalogue.name($0))" } ?? ""
            let zone = occurred.offset.map { ", \(frame.catalogue.offset($0))" } ?? ""
            rows.append(("Occurred", frame.catalogue.words(occurred) + place + zone))
        }
        if let seal = frame.view.process.reference.seals[row.index] {
            rows.append(("Body", "sealed; \(frame.catalogue.word(seal.state))"))
            if case .opened = seal.state, let entry {
                rows.append(
                    ("Opened, it says", frame.catalogue.sentence(Fact(frame.view.process.opened(entry)))))
            }
        }
        rows.append(("Manner", fact.isPerformed ? "performed" : "attested"))
        if let source = fact.source {
            let locator = source.locator.map { ", \($0)" } ?? ""
            let published = source.published.map { ", published \(frame.catalogue.words($0))" } ?? ""
            rows.append(("Source", source.title + locator + published))
        }
        return rows.map { ["name": $0.0, "value": $0.1] }
    }
}

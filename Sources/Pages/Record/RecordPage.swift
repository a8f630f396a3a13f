package import Ceasefire

/// One entry in a list: what it says, who signed it, whether it counts.
package struct EntryRow: Sendable {
    package var index: Int
    package var id: TextDigest
    package var received: Instant
    /// `nil` where the entry is void or unknown to these rules.
    package var entry: Entry?
    /// Why it counts for nothing.
    package var void: String?
    /// The compromised key that signed it.
    package var doubt: KeyDoubt?

    package init(
        index: Int, id: TextDigest, received: Instant, entry: Entry?, void: String?, doubt: KeyDoubt? = nil
    ) {
        self.index = index
        self.id = id
        self.received = received
        self.entry = entry
        self.void = void
        self.doubt = doubt
    }
}

/// The entries in the order of the log, a page at a time, with the head that the log signed.
package struct RecordPage: Sendable {
    let frame: PageFrame
    let rows: [EntryRow]
    let checkpoint: String
    let from: Int
    let witnesses: Witnesses
    /// How many entries a page lists.
    package static let length = 50

    package init(
        _ frame: PageFrame, rows: [EntryRow], from: Int, checkpoint: String, witnesses: Witnesses = .init()
    ) {
        self.frame = frame
        self.rows = rows
        self.from = from
        self.checkpoint = checkpoint
        self.witnesses = witnesses
    }

    package func html(_ renderer: Renderer) -> String {
        let last = from + rows.count
        let content: Content = [
            "headline":
                "\(frame.catalogue.count(frame.height, "entry", "entries").sentenceCased), each signed by its author; nothing is ever deleted.",
            "succession": frame.catalogue.succession,
            "range": rows.isEmpty ? "No entries here." : "Entries \(from) to \(last - 1).",
            "rows": rows.map(row),
            "witnessed": witnesses.sentence(logged: frame.height),
            "checkpoint": checkpoint, "hasPrevious": from > 0, "hasNext": last < frame.height,
            "previous": frame.query.link(.record, [("from", String(max(0, from - Self.length)))]),
            "next": frame.query.link(.record, [("from", String(last))]),
        ]
        return frame.render(renderer, title: "Record", "record", content)
    }

    private func row(_ row: EntryRow) -> Content {
        [
            "index": row.index, "href": frame.query.link(.entry(row.index)),
            "proof": Route.proof(row.index).path,
            "received": frame.catalogue.short(row.received), "act": row.entry?.act.name ?? "void",
            "sentence": row.entry.map { frame.catalogue.sentence(Fact($0)) }
                ?? "Void: \(row.void ?? "unknown to these rules")",
            "how": row.entry.map { frame.how(Fact($0)) } ?? "", "isVoid": row.entry == nil,
            "doubt": row.doubt.map { frame.catalogue.sentence($0) } ?? "",
            "when": row.entry?.occurred.map { frame.catalogue.words($0) } ?? "",
        ]
    }
}

import Ceasefire
import Record
import Testing

@testable import Pages

@Suite struct `Pages about keys, seals and succession` {
    let renderer: Renderer

    init() throws { renderer = try Renderer() }

    private func rows(_ may: May1994, doubt: KeyDoubt? = nil) -> [EntryRow] {
        may.process.entries.map {
            EntryRow(
                index: $0.index, id: May1994.text("d"), received: $0.received, entry: $0, void: nil,
                doubt: $0.index == 3 ? doubt : nil)
        }
    }

    @Test func `a doubtful entry says so in the list and on its own page`() throws {
        let may = try May1994()
        let doubt = KeyDoubt(
            participant: "recorder", key: Key(algorithm: .ed25519, spki: "a2V5"), entries: 2..<9, entry: 9)
        let rows = rows(may, doubt: doubt)
        let sentence = may.catalogue.sentence(doubt)
        #expect(sentence.hasPrefix("Doubtful: "))
        #expect(sentence.hasSuffix("(entry 9). It counts as before."))
        let list = RecordPage(may.frame(), rows: rows, from: 0, checkpoint: "x").html(renderer)
        #expect(list.matches(of: /Doubtful:/).count == 1)
        for (index, isDoubtful) in [(3, true), (4, false)] {
            let page = EntryPage(may.frame(), row: rows[index], payload: "{}", command: "").html(renderer)
            #expect(page.contains("Doubtful: ") == isDoubtful)
            #expect(Markup(page).faults == [])
        }
    }

    @Test func `a sealed entry says whether it can be read, and what it says`() throws {
        var may = try May1994()
        let account = Act.reference(.accounted(Account(statement: "Shots at the bridge.", topic: .clash)))
        try may.record(
            .sealed(SealedAct(kind: account.name, commitment: May1994.text("e"))), on: "1994-05-10")
        let index = may.process.entries.count - 1
        func page() -> String {
            EntryPage(may.frame(), row: rows(may)[index], payload: "{}", command: "").html(renderer)
        }
        #expect(page().contains("withheld from all but those whom the author chose"))
        let salt = try #require(Salt([UInt8](repeating: 1, count: 32)))
        var destroyed = may
        try destroyed.perform(.reference(.destroyed(SealDestruction(entry: index))))
        #expect(
            EntryPage(destroyed.frame(), row: rows(destroyed)[index], payload: "{}", command: "").html(
                renderer
            )
            .contains("destroyed (entry \(index + 1)); copies opened before cannot be reached"))
        try may.perform(.reference(.unsealed(SealOpening(entry: index, salt: salt, act: account))))
        let opened = page()
        #expect(opened.contains("opened by entry \(index + 1)"))
        #expect(opened.contains("Shots at the bridge."))
        #expect(HomePage(may.frame()).html(renderer).contains("Shots at the bridge."))
        #expect(!HomePage(destroyed.frame()).html(renderer).contains("Shots at the bridge."))
    }

    @Test func `a successor names its predecessor at home and above its entries`() throws {
        var may = try May1994()
        let pages = { (may: May1994) in
            [
                HomePage(may.frame()).html(renderer),
                RecordPage(may.frame(), rows: rows(may), from: 0, checkpoint: "x").html(renderer),
            ]
        }
        for page in pages(may) { #expect(!page.contains("This record succeeds")) }
        try may.succeed(
            Predecessor(
                log: "example.org/first+00000000+AA==", size: 225, root: "", signature: "", reason: .lostKey))
        for page in pages(may) {
            #expect(
                page.contains(
                    "This record succeeds example.org/first, from its head of 225 entries on: the key of its log was lost."
                ))
            #expect(Markup(page).faults == [])
        }
    }
}

extension May1994 {
    /// The keeper acts here.
    fileprivate mutating func perform(_ act: Act) throws {
        try process.admit(
            Entry(
                index: process.entries.count, received: Moment.now.earliest, author: "keeper", act: act))
    }

    /// The same record, as the successor of another.
    fileprivate mutating func succeed(_ predecessor: Predecessor) throws {
        var entries = process.entries
        guard case .participation(.opened(var opening)) = entries[0].act else { return }
        opening.predecessor = predecessor
        entries[0].act = .participation(.opened(opening))
        process = try Process(entries)
    }
}

import Ceasefire
import Testing

@testable import Pages

@Suite struct `Pages as they are served` {
    let renderer: Renderer

    init() throws { renderer = try Renderer() }

    private func pages(_ may: May1994) -> [String] {
        let view = View(may.process)
        let texts = [
            May1994.original: Array(May1994.words.utf8), May1994.photocopy: Array(May1994.altered.utf8),
        ]
        let sides = view.versions(of: May1994.protocolText).map {
            ComparePage.Side(version: $0, clauses: Comparison.texts(of: $0, texts[$0.text] ?? []))
        }
        let rows = may.process.entries.map {
            EntryRow(index: $0.index, id: May1994.text("d"), received: $0.received, entry: $0, void: nil)
        }
        let frame = may.frame()
        return [
            HomePage(frame).html(renderer), ParticipantsPage(frame).html(renderer),
            EffectPage(frame, of: May1994.protocolText).html(renderer),
            EffectPage(frame, of: May1994.letters).html(renderer),
            TextPage(frame, of: May1994.protocolText, texts: texts).html(renderer),
            ComparePage(frame, of: May1994.protocolText, before: sides[0], after: sides[1]).html(renderer),
            RecordPage(frame, rows: rows, from: 0, checkpoint: "example.org/1994\n20\n").html(renderer),
            EntryPage(frame, row: rows[3], payload: "{}", command: "bishkek verify").html(renderer),
            EntryPage(
                frame,
                row: EntryRow(
                    index: 1, id: May1994.text("d"), received: rows[1].received, entry: nil,
                    void: "It is void."), payload: "{}", command: ""
            ).html(renderer),
            VerifyPage(
                frame, own: nil, outcome: .unreadable("Neither."), log: "key", command: "bishkek verify"
            ).html(renderer),
            FaultPage(frame, title: "Not found", what: "There is no such page.", remedy: "Go home.").html(
                renderer),
        ]
    }

    @Test func `elements are nested as they should be, ids are unique, every fragment leads somewhere`()
        throws
    {
        for page in pages(try May1994()) {
            let check = Markup(page)
            #expect(check.faults == [], "\(page.prefix(400))")
            #expect(check.elements("h1") == 1)
            #expect(check.elements("main") == 1)
        }
    }

    @Test func `nothing is styled or scripted inline, nothing comes from elsewhere`() throws {
        for page in pages(try May1994()) {
            for forbidden in [
                "style=", "<script", "<style", "onclick", "javascript:", "src=", "href=\"http", "<p></p>",
            ] {
                #expect(!page.contains(forbidden), "\(forbidden)")
            }
        }
    }

    @Test func `what people write is never markup`() throws {
        let hostile = "<script>alert('x')</script>\" onload=\"x"
        var may = try May1994(title: hostile)
        try may.record(
            .participation(
                .listed(
                    PartyListing(
                        party: "rogue", kind: .organisation, role: .party, names: [Name(text: hostile)]))),
            on: "1994-05-04")
        try may.record(
            .reference(
                .accounted(
                    Account(
                        issue: "x", question: hostile, alternative: "a", statement: hostile,
                        instruments: [May1994.protocolText]))),
            on: "1994-05-04", from: Source(title: hostile, locator: hostile))
        try may.record(
            .reference(.accounted(Account(issue: "x", alternative: "b", statement: hostile))),
            on: "1994-05-04",
            from: Source(title: hostile))
        let query = PageQuery(at: hostile, knownOn: hostile, publishedBy: hostile, accordingTo: hostile)
        for page in pages(may) + [HomePage(may.frame(query)).html(renderer)] {
            #expect(!page.contains("<script"))
            #expect(Markup(page).faults == [])
        }
    }

    @Test func `an address carries the question percent-encoded`() {
        let query = PageQuery(at: "1994-05-12T00:01+04:00", accordingTo: "Peace & <war>")
        #expect(
            query.link(.effect(May1994.letters))
                == "/effect/letters?at=1994-05-12T00%3A01%2B04%3A00&according-to=Peace%20%26%20%3Cwar%3E")
        #expect(PageQuery().link(.entry(12)) == "/record/12")
    }

    @Test func `the home page answers first`() throws {
        let page = HomePage(try May1994().frame()).html(renderer)
        #expect(
            page.contains(
                "<h1 class=\"answer\">Letters of the ministers: in force for Azerbaijan, Armenia and Nagorno-Karabakh since "
                    + "12 May 1994, 00:01. Observance: not assessed.</h1>"))
        #expect(page.contains("As of 12 May 1994, 12:00, Asia/Baku, UTC+4"))
        #expect(!page.contains("class=\"exercise\""))
    }

    @Test func `an exercise says so on every page`() throws {
        for page in pages(try May1994(exercise: true)) {
            #expect(page.contains("<strong>Exercise.</strong>"))
        }
    }

    @Test func `performed and attested are never confused`() throws {
        let may = try May1994()
        let facts = may.process.entries.map { Fact($0) }
        #expect(may.frame().how(facts[0]) == "Performed by keeper.")
        #expect(may.frame().how(facts[5]) == "Attested by The recorder, from “Press reports”.")
    }

    @Test func `both handwritten alterations are found, word by word`() throws {
        let may = try May1994()
        let view = View(may.process)
        let texts = [
            May1994.original: Array(May1994.words.utf8), May1994.photocopy: Array(May1994.altered.utf8),
        ]
        let sides = view.versions(of: May1994.protocolText).map {
            ComparePage.Side(version: $0, clauses: Comparison.texts(of: $0, texts[$0.text] ?? []))
        }
        let page = ComparePage(may.frame(), of: May1994.protocolText, before: sides[0], after: sides[1]).html(
            renderer)
        #expect(page.contains("<del><span class=\"hidden\">deleted: </span>captured </del>"))
        #expect(page.contains("<ins><span class=\"hidden\">inserted: </span>international </ins>"))
        #expect(page.contains("1 of 2: clause 1."))
        #expect(page.contains("2 of 2: clause 2."))
    }
}

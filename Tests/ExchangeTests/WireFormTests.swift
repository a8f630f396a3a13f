import Ceasefire
import Foundation
import Record
import Testing

@testable import Exchange

@Suite struct `What is read and what the wire says` {
    private func wire(_ act: Act) -> [UInt8] {
        var writer = JSONWriter()
        act.write(to: &writer)
        return writer.bytes
    }

    @Test(arguments: [`The history of the Bishkek Protocol`.folder, `The exercise on the river Orla`.folder])
    func `every act survives the way through the wire`(_ folder: URL) throws {
        let history = try History.read(from: folder)
        for act in history.acts {
            var reader = JSONReader(wire(act.act), home: history.header.home.offset)
            let again = try Act(named: act.act.name, from: &reader)
            #expect(again == act.act)
            #expect(again.map(wire) == wire(act.act))
        }
    }

    @Test func `reading twice gives the same bytes`() throws {
        let folder = `The history of the Bishkek Protocol`.folder
        let first = try History.read(from: folder).acts.map { wire($0.act) }
        let second = try History.read(from: folder).acts.map { wire($0.act) }
        #expect(first == second)
    }

    @Test func `a tabled text is written with digest and ranges`() throws {
        let act = try HarbourHistory().read().acts[3]
        #expect(
            String(decoding: wire(act.act), as: UTF8.self) == """
                {"instrument":"truce","text":"90f677ff1f74f74a44171f8b8ae64dcfd5789955742cfc1424eb9d5b2c4328d7",\
                "language":"en","basis":"transcription","clauses":[\
                {"id":"title","part":"heading","start":0,"end":22,\
                "digest":"041bcc44291e40b4637795bfdf2bb1f05f59b2a53fd3841fac4e9e8c9e9b214c"},\
                {"id":"1","part":"operative","start":22,"end":47,\
                "digest":"c83f8cef32ea1668992efe4e181deb6fa38bcc55a9e928cfab7538f69872fbf8"},\
                {"id":"2","part":"operative","start":47,"end":74,\
                "digest":"71ad431e6f4ec0ca0b3ea03e5738cc544e517b9caa8efed0b509ebdbaf689303"}]}
                """
        )
    }

    @Test func `a zone gives a date its offset`() throws {
        let moved = try HarbourHistory()
            .replacing(
                "when: 1921-06-01\n  label", by: "when: 1994-05-12T00:01\n  zone: Asia/Baku\n  label"
            )
            .adding(
                "zones: {Asia/Baku: {offsets: [{from: 1994-01-01, offset: \"+04:00\"}]}}\n",
                to: "history.yaml")
        let moment = try #require(try moved.read().acts[4].occurred)
        #expect(moment.offset?.text == "+04:00")
        #expect(moment.zone == "Asia/Baku")
        #expect(moment.earliest.rfc3339 == "1994-05-11T20:01:00.000Z")
    }

    @Test func `a place gives a date its clock`() throws {
        let moved = try HarbourHistory()
            .replacing("when: 1921-06-01\n  label", by: "when: 1921-06-01T12:00\n  at: quay\n  label")
            .adding("zones: {Etc/GMT-3: {places: [quay], offset: \"+03:00\"}}\n", to: "history.yaml")
        let moment = try #require(try moved.read().acts[4].occurred)
        #expect(moment.place == PlaceID("quay"))
        #expect(moment.zone == "Etc/GMT-3")
        #expect(moment.earliest.rfc3339 == "1921-06-01T09:00:00.000Z")
    }

    @Test func `a date that carries its own offset keeps it`() throws {
        let moved = try HarbourHistory()
            .replacing("when: 1921-06-01\n  label", by: "when: 1921-06-01T12:00+01:00\n  label")
        let moment = try #require(try moved.read().acts[4].occurred)
        #expect(moment.offset?.minutes == 60)
        #expect(moment.earliest.rfc3339 == "1921-06-01T11:00:00.000Z")
    }

    @Test func `locators are joined and dates of publication replaced`() throws {
        let moved = try HarbourHistory()
            .replacing(
                "{title: The Harbour Gazette,", by: "{title: The Harbour Gazette, locator: volume 2,",
                in: "history.yaml"
            )
            .replacing("{key: G, locator: page 1}", by: "{key: G, locator: page 1, published: 1921-06-04}")
        let source = try #require(try moved.read().acts[4].source)
        #expect(source.locator == "volume 2, page 1")
        #expect(source.published?.edtf == "1921-06-04")
    }

    @Test(arguments: ActNames.all)
    func `every act of the list is one that the rules know`(_ name: String) {
        let empty = YAMLValue(.object([]), YAMLValue.Mark(line: 1, column: 1))
        var reader = YAMLReader(empty, clock: Clock(), zones: Zones(), home: .utc)
        do {
            // Most miss members; only an act that nobody knows is nil.
            #expect(try Act(named: name, from: &reader) != nil)
        } catch {
            #expect(error.what.contains("missing"))
        }
    }
}

import Ceasefire
import Foundation
import Record
import Testing

@testable import Exchange

@Suite struct `The history of the Bishkek Protocol` {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Examples/bishkek-1994")
    static let history = Result { try History.read(from: folder) }

    let history: History
    let view: View

    init() throws {
        history = try Self.history.get()
        view = View(try Ceasefire.Process(telling: history))
    }

    private func states(_ instrument: String, at date: String, _ parties: [String]) throws -> [EffectState] {
        let instrument = try #require(InstrumentID(instrument))
        let baku = try #require(UTCOffset(minutes: 240))
        let moment = try Moment(date, offset: baku, home: baku)
        return try parties.flatMap { party in
            view.effects(of: instrument, for: try #require(ParticipantID(party)), at: moment).map(\.state)
        }
    }

    private func bonds(_ instrument: String, of party: String, at date: String) throws -> [String: Verdict] {
        let instrument = try #require(InstrumentID(instrument))
        let party = try #require(ParticipantID(party))
        let baku = try #require(UTCOffset(minutes: 240))
        let moment = try Moment(date, offset: baku, home: baku)
        var bonds: [String: Verdict] = [:]
        for bond in view.effects(of: instrument, for: party, at: moment).flatMap(\.bonds) {
            bonds[bond.towards.text] = bond.verdict
        }
        return bonds
    }

    private static let sides = ["azerbaijan", "armenia", "artsakh"]

    @Test func `reads without a mistake and names each act's source`() {
        #expect(history.acts.count == 224)
        #expect(history.acts.allSatisfy { $0.source != nil && $0.occurred != nil && $0.by == nil })
        #expect(history.attachments.count == 13)
    }

    @Test func `the letters bind from one minute past midnight on 12 May 1994`() throws {
        let letters = "ceasefire-letters-1994"
        #expect(try states(letters, at: "1994-05-11", ["armenia"]) == [.pending])
        #expect(try states(letters, at: "1994-05-12T00:00", ["azerbaijan"]) == [.pending])
        #expect(try states(letters, at: "1994-05-12T00:01", ["artsakh"]) == [.inForce])
        #expect(try states(letters, at: "2016-04-03", ["armenia"]) == [.inForce])
    }

    @Test func `that answer rests on a notice which the recorder inferred`() throws {
        let letters = try #require(InstrumentID("ceasefire-letters-1994"))
        let armenia = try #require(ParticipantID("armenia"))
        let notice = try #require(history.acts.first { $0.label == "notice-of-receipt" })
        let moment = try Moment("1994-05-13", home: history.header.home.offset)
        let entries = view.why(letters, for: armenia, at: moment).flatMap(\.allEntries)
        #expect(entries.contains(notice.number))
        #expect(notice.source?.title == "Inference of the recorder of this example")
    }

    @Test func `the protocol is an appeal and never in force`() throws {
        let states = try states("bishkek-protocol", at: "1994-05-12T00:01", Self.sides)
        #expect(states == [.noneIntended, .noneIntended, .noneIntended])
    }

    @Test func `the two copies of the protocol bear different texts and the letters the same`() throws {
        let copies = ["original", "photocopy-baku"].compactMap { CopyID($0) }
        let letters = ["letter-baku", "letter-yerevan", "letter-stepanakert"].compactMap { CopyID($0) }
        #expect(
            view.identicality(of: copies, of: try #require(InstrumentID("bishkek-protocol"))) == .different)
        #expect(
            view.identicality(of: letters, of: try #require(InstrumentID("ceasefire-letters-1994")))
                == .identicalAsAttested)
    }

    @Test func `sources differ on six questions about the protocol`() {
        #expect(
            view.issues.mapValues { $0.alternatives.map(\.text) }.reduce(into: [:]) {
                $0[$1.key.text] = $1.value
            } == [
                "name-on-artsakh-line": ["no-name", "baburyan"],
                "kazimirov-capacity": ["minsk-group", "russian-mission"],
                "protocol-date": ["may-5", "may-12"], "who-signed-for-azerbaijan": ["jalilov", "guliyev"],
                "bakhmanov-signed": ["no", "yes"], "what-stopped-the-fire": ["protocol", "letters"],
            ])
    }

    @Test func `the truce of 18 October 2020 lies within the regime of 1994`() throws {
        let two = ["azerbaijan", "armenia"]
        #expect(try states("truce-2020-10-18", at: "2020-10-18", two) == [.inForce, .inForce])
        #expect(try states("truce-2020-10-26", at: "2020-10-26T07:59", two) == [.pending, .pending])
        #expect(try states("ceasefire-letters-1994", at: "2020-10-18", ["azerbaijan"]) == [.inForce])
    }

    @Test func `noon of 10 October 2020 is contested for an hour, as the statement names no zone`() throws {
        #expect(try states("truce-2020-10-10", at: "2020-10-10T11:59", ["armenia"]) == [.pending])
        #expect(try states("truce-2020-10-10", at: "2020-10-10T12:30", ["armenia"]) == [.contested])
        #expect(try states("truce-2020-10-10", at: "2020-10-10T13:00", ["armenia"]) == [.inForce])
    }

    @Test func `the statement of 2020 takes the letters' place between those who signed both`() throws {
        let date = "2021-01-01"
        #expect(
            try states("statement-2020-11", at: date, ["azerbaijan", "armenia", "russia"]) == [
                .inForce, .inForce, .inForce,
            ])
        #expect(try states("truce-2020-10-18", at: date, ["azerbaijan", "armenia"]) == [.ended, .ended])
        #expect(
            try bonds("ceasefire-letters-1994", of: "azerbaijan", at: date) == [
                "armenia": .missing, "artsakh": .met,
            ])
    }

    @Test func `a party that is dissolved binds and is bound no longer`() throws {
        #expect(
            try states("ceasefire-2023-09", at: "2023-12-01", ["azerbaijan", "artsakh"]) == [
                .inForce, .inForce,
            ])
        #expect(
            try states("ceasefire-2023-09", at: "2024-06-01", ["azerbaijan", "artsakh"]) == [.ended, .ended])
        #expect(
            try bonds("ceasefire-letters-1994", of: "azerbaijan", at: "2024-06-01")
                == ["armenia": .missing, "artsakh": .missing])
    }
}

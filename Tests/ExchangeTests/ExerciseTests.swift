import Ceasefire
import Foundation
import Record
import Testing

@testable import Exchange

@Suite struct `The exercise on the river Orla` {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/river")
    static let parties: [ParticipantID] = ["northbank", "southbank", "eastbank"].compactMap {
        ParticipantID($0)
    }

    static func moment(_ text: String) throws -> Moment {
        try Moment(text, home: try #require(UTCOffset(minutes: 120)))
    }

    @Test func `reads without a mistake`() throws {
        let history = try History.read(from: Self.folder)
        #expect(history.header.isExercise)
        #expect(history.acts.count == 20)
        #expect(history.attachments.map(\.file) == ["texts/draft.en.txt", "texts/truce.en.txt"])
    }

    @Test func `an act without a time of receipt follows a second after its predecessor`() throws {
        let acts = try History.read(from: Self.folder).acts
        #expect(acts[0].received?.rfc3339 == "2031-04-01T07:00:00.000Z")
        #expect(acts[1].received?.rfc3339 == "2031-04-01T07:00:01.000Z")
    }

    @Test func `late news changes the answer only for those who know it`() throws {
        let history = try History.read(from: Self.folder)
        let process = try Ceasefire.Process(telling: history)
        let truce = try #require(InstrumentID("truce"))
        let asked = try Self.moment("2031-04-04T12:00")
        func states(_ process: Ceasefire.Process) -> [EffectState] {
            Self.parties.flatMap { View(process).effects(of: truce, for: $0, at: asked).map(\.state) }
        }
        let monday = try Self.moment("2031-04-04T12:00")
        #expect(states(process.known(on: monday.latest)) == [.inForce, .inForce, .addressedNotBound])
        #expect(states(process) == [.inForce, .inForce, .inForce])
    }
}

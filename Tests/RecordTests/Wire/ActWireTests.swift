import Ceasefire
import Record
import Testing

@Suite struct `The wire format of acts` {
    @Test(arguments: ActSamples.all)
    func `every act is read and written alike`(sample: ActSamples.Sample) throws {
        for json in [sample.json, sample.minimal] {
            var reader = JSONReader(Array(json.utf8), home: try #require(UTCOffset("+05:00")))
            let act = try #require(try Act(named: sample.name, from: &reader))
            try reader.finish()
            #expect(act.name == sample.name)
            var writer = JSONWriter()
            act.write(to: &writer)
            #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
        }
    }

    @Test func `an act that these rules do not know is nil, and in a claim a fault of its own kind`() throws {
        var reader = JSONReader(Array("{}".utf8))
        #expect(try Act(named: "ceasefire.declared", from: &reader) == nil)
        let claim = #"{"statement":"x","claims":[{"act":"ceasefire.declared","version":1,"body":{}}]}"#
        var nested = JSONReader(Array(claim.utf8))
        let fault = #expect(throws: WireFault.self) { _ = try Act(named: "account.stated", from: &nested) }
        #expect(fault?.kind == .unknownAct)
        #expect(fault?.path == "claims[0].act")
        let later = #"{"statement":"x","claims":[{"act":"finding.made","version":2,"body":{}}]}"#
        nested = JSONReader(Array(later.utf8))
        #expect(throws: WireFault.self) { _ = try Act(named: "account.stated", from: &nested) }
    }

    @Test func `random conditions survive the wire`() throws {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<500 {
            let condition = Condition.random(depth: 4, &random)
            var writer = JSONWriter()
            condition.write(to: &writer)
            var reader = JSONReader(writer.bytes)
            let read: Condition = try reader.value()
            try reader.finish()
            #expect(read == condition)
        }
    }

    @Test(arguments: [
        #"{}"#, #"{"at":{}}"#, #"{"at":{"readings":[{"edtf":"1994"}]}}"#, #"{"all":[]}"#,
        #"{"atLeast":{"count":0,"of":[{"objected":{"party":"armenia"}}]}}"#,
        #"{"atLeast":{"count":2,"of":[{"objected":{"party":"armenia"}}]}}"#,
        #"{"consents":{"parties":["armenia"]}}"#, #"{"consents":{"parties":["armenia"],"text":"other"}}"#,
        #"{"objected":{"party":"armenia"},"found":{"by":"armenia","matter":"x"}}"#,
        #"{"after":{"duration":{"count":-1,"unit":"hours"},"of":{"objected":{"party":"armenia"}}}}"#,
        #"{"after":{"duration":{"count":1,"unit":"weeks"},"of":{"objected":{"party":"armenia"}}}}"#,
        #"{"objected":{"party":"Armenia"}}"#,
    ])
    func `conditions that mean nothing are refused`(json: String) {
        var reader = JSONReader(Array(json.utf8))
        #expect(throws: WireFault.self) { let _: Condition = try reader.value() }
    }
}

extension Condition {
    fileprivate static func random(depth: Int, _ random: inout SeededGenerator) -> Condition {
        let parts = { (random: inout SeededGenerator) in
            (0..<Int.random(in: 1...3, using: &random)).map { _ in Condition.random(depth: depth - 1, &random)
            }
        }
        switch Int.random(in: 0..<(depth > 0 ? 8 : 3), using: &random) {
        case 0: return .at([.day("1994-05-12")])
        case 1: return .at([.day("1994-05-12"), .day("1994-05-13?")])
        case 2: return .event(Event.random(&random))
        case 3: return .all(parts(&random))
        case 4: return .any(parts(&random))
        case 5:
            let some = parts(&random)
            return .atLeast(Int.random(in: 1...some.count, using: &random), some)
        case 6: return .after(Duration(6, .hours), .random(depth: depth - 1, &random))
        default:
            let limit = Bool.random(using: &random) ? Condition.random(depth: depth - 1, &random) : nil
            return .unless(.random(depth: depth - 1, &random), Event.random(&random), by: limit)
        }
    }
}

extension Event {
    fileprivate static func random(_ random: inout SeededGenerator) -> Event {
        let all: [Event] = [
            .consent("armenia", []), .consent(.each, [.signature, .deposit]), .consents([], sameText: true),
            .consents(["armenia", "azerbaijan"], sameText: false), .received(by: "kazimirov", "letters"),
            .decided(by: "commission", "question", .noValidResult),
            .performed("armenia", "withdrawal", certifiedBy: nil),
            .performed("armenia", "withdrawal", certifiedBy: "kazimirov"), .found(by: "commission", "breach"),
            .objected("azerbaijan"), .inForce("letters", for: "armenia"),
        ]
        return all.randomElement(using: &random) ?? all[0]
    }
}

extension Moment {
    fileprivate static func day(_ edtf: String) -> Moment {
        (try? Moment(edtf, home: .utc)) ?? Moment(edtf: "", earliest: .distantPast, latest: .distantPast)
    }
}

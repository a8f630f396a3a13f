import Ceasefire
import Record
import Testing

/// The smallest object with a bit of everything.
private struct Letter: WireObject, Equatable {
    var to: String
    var copies: Int?
    var urgent: Bool
    var names: [String]

    init<R: WireReader>(fields r: inout R) throws(WireFault) {
        to = try r.required("to")
        copies = try r.optional("copies")
        urgent = try r.flag("urgent")
        names = try r.list("names")
    }

    func write(fields w: inout JSONWriter) {
        w.member("to", to)
        w.member("copies", copies)
        w.member("urgent", urgent)
        w.member("names", names)
    }

    static func read(_ bytes: [UInt8]) throws(WireFault) -> Letter {
        var reader = JSONReader(bytes)
        let letter = try Letter(from: &reader)
        try reader.finish()
        return letter
    }

    static func read(_ text: String) throws(WireFault) -> Letter { try read(Array(text.utf8)) }
}

@Suite struct `Reading JSON` {
    @Test(arguments: [
        #"{"to":"baku"}"#, #"{"to":"","copies":0}"#,
        #"{"to":"baku","copies":-3,"urgent":true,"names":["a","b"]}"#,
        #"{"to":"a \"b\" \\ \n\t/ й 🕊"}"#, #"{"to":"x","copies":9007199254740991}"#,
    ])
    func `what is well formed comes back byte by byte`(text: String) throws {
        var writer = JSONWriter()
        try Letter.read(text).write(to: &writer)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
    }

    @Test(arguments: [
        ("", 0, "an object"), ("[]", 0, "an object"), (#"{ "to":"x"}"#, 1, "missing"),
        (#"{"to": "x"}"#, 6, "a string"),
        (#"{"to":"x"} "#, 10, "goes on"), (#"{"to":"x","extra":1}"#, 9, "“extra” is unknown"),
        (#"{"to":"x","to":"y"}"#, 9, "“to” is unknown, repeated"),
        (#"{"copies":1,"to":"x"}"#, 1, "expected the member “to”, found “copies”"),
        (#"{"to":"x","urgent":true,"copies":1}"#, 23, "“copies” is unknown, repeated or misplaced"),
        (#"{"to":"x","urgent":false}"#, 19, "false is left out"),
        (#"{"to":"x","names":[]}"#, 18, "empty list"),
        (#"{"to":"x","names":["a",]}"#, 23, "a string"), (#"{"to":"x","names":["a" ,"b"]}"#, 22, "a comma"),
        (#"{"to":"x","copies":1.5}"#, 19, "whole"), (#"{"to":"x","copies":1e3}"#, 19, "whole"),
        (#"{"to":"x","copies":01}"#, 19, "leading zero"), (#"{"to":"x","copies":-0}"#, 19, "zero no sign"),
        (#"{"to":"x","copies":9007199254740992}"#, 19, "too large"),
        (#"{"to":"x","copies":null}"#, 19, "whole number"),
        (#"{"to":"x","urgent":True}"#, 19, "true or false"), (#"{"to":"x"#, 8, "no end"),
        (#"{"to":"x\"#, 8, "no end"),
        (#"{"to":"\/"}"#, 7, "escaped"), (#"{"to":"\u0041"}"#, 7, "escaped"),
        (#"{"to":"\ud83d"}"#, 7, "escaped"),
        (#"{"to":"\r"}"#, 7, "escaped"), ("{\"to\":\"a\nb\"}", 8, "control"),
        ("{\"to\":\"a\u{1}\"}", 8, "control"),
        ("{\"to\":\"\u{FFFE}\"}", 6, "no character"),
        ("{\"to\":\"\u{1FFFF}\"}", 6, "no character"), ("\u{FEFF}{}", 0, "an object"),
    ])
    func `everything else is refused where it stands`(text: String, offset: Int, words: String) {
        let fault = #expect(throws: WireFault.self) { try Letter.read(text) }
        #expect(fault?.place == .byte(offset))
        #expect(fault?.what.contains(words) == true, "\(fault?.what ?? "")")
    }

    @Test(
        arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF5, 0x80, 0x80, 0x80]]
            as [[UInt8]])
    func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
        let text = Array(#"{"to":""#.utf8) + bytes + Array(#""}"#.utf8)
        let fault = #expect(throws: WireFault.self) { try Letter.read(text) }
        #expect(fault?.what == "the string is not UTF-8")
    }

    @Test func `code points that stand for no character are refused`() {
        let fault = #expect(throws: WireFault.self) {
            try Letter.read(Array(#"{"to":"x"#.utf8) + [0xEF, 0xB7, 0x90] + Array(#""}"#.utf8))
        }
        #expect(fault?.what.contains("no character") == true)
    }

    /// Strings are scanned eight bytes at a time: whatever stands out is found at every place of such a run.
    @Test func `a string ends, is escaped or is refused wherever in it that happens`() throws {
        for length in 0..<26 {
            let plain = String(repeating: "a", count: length)
            #expect(try Letter.read(#"{"to":"\#(plain)"}"#).to == plain)
            for place in 0...length {
                let (before, after) = (plain.prefix(place), plain.dropFirst(place))
                for (written, meant) in [
                    (#"\""#, "\""), (#"\n"#, "\n"), ("\u{7F}", "\u{7F}"), ("é", "é"), ("🕊", "🕊"),
                ] {
                    #expect(
                        try Letter.read(#"{"to":"\#(before)\#(written)\#(after)"}"#).to == before + meant
                            + after)
                }
                for control in ["\u{0}", "\u{1F}", "\n"] {
                    let fault = #expect(throws: WireFault.self) {
                        try Letter.read(#"{"to":"\#(before)\#(control)\#(after)"}"#)
                    }
                    #expect(fault?.place == .byte(7 + place))
                }
                let fault = #expect(throws: WireFault.self) {
                    try Letter.read(#"{"to":"\#(before)\#("\u{FFFE}")\#(after)"}"#)
                }
                #expect(fault?.what.contains("no character") == true)
            }
        }
    }

    @Test func `the path leads to the fault`() {
        var reader = JSONReader(Array(#"[{"at":{"readings":[{"edtf":"1994"},{"edtf":"never"}]}}]"#.utf8))
        let fault = #expect(throws: WireFault.self) { let _: [Condition] = try reader.elements() }
        #expect(fault?.path == "[0].at.readings[1].edtf")
    }

    @Test(arguments: [
        (#"[{"to":"a"},{"to":"b","names":["x","y",3]}]"#, "[1].names[2]", "expected a string"),
        (#"[{"to":"\"to\":[{\\","names":["},{","]"]},{"to":7}]"#, "[1].to", "expected a string"),
        (#"[{"to":"a","copies":1,"names":["b"],"extra":1}]"#, "[0].names", "“extra” is unknown"),
        (#"[{"to":"a","names":["b""#, "[0].names[0]", "expected a comma"),
        (#"[{"to":"a","names":["b","#, "[0].names[1]", "expected a string"),
        (#"[{"to":"a"},{"to":"b"#, "[1].to", "the string has no end"),
        (#"[{"to":"a"},{"to":"b\"#, "[1].to", "the string has no end"),
        (#"[{"to":"a"},{"cc":"b"}]"#, "[1]", "expected the member “to”, found “cc”"),
        (#"[{"to":"a"}{"to":"b"}]"#, "[0]", "expected a comma"),
        (#"[{"to":"a","names":["b"]}],"#, "", "goes on"),
    ])
    func `the path leads to the fault past all that was read before`(
        text: String, path: String, words: String
    ) {
        let fault = #expect(throws: WireFault.self) {
            var reader = JSONReader(Array(text.utf8))
            let _: [Letter] = try reader.elements()
            try reader.finish()
        }
        #expect(fault?.path == path)
        #expect(fault?.what.contains(words) == true, "\(fault?.what ?? "")")
    }

    @Test func `a fault in a value read before is found by where that stood`() throws {
        var reader = JSONReader(Array(#"[{"to":"a","names":["b","c"],"copies":1}]"#.utf8))
        try reader.openList()
        _ = try reader.nextElement()
        try reader.openObject()
        let _: String = try reader.required("to")
        let spot = reader.spot
        let _: [String] = try reader.list("names")
        let _: Int = try reader.required("copies")
        #expect(reader.fault("wrong", at: spot).path == "[0].to")
        #expect(reader.fault("wrong", at: spot).place == .byte(7))
        #expect(reader.fault("wrong").path == "[0].copies")
    }

    @Test func `long strings, long lists and deep nesting are refused`() throws {
        let long = String(repeating: "a", count: WireBounds.string)
        #expect(try Letter.read(#"{"to":"\#(long)"}"#).to.count == WireBounds.string)
        #expect(throws: WireFault.self) { try Letter.read(#"{"to":"\#(long)a"}"#) }
        #expect(throws: WireFault.self) { try Letter.read(#"{"to":"\#(long)\n"}"#) }
        let names = Array(repeating: #""a""#, count: WireBounds.list + 1).joined(separator: ",")
        #expect(throws: WireFault.self) { try Letter.read(#"{"to":"x","names":[\#(names)]}"#) }
        let deep = String(repeating: #"{"all":["#, count: 17) + #"{"objected":{"party":"armenia"}}"#
        var reader = JSONReader(Array((deep + String(repeating: "]}", count: 17)).utf8))
        let fault = #expect(throws: WireFault.self) { let _: Condition = try reader.value() }
        #expect(fault?.what == "nested more than 32 deep")
    }

    @Test func `cut and changed bytes never crash the reader`() throws {
        var random = SeededGenerator(seed: 1994)
        for sample in ActSamples.all {
            let bytes = Array(sample.json.utf8)
            for _ in 0..<60 {
                var changed = bytes
                if Bool.random(using: &random) {
                    changed.removeLast(Int.random(in: 1...bytes.count, using: &random))
                }
                if !changed.isEmpty {
                    changed[Int.random(in: 0..<changed.count, using: &random)] = UInt8.random(
                        in: 0...255, using: &random)
                }
                var reader = JSONReader(changed)
                guard let act = try? Act(named: sample.name, from: &reader), (try? reader.finish()) != nil
                else { continue }
                var writer = JSONWriter()
                act.write(to: &writer)
                #expect(writer.bytes == changed, "what is read has one spelling")
            }
        }
    }
}

import Testing

@testable import TransparencyLog

@Suite struct `Requests to a witness` {
    static let first = "YH8jqDVk5FOZxreFWELwVv1uzi321ThTGJXXtISHkC8=\n"

    @Test(arguments: [
        ("old 3\n", ""), ("old 3\n", "3\n"), ("old 3\n", "old\n"), ("old 3\n", "old \n"),
        ("old 3\n", "Old 3\n"), ("old 3", "old  3"), ("old 3", "old 3 "), ("old 3", "old 03"),
        ("old 3", "old -3"), ("old 3", "old +3"), ("old 3", "old 3\r"), ("old 3", "old three"),
        ("old 3", "old 9223372036854775808"), ("old 3", "new 3"), ("old 3\n", "old 3\nold 3\n"),
        ("old 3\n\(first)", "\(first)old 3\n"), (first, "YH8jqDVk5FOZxreFWELwVv1uzi321ThTGJXXtISHkC8\n"),
        (first, "Kazimirov\n"), (first, "YH8jqDVk5FOZxreFWELw\n"), ("=\n\nbishkek", "=\nbishkek"),
        (Bishkek1994.request, ""), (Bishkek1994.request, "old 3"), (Bishkek1994.request, "old 3\n"),
    ])
    func `that break the form are refused`(part: String, replacement: String) throws {
        try #require(Bishkek1994.request.contains(part))
        let text = Bishkek1994.request.replacing(part, with: replacement, maxReplacements: 1)
        #expect(throws: LogError(.malformedRequest)) { try AddCheckpointRequest(parsing: Array(text.utf8)) }
    }

    @Test func `without a signed checkpoint are refused`() {
        for rest in ["", "\n", "bishkek.example/1994\n5\n\(Bishkek1994.roots[5])\n"] {
            #expect(throws: LogError(.malformedNote)) {
                try AddCheckpointRequest(parsing: Array("old 0\n\n\(rest)".utf8))
            }
        }
    }

    @Test func `have at most 63 proof lines`() throws {
        func text(_ count: Int) -> [UInt8] {
            Array("old 3\n\(String(repeating: Self.first, count: count))\n\(Bishkek1994.noteOfFive)".utf8)
        }
        let longest = try AddCheckpointRequest(parsing: text(63))
        #expect(longest.proof.count == 63 && longest.bytes == text(63))
        #expect(throws: LogError(.malformedRequest)) { try AddCheckpointRequest(parsing: text(64)) }
        for (size, count) in [(-1, 0), (3, 64)] {
            #expect(throws: LogError(.malformedRequest)) {
                try AddCheckpointRequest(
                    oldSize: size, proof: Array(repeating: longest.proof[0], count: count),
                    note: longest.note)
            }
        }
    }

    @Test(arguments: ["", "\n", "Kazimirov\n", "— baku AAAA\n", "— baku AAAAAAA=", "— baku AAAAAAA=\n\n"])
    func `get no answer of this kind`(answer: String) {
        #expect(throws: LogError(.malformedRequest)) { try NoteSignature.lines(Array(answer.utf8)) }
    }
}

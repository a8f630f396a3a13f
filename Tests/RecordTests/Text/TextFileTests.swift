import Ceasefire
import Record
import Testing

@Suite struct `Texts of instruments` {
    @Test(arguments: ["Текст\n", "a\n\nb\n", "é ü ə 漢字\n", "1. Cease fire\n2. Withdraw\n", "emoji 🕊️\n"])
    func `plain text in one form is accepted`(text: String) {
        #expect(throws: Never.self) { try TextFile.check(Array(text.utf8)) }
    }

    @Test(
        arguments: [
            ("", .empty, 1, 1), ("\u{FEFF}a\n", .byteOrderMark, 1, 1), ("a\r\nb\n", .carriageReturn, 1, 2),
            ("a\n\tb\n", .tab, 2, 1), ("a\u{7}\n", .control, 1, 2), ("a\nb\u{85}c\n", .control, 2, 2),
            ("abc\u{202E}d\n", .bidi, 1, 4), ("a\u{2066}\n", .bidi, 1, 2),
            ("a\nbc \nd\n", .trailingSpace, 2, 3),
            ("a\u{A0}\n", .trailingSpace, 1, 2), ("a", .noFinalLineFeed, 1, 2),
            ("a\nb", .noFinalLineFeed, 2, 2),
            ("a\n\n", .emptyLastLine, 2, 1), ("a\ncafe\u{301}\n", .notComposed, 2, 4),
            ("a\u{FFFE}\n", .noncharacter, 1, 2),
            ("a\u{FEFF}b\n", .control, 1, 2),
        ] as [(String, TextFile.Fault.Code, Int, Int)])
    func `anything else is refused with its line and column`(
        text: String, code: TextFile.Fault.Code, line: Int, column: Int
    ) {
        let fault = #expect(throws: TextFile.Fault.self) { try TextFile.check(Array(text.utf8)) }
        #expect(fault == TextFile.Fault(code: code, line: line, column: column))
    }

    @Test func `bytes that are not UTF-8 are refused where they stand`() {
        let fault = #expect(throws: TextFile.Fault.self) {
            try TextFile.check(Array("a\nя".utf8) + [0xD1, 0x0A])
        }
        #expect(fault == TextFile.Fault(code: .notUTF8, line: 2, column: 2))
    }

    private let text = Array("Protocol\n5. withdraw from captured territories\n6. captured prisoners\n".utf8)

    private func clauses(_ ends: (ClauseID, Int)...) -> [Clause] {
        var start = 0
        return ends.map { id, end in
            let digest = TextDigest(of: text[start..<min(end, text.count)])
            let clause = Clause(id: id, part: .operative, start: start, end: end, digest: digest)
            start = end
            return clause
        }
    }

    @Test func `clauses cover the whole text and have its digests`() throws {
        try ClauseTable.check(clauses(("title", 9), ("5", 47), ("6", text.count)), of: text)
        try ClauseTable.check([], of: text)
        #expect(throws: ClauseTable.Fault.noPartition(at: 47)) {
            try ClauseTable.check(clauses(("title", 9), ("5", 47)), of: text)
        }
        #expect(throws: ClauseTable.Fault.noPartition(at: 47)) {
            try ClauseTable.check(clauses(("title", 9), ("5", 47), ("6", text.count + 1)), of: text)
        }
        var wrong = clauses(("title", 9), ("5", 47), ("6", text.count))
        wrong[1].digest = TextDigest(of: [])
        #expect(throws: ClauseTable.Fault.clauseDigest("5")) { try ClauseTable.check(wrong, of: text) }
    }

    @Test func `an alteration replaces words that stand once in its clause, and moves what follows`() throws {
        let table = ClauseTable(clauses(("title", 9), ("5", 47), ("6", text.count)))
        let altered = try table.altering(text, in: "5", "captured", to: "occupied and other")
        #expect(
            String(decoding: altered.text, as: UTF8.self)
                == "Protocol\n5. withdraw from occupied and other territories\n6. captured prisoners\n")
        #expect(altered.table.rows.map(\.range) == [0..<9, 9..<57, 57..<altered.text.count])
        let second = try altered.table.altering(altered.text, in: "6", "captured", to: "all")
        #expect(String(decoding: second.text, as: UTF8.self).hasSuffix("6. all prisoners\n"))
        #expect(throws: ClauseTable.Fault.wordsFound(0)) {
            try table.altering(text, in: "title", "captured", to: "x")
        }
        #expect(throws: ClauseTable.Fault.unknownClause("9")) {
            try table.altering(text, in: "9", "captured", to: "x")
        }
        #expect(throws: ClauseTable.Fault.wordsFound(2)) {
            try ClauseTable([]).altering(text, in: "5", "captured", to: "x")
        }
    }
}

import Testing

@testable import TransparencyLog

@Suite struct `Proof files` {
    static let first = "zHdUG9jjEqKHiXYJNgC/1ykSx/YnyKHeRrbZDlbdFIc=\n"

    @Test(arguments: [
        // A part is missing.
        ("c2sp.org/tlog-proof@v1\n", ""), ("index 2\n", ""), ("index 2\n", "index\n"),
        ("=\n\nbishkek", "=\nbishkek"),
        // A part is not what it should be.
        ("@v1", "@v2"), ("c2sp.org", " c2sp.org"), ("@v1\n", "@v1 \n"), ("@v1\n", "@v1\r\n"),
        ("index 2", "index 02"), ("index 2", "index -1"), ("index 2", "index 2 "), ("index 2", "index  2"),
        ("index 2", "index two"), ("index 2", "index 9223372036854775808"), ("index 2", "INDEX 2"),
        ("S2FyYWJha2g=", "S2FyYWJha2g"), ("S2FyYWJha2g=", "Karabakh!"), ("S2FyYWJha2g=", "S2FyYWJha2h="),
        (first, "zHdUG9jjEqKHiXYJNgC/1ykSx/YnyKHeRrbZDlbdFIc\n"),
        (first, "zHdUG9jjEqKHiXYJNgC_1ykSx_YnyKHeRrbZDlbdFIc=\n"), (first, "zHdUG9jjEqKHiXYJNgC/\n"),
        (first, " \(first)"), (first, "Kazimirov\n"),
        // A line too many.
        ("@v1\n", "@v1\n\n"), ("index 2\n", "index 2\nindex 2\n"),
        ("extra S2FyYWJha2g=\n", "extra S2FyYWJha2g=\nextra S2FyYWJha2g=\n"),
        ("index 2\n", "index 2\nKazimirov\n"),
        // The order is wrong.
        ("extra S2FyYWJha2g=\nindex 2\n", "index 2\nextra S2FyYWJha2g=\n"),
        ("index 2\n\(first)", "\(first)index 2\n"),
        ("c2sp.org/tlog-proof@v1\nextra S2FyYWJha2g=\n", "extra S2FyYWJha2g=\nc2sp.org/tlog-proof@v1\n"),
    ])
    func `that break the form are refused`(part: String, replacement: String) throws {
        try #require(Bishkek1994.proof.contains(part))
        let text = Bishkek1994.proof.replacing(part, with: replacement, maxReplacements: 1)
        #expect(throws: LogError(.malformedProof)) { try LogProof(parsing: Array(text.utf8)) }
    }

    @Test func `that end before their note are refused`() throws {
        let lines = Bishkek1994.proof.split(separator: "\n", omittingEmptySubsequences: false)
        // Header, extra, index and three hashes stand before the empty line.
        for count in 0...6 {
            let text = lines.prefix(count).map { $0 + "\n" }.joined()
            #expect(throws: LogError(.malformedProof)) { try LogProof(parsing: Array(text.utf8)) }
        }
        for count in 7...11 {
            let text = lines.prefix(count).map { $0 + "\n" }.joined()
            #expect(throws: LogError(.malformedNote)) { try LogProof(parsing: Array(text.utf8)) }
        }
    }

    @Test func `have at most 63 hashes`() throws {
        func text(_ count: Int) -> [UInt8] {
            let hashes = String(repeating: Self.first, count: count)
            return Array("c2sp.org/tlog-proof@v1\nindex 0\n\(hashes)\n\(Bishkek1994.noteOfFive)".utf8)
        }
        let longest = try LogProof(parsing: text(63))
        #expect(longest.hashes.count == 63 && longest.extra == nil && longest.bytes == text(63))
        #expect(throws: LogError(.malformedProof)) { try LogProof(parsing: text(64)) }
        let hash = MerkleTree.emptyRoot
        for (index, count) in [(-1, 0), (0, 64)] {
            #expect(throws: LogError(.malformedProof)) {
                try LogProof(
                    index: index, hashes: Array(repeating: hash, count: count), note: longest.note)
            }
        }
    }

    @Test func `keep extra data that is empty apart from extra data that is not there`() throws {
        let text = Bishkek1994.proof.replacing("extra S2FyYWJha2g=\n", with: "extra \n")
        let proof = try LogProof(parsing: Array(text.utf8))
        #expect(proof.extra == [] && proof.bytes == Array(text.utf8))
    }

    @Test func `prove nothing for another place, entry, note or policy`() throws {
        let policy = try Policy(parsing: Array(Bishkek1994.policy.utf8))
        let entry = Bishkek1994.entries[2]
        func result(_ part: String, _ replacement: String) throws {
            let text = Bishkek1994.proof.replacing(part, with: replacement, maxReplacements: 1)
            try LogProof(parsing: Array(text.utf8)).verify(entry: entry, policy: policy)
        }
        #expect(throws: LogError(.invalidProof)) { try result("index 2", "index 3") }
        #expect(throws: LogError(.outOfRange)) { try result("index 2", "index 5") }
        #expect(throws: LogError(.invalidProof)) { try result(Self.first, "") }
        #expect(throws: LogError(.invalidProof)) { try result(Self.first, Self.first + Self.first) }
        #expect(throws: LogError(.quorumNotMet)) { try result(Bishkek1994.cosignature, "") }
        #expect(throws: LogError(.invalidSignature)) { try result("1994\n5\n", "1994\n6\n") }
        #expect(throws: LogError(.malformedCheckpoint)) { try result("=\n\nbishkek", "=\n\n\nbishkek") }
        let other = try SigningKey(name: Bishkek1994.origin, seed: Array(repeating: 94, count: 32))
        let elsewhere = try Policy(parsing: Array("log \(other.verifierKey)\nquorum none\n".utf8))
        #expect(throws: LogError(.noKnownSignature)) {
            try LogProof(parsing: Array(Bishkek1994.proof.utf8)).verify(entry: entry, policy: elsewhere)
        }
    }
}

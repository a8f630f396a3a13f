import Foundation
import Testing
import TransparencyLog

@Suite struct `The article` {
    @Test func `makes a log of three entries, signs it, proves an entry and verifies the proof`() throws {
        // A log of three entries.
        let entries = [
            "Bishkek, 5 May 1994: Kazimirov tables a protocol.",
            "Baku, 8 May 1994: Guliyev signs a photocopy.",
            "12 May 1994: the guns fall silent.",
        ].map { Array($0.utf8) }
        var tree = NodeStore()
        for entry in entries { tree.append(leafHash: MerkleTree.leafHash(entry)) }

        // Its checkpoint, signed with a key that is named like the log.
        let key = try SigningKey(generatedFor: "bishkek.example/1994")
        let checkpoint = try Checkpoint(origin: key.name, size: tree.size, root: tree.root)
        let note = try checkpoint.signed(by: key)

        // A file that proves the second entry to anybody, now and later.
        let hashes = try MerkleTree.inclusionProof(of: 1, in: tree.size, from: tree)
        let file = try LogProof(index: 1, hashes: hashes, note: note).bytes

        // Whoever has the file, the entry and the log's public key checks it without asking the log.
        let policy = try Policy(parsing: Array("log \(key.verifierKey)\nquorum none\n".utf8))
        let proof = try LogProof(parsing: file)
        let found = try proof.verify(entry: entries[1], policy: policy)
        #expect(found.checkpoint == checkpoint)
        #expect(throws: LogError.self) { try proof.verify(entry: entries[2], policy: policy) }
    }

    /// The example in the article is the code above, but for the expectations and the depth.
    @Test func `shows the code that is tested here`() throws {
        let here = URL(fileURLWithPath: #filePath)
        let article = here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/TransparencyLog/TransparencyLog.docc/TransparencyLog.md")
        func lines(_ url: URL) throws -> [String] {
            try String(contentsOf: url, encoding: .utf8).split(
                separator: "\n", omittingEmptySubsequences: true
            )
            .map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let shown = try lines(article).drop { $0 != "```swift" }.dropFirst().prefix { $0 != "```" }
            .filter { !$0.isEmpty && $0 != "import TransparencyLog" && !$0.hasPrefix("print(") }
        let tested = try lines(here).drop { $0 != "// A log of three entries." }
            .prefix { !$0.hasPrefix("#expect") }
        #expect(shown.count > 15 && shown == Array(tested))
    }
}

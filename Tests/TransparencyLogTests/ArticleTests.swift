import Foundation
import Testing
import TransparencyLog

@Suite struct `The article` {
    @Test func `makes, signs, proves, verifies, witnesses and publishes a log of three entries`() throws {
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

        // A witness with a key of its own knows the log; this is the first checkpoint that it sees of it.
        let cosigner = try SigningKey(generatedFor: "baku.example/witness", algorithm: .ed25519Cosignature)
        let witness = try Witness(key: cosigner, logs: [key.verifierKey])
        let request = try AddCheckpointRequest(oldSize: 0, proof: [], note: note)
        guard case .cosign(let acceptance) = witness.decide(request.bytes, head: { _ in nil }) else { return }

        // Here it stores `acceptance.head`, durably and only in place of `acceptance.replacing`. Then it answers.
        let answer = try witness.response(to: acceptance, at: 768_355_200)

        // The log adds the answer's lines to its note; a policy counts whom it names.
        var cosigned = note
        try cosigned.add(NoteSignature.lines(answer.body), by: cosigner.verifierKey)
        let both = "log \(key.verifierKey)\nwitness baku \(cosigner.verifierKey)\nquorum baku\n"
        let evaluation = try Policy(parsing: Array(both.utf8)).evaluate(cosigned)
        #expect(evaluation.isQuorumMet)

        // The files of a static log: the tiles that are new since the last time, and the entries in bundles.
        var files: [String: [UInt8]] = ["checkpoint": note.bytes]
        for tile in try Tile.tiles(from: 0, to: tree.size) {
            files[tile.path] = try tile.bytes(from: tree)
        }
        let bundle = try EntryBundle(index: 0, entries: entries)
        files[bundle.path] = bundle.bytes
        #expect(files.keys.sorted() == ["checkpoint", "tile/0/000.p/3", "tile/entries/000.p/3"])

        // Whoever fetches them computes the same tree from the entries.
        let fetched = try EntryBundle(index: 0, width: 3, decoding: files["tile/entries/000.p/3"] ?? [])
        var theirs = Frontier()
        for entry in fetched.entries { theirs.append(leafHash: MerkleTree.leafHash(entry)) }
        #expect(theirs.root == checkpoint.root)
    }

    /// The examples in the article are the code above, but for the expectations.
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
        let shown = try lines(article)
        let code = shown.indices.filter { shown[$0] == "```swift" }.flatMap { start in
            shown[(start + 1)...].prefix { $0 != "```" }
        }
        .filter { $0 != "import TransparencyLog" && !$0.hasPrefix("print(") }
        let tested = try lines(here).drop { $0 != "// A log of three entries." }
            .prefix { $0 != "/// The examples in the article are the code above, but for the expectations." }
            .filter { !$0.hasPrefix("#expect") }
        #expect(code.count > 40 && code == Array(tested.dropLast()))
    }
}

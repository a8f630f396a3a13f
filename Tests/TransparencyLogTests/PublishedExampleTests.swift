import Testing

@testable import TransparencyLog

/// Vectors from other projects: the CT reference tree, Go's notes, the examples of the specifications.
@Suite(.enabled(if: Vectors.arePresent, "the folder of published vectors is not here"))
struct `Published examples` {
    struct CTTree: Decodable {
        var leaves: [String]
        var roots: [String]

        enum CodingKeys: String, CodingKey {
            case leaves = "leaves_hex"
            case roots = "roots_by_size_hex"
        }
    }

    struct GoNotes: Decodable {
        var text: String
        var keys: [String: String]
        var sigs: [String]
        var badKeys: [String]

        enum CodingKeys: String, CodingKey {
            case text, keys, sigs
            case badKeys = "bad_vkeys"
        }
    }

    @Test func `the CT reference tree has the published roots of sizes 0 to 8`() throws {
        let tree: CTTree = try Vectors.decode("rfc6962/ct-reference-tree.json")
        var store = NodeStore()
        try #require(tree.leaves.count == 8 && tree.roots.count == 9)
        for (size, root) in tree.roots.enumerated() {
            #expect(store.size == size && store.root.hex == root && store.frontier.root.hex == root)
            guard size < 8 else { break }
            store.append(leafHash: MerkleTree.leafHash(try #require(Hex.decode(tree.leaves[size].utf8))))
        }
    }

    @Test func `the note of Peter Neumann and Enoch Root is signed by both`() throws {
        let go: GoNotes = try Vectors.decode("sumdb/note.json")
        let peter = try SigningKey(go.keys["peter_skey", default: ""])
        let peterKey = try VerifierKey(go.keys["peter_vkey", default: ""])
        let enochKey = try VerifierKey(go.keys["enoch_vkey", default: ""])
        #expect(peter.verifierKey == peterKey && peterKey.description == go.keys["peter_vkey"])
        #expect(peter.secretText == go.keys["peter_skey"] && enochKey.description == go.keys["enoch_vkey"])
        let whole = "\(go.text)\n\(go.sigs.joined())"
        let note = try SignedNote(parsing: Array(whole.utf8))
        #expect(note.bytes == Array(whole.utf8) && note.text == Array(go.text.utf8))
        #expect(try note.verified(by: [peterKey, enochKey]).map(\.key) == [peterKey, enochKey])
        #expect(try note.verified(by: [enochKey]).map(\.key) == [enochKey])
        var own = try SignedNote(text: Array(go.text.utf8))
        try own.sign(with: peter)
        #expect(own.signatures == [note.signatures[0]])
        let changed = try SignedNote(parsing: Array(whole.replacing("answer", with: "problem").utf8))
        #expect(throws: LogError(.invalidSignature)) { try changed.verified(by: [peterKey]) }
    }

    @Test func `the bad keys of Go are refused`() throws {
        let go: GoNotes = try Vectors.decode("sumdb/note.json")
        #expect(go.badKeys.count == 2)
        for text in go.badKeys {
            let error = try #require(throws: LogError.self) { try VerifierKey(text) }
            #expect([.malformedKey, .unsupportedAlgorithm].contains(error.code))
        }
    }

    @Test func `the signed note of the specification verifies by its key`() throws {
        let text = try Vectors.text("c2sp-examples/signed-note-vkey.txt")
        let key = try VerifierKey(String(text.prefix { $0 != "\n" }))
        let bytes = try Vectors.bytes("c2sp-examples/signed-note-1.txt")
        let note = try SignedNote(parsing: bytes)
        #expect(try note.bytes == bytes && note.verified(by: [key]).map(\.key) == [key])
        let poem = try SignedNote(parsing: Vectors.bytes("c2sp-examples/signed-note-0.txt"))
        #expect(poem.signatures.map(\.name) == ["quasimodo.example/salvatore"])
        #expect(String(decoding: poem.text, as: UTF8.self).hasSuffix("\n\ned è subito sera.\n"))
        #expect(throws: LogError(.noKnownSignature)) { try poem.verified(by: [key]) }
    }

    @Test(arguments: [("tlog-checkpoint-0", 1), ("tlog-cosignature-0", 2)])
    func `the checkpoint of the specifications is read as it was written`(name: String, count: Int) throws {
        let bytes = try Vectors.bytes("c2sp-examples/\(name).txt")
        let note = try SignedNote(parsing: bytes)
        let checkpoint = try Checkpoint(parsing: note.text)
        #expect(note.bytes == bytes && checkpoint.text == note.text && note.signatures.count == count)
        #expect(checkpoint.origin == "example.com/behind-the-sofa" && checkpoint.size == 20_852_163)
        if count == 2 {
            #expect(try Cosignature.timestamp(of: note.signatures[1]) == 1_679_315_147)
            #expect(note.signatures[1].signature.count == 72)
        }
    }

    @Test func `the policy of the specification counts its groups`() throws {
        let text = try Vectors.text("c2sp-examples/tlog-policy-0.txt")
        var whole = ""
        for (place, part) in text.split(separator: "<vkey>", omittingEmptySubsequences: false).enumerated() {
            if place == 1 { whole += Bishkek1994.logKey }
            if place > 1 {
                whole += try SigningKey(
                    name: "w\(place)", algorithm: .ed25519Cosignature,
                    seed: Array(repeating: UInt8(place), count: 32)
                ).verifierKey.description
            }
            whole += part
        }
        let policy = try Policy(parsing: Array(whole.utf8))
        let keys = policy.witnesses.map(\.key)
        #expect(keys.count == 6 && policy.groups.map(\.threshold) == [2, 1, 2])
        #expect(policy.isQuorum([keys[0], keys[2], keys[5]]))
        #expect(!policy.isQuorum([keys[0], keys[1], keys[2]]))
        #expect(!policy.isQuorum([keys[0], keys[3], keys[4], keys[5]]))
        #expect(try Policy(parsing: Vectors.bytes("c2sp-examples/tlog-policy-4.txt")).quorum == nil)
    }

    @Test func `the examples with parts left out are refused`() throws {
        for name in ["tlog-policy-1", "tlog-policy-2", "tlog-policy-3", "tlog-policy-5"] {
            #expect(throws: LogError(.malformedPolicy)) {
                try Policy(parsing: Vectors.bytes("c2sp-examples/\(name).txt"))
            }
        }
        #expect(throws: LogError.self) {
            try LogProof(parsing: Vectors.bytes("c2sp-examples/tlog-proof-0.txt"))
        }
        #expect(throws: LogError(.malformedRequest)) {
            try AddCheckpointRequest(parsing: Vectors.bytes("c2sp-examples/tlog-witness-0.txt"))
        }
    }
}

import Testing

@testable import TransparencyLog

@Suite struct `Notes and keys` {
    let log = "ceasefire.example/log+9466d603+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c"

    @Test(
        arguments: [
            "", "\n", "Bishkek\n", "Bishkek\n\n", "Bishkek\n\n— baku AAAAAAA=",
            "Bishkek\n\n- baku AAAAAAA=\n",
            "Bishkek\n\n— baku AAAAAA==\n", "Bishkek\n\n— ba+ku AAAAAAA=\n", "Bishkek\n\n— AAAAAAA=\n",
            "Bishkek\n\n— ba\u{A0}ku AAAAAAA=\n", "Bishkek\n\n— baku AAAAAAA\n",
            "Bish\tkek\n\n— baku AAAAAAA=\n",
            "Bishkek\r\n\r\n— baku AAAAAAA=\r\n", "Bishkek\n\n— baku  AAAAAAA=\n",
            "Bishkek\n\n— baku AAAAAAB=\n",
        ])
    func `a note that breaks the form is refused`(text: String) {
        #expect(throws: LogError(.malformedNote, "", section: "")) {
            try SignedNote(parsing: Array(text.utf8))
        }
    }

    @Test func `the last empty line splits, and 100 signatures are read but not 101`() throws {
        let body = "Bishkek\n\n— not yet a signature\n\n"
        let line = "— baku AAAAAAA=\n"
        let note = try SignedNote(parsing: Array((body + String(repeating: line, count: 100)).utf8))
        #expect(note.text == Array(body.utf8.dropLast()) && note.signatures.count == 100)
        #expect(throws: LogError(.malformedNote, "", section: "")) {
            try SignedNote(parsing: Array((body + String(repeating: line, count: 101)).utf8))
        }
        #expect(throws: LogError(.malformedNote, "", section: "")) {
            try SignedNote(parsing: Array("Bishkek\n\n— ".utf8) + [0xFF] + Array(" AAAAAAA=\n".utf8))
        }
    }

    @Test func `a note takes one signature of a cosigner, the newest, and never more than are read`() throws {
        let key = try SigningKey(name: "ceasefire.example/log", seed: Array(repeating: 1, count: 32))
        let cosigner = try SigningKey(generatedFor: "baku", algorithm: .ed25519Cosignature)
        let checkpoint = try Checkpoint(origin: key.name, size: 0, root: MerkleTree.emptyRoot)
        let strangers = (1...98).map { "— stranger\($0) AAAAAAA=\n" }.joined()
        var note = try SignedNote(parsing: checkpoint.signed(by: key).bytes + Array(strangers.utf8))
        let answer = try [7, 9, 8].map { try Cosignature.sign(checkpoint, with: cosigner, timestamp: $0) }
        try note.add(answer + note.signatures, by: cosigner.verifierKey)
        #expect(note.signatures.count == 100 && note.signatures.last == answer[1])
        // An older one does not take its place, a newer one does.
        try note.add([answer[0]], by: cosigner.verifierKey)
        #expect(note.signatures.count == 100 && note.signatures.last == answer[1])
        let newer = try Cosignature.sign(checkpoint, with: cosigner, timestamp: 10)
        try note.add([newer], by: cosigner.verifierKey)
        #expect(try SignedNote(parsing: note.bytes) == note && note.signatures.last == newer)
        let full = note
        let late = try SigningKey(generatedFor: "vienna", algorithm: .ed25519Cosignature)
        let over = try Cosignature.sign(checkpoint, with: late, timestamp: 11)
        #expect(throws: LogError(.malformedNote, "", section: "")) {
            try note.add([over], by: late.verifierKey)
        }
        let bad = NoteSignature(cosigner.verifierKey, newer.signature.reversed())
        #expect(throws: LogError.self) { try note.add([newer, bad], by: cosigner.verifierKey) }
        #expect(throws: LogError(.noKnownSignature, "", section: "")) {
            try note.add([newer], by: late.verifierKey)
        }
        #expect(note == full)
        let reduced = try note.reduced(to: [cosigner.verifierKey, key.verifierKey])
        #expect(reduced.signatures == [note.signatures[0], newer])
    }

    @Test func `a key of fixed seed has the published texts and signs notes that verify`() throws {
        let key = try SigningKey(name: "ceasefire.example/log", seed: Array(repeating: 1, count: 32))
        #expect(key.verifierKey.description == log)
        #expect(try VerifierKey(log) == key.verifierKey)
        #expect(try SigningKey(key.secretText).verifierKey == key.verifierKey)
        let note = try Checkpoint(origin: key.name, size: 0, root: MerkleTree.emptyRoot).signed(by: key)
        let read = try SignedNote(parsing: note.bytes)
        #expect(try read == note && read.verified(by: [key.verifierKey]).map(\.timestamp) == [nil])
        let kazimirov = try SigningKey(generatedFor: "kazimirov").verifierKey
        #expect(throws: LogError(.noKnownSignature, "", section: "")) { try note.verified(by: [kazimirov]) }
        let changed = Array("ceasefire.example/log\n1\n".utf8) + note.bytes.dropFirst(24)
        #expect(throws: LogError(.invalidSignature, "", section: "")) {
            try SignedNote(parsing: changed).verified(by: [key.verifierKey])
        }
    }

    @Test(arguments: [
        "", "\n", "baku\n", "baku\n1\n", "baku\n01\nR\n", "baku\n-1\nR\n", "baku\n+1\nR\n", "baku\n\nR\n",
        "\n1\nR\n",
        "baku\n9223372036854775808\nR\n", "baku\n1\nR", "baku\n1\nR\n\n", "baku\n1\nR\nmore", "baku\n1\n \n",
    ])
    func `a checkpoint that breaks the form is refused`(text: String) {
        let root = MerkleTree.emptyRoot.base64
        let whole = text.split(separator: "R", omittingEmptySubsequences: false).joined(separator: root)
        #expect(throws: LogError(.malformedCheckpoint, "", section: "")) {
            try Checkpoint(parsing: Array(whole.utf8))
        }
    }

    @Test(arguments: [
        "", "baku", "baku+9466d603", "+9466d603+AYqI",
        "ceasefire.example/log+9466d604+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c",
        "ceasefire.example/log+9466D603+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c",
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
    ])
    func `a key text that breaks the form is refused`(text: String) {
        #expect(throws: LogError(.malformedKey, "", section: "")) { try VerifierKey(text) }
    }

    @Test(arguments: [
        "", "quorum baku\n", "quorum none", "quorum none\nquorum none\n", "quorum none\r\n",
        "witness none K\nquorum none\n",
        "witness a K\ngroup g 2 a\nquorum g\n", "witness a K\ngroup g 0 a\nquorum g\n",
        "group g any g\nquorum g\n",
        "witness a K\ngroup g any a a\nquorum g\n", "witness a K\nwitness b K\nquorum a\n",
        "log L\nlog L\nquorum none\n",
        "witness a K\ngroup g all a\ngroup h all a\nquorum h\n", "witness a L\nquorum a\n",
        "group g all\nquorum none\n",
        "peace none\nquorum none\n", "witness a K\ngroup g 01 a\nquorum g\n",
    ])
    func `a policy that breaks the form is refused`(text: String) throws {
        let witness = try SigningKey(
            name: "witness.example/baku", algorithm: .ed25519Cosignature, seed: Array(repeating: 7, count: 32)
        )
        var whole = ""
        for letter in text {
            whole += letter == "K" ? witness.verifierKey.description : letter == "L" ? log : String(letter)
        }
        #expect(throws: LogError(.malformedPolicy, "", section: "")) {
            try Policy(parsing: Array(whole.utf8))
        }
    }
}

@Suite(.enabled(if: Vectors.arePresent, "the folder of published vectors is not here"))
struct `Published notes and signatures` {
    struct Edge: Decodable { var key, sig, msg: String }

    @Test func `a checkpoint with three kinds of signatures verifies as far as it can`() throws {
        let signed: [String: String] = try Vectors.decode("generated/cosignatures.json")
        let note = try SignedNote(parsing: Array(signed["note", default: ""].utf8))
        let checkpoint = try Checkpoint(parsing: note.text)
        let keys = try [
            VerifierKey(signed["log_vkey", default: ""]),
            VerifierKey(signed["witness_ed25519_vkey", default: ""]),
        ]
        #expect(try note.verified(by: keys).map(\.timestamp) == [nil, 1_679_315_147])
        #expect(
            Cosignature.message(checkpoint, timestamp: 1_679_315_147)
                == Array(signed["ed25519_message", default: ""].utf8))
        let cosigner = try SigningKey(
            name: "witness.example/w1", algorithm: .ed25519Cosignature, seed: Array(repeating: 2, count: 32))
        #expect(
            try Cosignature.sign(checkpoint, with: cosigner, timestamp: 1_679_315_147) == note.signatures[1])
        let message = try MLDSA44Cosignature.message(
            checkpoint, cosigner: "witness.example/m1", timestamp: 1_679_315_147)
        #expect(Hex.string(message) == signed["mldsa44_message_hex", default: ""])
        let late = try VerifierKey(signed["witness_mldsa44_vkey", default: ""])
        #expect(note.signatures[2].names(late))
        #expect(throws: LogError(.unsupportedAlgorithm, "", section: "")) { try note.verified(by: [late]) }
    }

    @Test func `of 914 edge-case signatures the same 208 are accepted`() throws {
        let edges: [Edge] = try Vectors.decode("cctv-ed25519/ed25519vectors.json")
        var accepted = 0
        for edge in edges {
            let bytes = try #require(Hex.decode(edge.key.utf8))
            let key = try VerifierKey(name: "edge", algorithm: .ed25519, publicKey: bytes)
            let signature = try #require(Hex.decode(edge.sig.utf8))
            if key.isValid(signature[...], over: Array(edge.msg.utf8)) { accepted += 1 }
        }
        #expect(edges.count == 914 && accepted == 208)
    }
}

import Testing

@testable import TransparencyLog

@Suite struct `A policy` {
    static let cities = ["baku", "yerevan", "stepanakert", "moscow", "bishkek"]

    static func signer(_ city: String) throws -> SigningKey {
        try SigningKey(
            name: "\(city).example/witness", algorithm: .ed25519Cosignature,
            seed: MerkleTree.sha256(Array(city.utf8)).bytes)
    }

    static func late() throws -> VerifierKey {
        try VerifierKey(
            name: "tbilisi.example/witness", algorithm: .mldsa44Cosignature,
            publicKey: Array(repeating: 3, count: 1312))
    }

    /// A policy; a city in brackets stands for its key, and so do the log and the ML-DSA witness.
    static func policy(_ text: String) throws -> Policy {
        var whole = text.replacing("[log]", with: Bishkek1994.logKey)
        whole = try whole.replacing("[late]", with: late().description)
        for city in cities {
            whole = try whole.replacing("[\(city)]", with: signer(city).verifierKey.description)
        }
        return try Policy(parsing: Array(whole.utf8))
    }

    /// The checkpoint of five entries, cosigned in these cities.
    static func note(_ cities: [String]) throws -> SignedNote {
        var note = try SignedNote(parsing: Array(Bishkek1994.noteOfFive.utf8))
        let checkpoint = try Checkpoint(parsing: note.text)
        for city in cities {
            note.add(try Cosignature.sign(checkpoint, with: signer(city), timestamp: 768_355_200))
        }
        return note
    }

    static let nested = """
        # Who must have seen it: two of the parties, and one of the hosts.
        log [log] https://bishkek.example/1994
        witness baku [baku] https://baku.example/witness
        witness yerevan [yerevan]
        witness stepanakert [stepanakert]

        witness moscow [moscow]
        witness bishkek [bishkek]
        group parties 2 baku yerevan stepanakert
        group hosts any moscow bishkek
        group everyone all parties hosts
        quorum everyone

        """

    @Test func `with groups in groups counts as they say, for each of 32 sets of witnesses`() throws {
        let policy = try Self.policy(Self.nested)
        #expect(policy.logs.map(\.url) == [Array("https://bishkek.example/1994".utf8)])
        #expect(policy.witnesses.count == 5 && policy.witnesses[1].url == nil)
        #expect(policy.groups.map(\.threshold) == [2, 1, 2])
        for set in 0..<32 {
            let present = (0..<5).filter { set >> $0 & 1 == 1 }
            let isMet = present.count { $0 < 3 } >= 2 && present.contains { $0 >= 3 }
            let found = try policy.evaluate(Self.note(present.map { Self.cities[$0] }))
            #expect(found.isQuorumMet == isMet, "\(present)")
            #expect(found.cosignatures.count == present.count && found.unsupported.isEmpty)
            #expect(found.logSignatures.map(\.timestamp) == [nil] && found.checkpoint.size == 5)
        }
    }

    @Test(arguments: [("1", 1), ("any", 1), ("2", 2), ("3", 3), ("all", 3)])
    func `with a threshold needs that many`(threshold: String, needed: Int) throws {
        let policy = try Self.policy(
            """
            log [log]
            witness baku [baku]
            witness yerevan [yerevan]
            witness moscow [moscow]
            group three \(threshold) baku yerevan moscow
            quorum three

            """)
        let cities = ["moscow", "baku", "yerevan"]
        for count in 0...3 {
            let found = try policy.evaluate(Self.note(Array(cities.prefix(count)) + ["bishkek"]))
            #expect(found.isQuorumMet == (count >= needed))
            #expect(found.cosignatures.count == count)
        }
    }

    @Test func `without a quorum asks for the log's signature only`() throws {
        let policy = try Self.policy("log [log]\nwitness baku [baku]\nquorum none\n")
        #expect(policy.quorum == nil)
        #expect(try policy.evaluate(Self.note([])).isQuorumMet)
        #expect(try policy.evaluate(Self.note(["baku"])).cosignatures.count == 1)
    }

    @Test func `without logs leaves the log's signature to whoever asks`() throws {
        let policy = try Self.policy("witness baku [baku]\nquorum baku\n")
        let found = try policy.evaluate(Self.note(["baku"]))
        #expect(found.isQuorumMet && found.logSignatures.isEmpty)
        #expect(try !policy.evaluate(Self.note(["moscow"])).isQuorumMet)
    }

    @Test func `does not count an ML-DSA witness, and says that it was there`() throws {
        let late = try Self.late()
        var note = try Self.note(["baku"])
        note.add(NoteSignature(late, Array(repeating: 0, count: 2428)))
        let either = try Self.policy(
            "log [log]\nwitness baku [baku]\nwitness tbilisi [late]\ngroup g any baku tbilisi\nquorum g\n")
        let found = try either.evaluate(note)
        #expect(found.isQuorumMet && found.unsupported == [late] && found.cosignatures.count == 1)
        let alone = try Self.policy("log [log]\nwitness tbilisi [late]\nquorum tbilisi\n")
        let refused = try alone.evaluate(note)
        #expect(!refused.isQuorumMet && refused.unsupported == [late] && refused.cosignatures.isEmpty)
        #expect(try alone.evaluate(Self.note([])).unsupported.isEmpty)
    }

    @Test func `rejects a bad signature of a listed witness even where the quorum needs it not`() throws {
        let policy = try Self.policy("log [log]\nwitness baku [baku]\nquorum none\n")
        var note = try Self.note([])
        let good = try #require(try Self.note(["baku"]).signatures.last)
        var bytes = good.signature
        bytes[71] ^= 1
        note.add(NoteSignature(try Self.signer("baku").verifierKey, bytes))
        #expect(throws: LogError(.invalidSignature)) { try policy.evaluate(note) }
    }

    @Test func `knows a log by its origin, not only by its key`() throws {
        let policy = try Self.policy("log [log]\nquorum none\n")
        let key = try Bishkek1994.logSigner()
        var note = try SignedNote(
            text: Checkpoint(origin: "minsk.example/1992", size: 0, root: MerkleTree.emptyRoot).text)
        try note.sign(with: key)
        #expect(throws: LogError(.noKnownSignature)) { try policy.evaluate(note) }
        let letter = try SignedNote(parsing: Array("Dear Kazimirov\n\n— baku AAAAAAA=\n".utf8))
        #expect(throws: LogError(.malformedCheckpoint)) { try policy.evaluate(letter) }
    }

    @Test(arguments: [
        // Names that are taken.
        "witness a [baku]\nwitness a [yerevan]\nquorum a\n",
        "witness a [baku]\ngroup a any a\nquorum a\n",
        "witness a [baku]\nwitness b [moscow]\ngroup g any a\ngroup g any b\nquorum g\n",
        "witness a [baku]\ngroup none any a\nquorum none\n",
        // Keys that are listed twice, even under another name.
        "witness a [baku]\nwitness b [baku]\nquorum a\n",
        // Names that nobody has, or nobody has yet.
        "witness a [baku]\nquorum b\n", "witness a [baku]\nquorum A\n",
        "witness a [baku]\ngroup g any b\nquorum g\n",
        "witness a [baku]\ngroup g any a none\nquorum g\n",
        "group g any a\nwitness a [baku]\nquorum g\n",
        "witness a [baku]\ngroup h any g\ngroup g any a\nquorum h\n", "quorum a\nwitness a [baku]\n",
        // Thresholds that cannot be.
        "witness a [baku]\ngroup g 2 a\nquorum g\n", "witness a [baku]\ngroup g -1 a\nquorum g\n",
        "witness a [baku]\ngroup g +1 a\nquorum g\n", "witness a [baku]\ngroup g some a\nquorum g\n",
        "witness a [baku]\ngroup g ANY a\nquorum g\n",
        "witness a [baku]\ngroup g 18446744073709551617 a\nquorum g\n",
        // Lines with too little or too much.
        "log\nquorum none\n", "log [log] url more\nquorum none\n", "witness a\nquorum none\n",
        "witness a [baku] url more\nquorum a\n", "witness a [baku]\ngroup g\nquorum a\n",
        "witness a [baku]\ngroup g any\nquorum a\n", "quorum\n", "witness a [baku]\nquorum a a\n",
        "log [baku]\nquorum none\n", "witness a [log]\nquorum none\n", "log [log]\n",
        "Log [log]\nquorum none\n",
        "log [log]\nquorum none", "log [log]\u{0}\nquorum none\n",
    ])
    func `that breaks the form is refused`(text: String) {
        #expect(throws: LogError(.malformedPolicy)) { try Self.policy(text) }
    }

    @Test func `takes no cosigner for a log, but an ML-DSA log, whose signature it cannot count`() throws {
        let error = try #require(throws: LogError.self) { try Self.policy("log [baku]\nquorum none\n") }
        #expect(error.message == "Line 1: the key of log baku.example/witness is a cosigner's.")
        let policy = try Self.policy("log [late]\nquorum none\n")
        #expect(try policy.logs.map(\.key) == [Self.late()])
        var note = try SignedNote(
            text: Checkpoint(origin: Self.late().name, size: 0, root: MerkleTree.emptyRoot).text)
        note.add(NoteSignature(try Self.late(), Array(repeating: 0, count: 2428)))
        #expect(throws: LogError(.noKnownSignature)) { try policy.evaluate(note) }
    }

    @Test func `may be as long as the specification recommends, and longer`() throws {
        var text = ""
        for number in 0..<64 {
            let seed = MerkleTree.sha256(Array("\(number)".utf8)).bytes
            let log = try SigningKey(name: "log\(number)", seed: seed).verifierKey
            let witness = try SigningKey(name: "w", algorithm: .ed25519Cosignature, seed: seed).verifierKey
            text += "log \(log)\nwitness w\(number) \(witness)\n"
            text += "group g\(number) all w\(number)\(number == 0 ? "" : " g\(number - 1)")\n"
        }
        let policy = try Policy(parsing: Array("\(text)quorum g63\n".utf8))
        #expect(policy.logs.count == 64 && policy.witnesses.count == 64 && policy.groups.count == 64)
        #expect(policy.isQuorum(Set(policy.witnesses.map(\.key))))
        #expect(!policy.isQuorum(Set(policy.witnesses.dropFirst().map(\.key))))
    }

    @Test func `says in which line it breaks the form`() throws {
        let error = try #require(throws: LogError.self) {
            try Self.policy("log [log]\n\nwitness baku [baku]\nquorum yerevan\n")
        }
        #expect(error.message == "Line 4: yerevan is not defined above.")
        #expect(
            error.description == "Line 4: yerevan is not defined above. [tlog-policy, Policy file syntax]")
    }
}

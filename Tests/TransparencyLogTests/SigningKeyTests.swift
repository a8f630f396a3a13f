import Testing

@testable import TransparencyLog

@Suite struct `Private keys` {
    static let material = "AWWmSiKIZGdUkdIKoNvfqEl6fBzD2sDSct/TAIYzbjHD"

    @Test(arguments: [
        ("PRIVATE+KEY+", ""), ("PRIVATE+KEY+", "private+key+"), ("PRIVATE+KEY+", "PRIVATE KEY "),
        ("PRIVATE+KEY+", "PRIVATE+KEY"), ("PRIVATE+KEY+", " PRIVATE+KEY+"),
        ("bishkek.example/1994", ""), ("bishkek.example/1994", "bishkek 1994"),
        ("bishkek.example/1994", "bishkek.example/1995"), ("bishkek.example/1994", "bishkek+1994"),
        ("+4e325aa3", ""), ("4e325aa3", "4E325AA3"), ("4e325aa3", "4e325aa"), ("4e325aa3", "4e325aa300"),
        ("4e325aa3", "4e325aa4"), ("+\(material)", ""), (material, ""), (material, "AQ=="),
        (material, "AWWmSiKIZGdUkdIKoNvfqEl6fBzD2sDSct/TAIYzbg=="), (material, "\(material)AA=="),
        (material, "\(material)="), (material, "\(material)\n"), (material, "AQ=\(material)"),
    ])
    func `whose text breaks the form are refused`(part: String, replacement: String) throws {
        try #require(Bishkek1994.logSecret.contains(part))
        let text = Bishkek1994.logSecret.replacing(part, with: replacement, maxReplacements: 1)
        #expect(throws: LogError(.malformedKey)) { try SigningKey(text) }
    }

    @Test func `of other algorithms are refused`() throws {
        let seed = try #require(Hex.decode(Bishkek1994.logSeed.utf8))
        let unknown = Bishkek1994.logSecret.replacing(
            Self.material, with: Base64.string([0x02] + seed), maxReplacements: 1)
        let late = Bishkek1994.logSecret.replacing(
            Self.material, with: Base64.string([0x06] + seed), maxReplacements: 1)
        for text in [unknown, late] {
            #expect(throws: LogError(.unsupportedAlgorithm)) { try SigningKey(text) }
        }
        #expect(throws: LogError(.unsupportedAlgorithm)) {
            try SigningKey(generatedFor: "baku.example/witness", algorithm: .mldsa44Cosignature)
        }
    }

    @Test(arguments: [0, 31, 33, 64])
    func `of another length than 32 bytes are refused`(count: Int) {
        #expect(throws: LogError(.malformedKey)) {
            try SigningKey(name: "kazimirov", seed: Array(repeating: 5, count: count))
        }
    }

    @Test(arguments: ["", " ", "Vladimir Kazimirov", "a+b", "a\u{2003}b", "a\nb", "a\u{0}b"])
    func `cannot have such a name`(name: String) {
        #expect(throws: LogError(.malformedKey)) { try SigningKey(generatedFor: name) }
    }

    @Test func `come back from their text, of either kind`() throws {
        for algorithm in [SignatureAlgorithm.ed25519, .ed25519Cosignature] {
            let key = try SigningKey(generatedFor: "kazimirov", algorithm: algorithm)
            let back = try SigningKey(key.secretText)
            #expect(back.verifierKey == key.verifierKey && back.secretText == key.secretText)
            let message = Array("Bishkek".utf8)
            #expect(try key.verifierKey.isValid(back.signature(over: message)[...], over: message))
        }
    }

    @Test func `sign only what is theirs`() throws {
        let log = try Bishkek1994.logSigner()
        let witness = try Bishkek1994.witnessSigner()
        let checkpoint = try Checkpoint(
            origin: Bishkek1994.origin, size: 5, root: Hash(base64: Bishkek1994.roots[5]))
        #expect(throws: LogError(.wrongKey)) { try checkpoint.signed(by: witness) }
        #expect(throws: LogError(.wrongKey)) {
            try checkpoint.signed(by: SigningKey(generatedFor: "kazimirov"))
        }
        #expect(throws: LogError(.wrongKey)) {
            try checkpoint.signed(
                by: SigningKey(generatedFor: Bishkek1994.origin, algorithm: .ed25519Cosignature))
        }
        #expect(throws: LogError(.wrongKey)) { try Cosignature.sign(checkpoint, with: log, timestamp: 1) }
        let extended = try Checkpoint(parsing: checkpoint.text + Array("more\n".utf8))
        #expect(throws: LogError(.wrongKey)) { try extended.signed(by: log) }
    }
}

import Ceasefire
import Foundation
import Record
import Testing

@Suite struct `Envelopes` {
    private let statement = ActStatement(
        record: RecordID(origin: "bishkek.example", opening: TextDigest(of: [])),
        act: .signing(.signed(Signature(instrument: "protocol", line: "line-jalilov", medium: .digital))),
        author: "azerbaijan", onBehalfOf: "azerbaijan", language: "ru")

    @Test func `an envelope has one spelling`() throws {
        let envelope = try Envelope(statement, signedBy: [PrivateKey(), PrivateKey(.mldsa65)])
        #expect(try Envelope(json: envelope.json) == envelope)
        let entry = LogEntry(received: Instant(milliseconds: 768_700_860_123), envelope: envelope)
        #expect(try LogEntry(leaf: entry.leaf) == entry)
        #expect(try ActStatement(payload: envelope.payload, home: .utc) == statement)
        #expect(
            String(decoding: envelope.json.prefix(60), as: UTF8.self).hasPrefix(
                #"{"payloadType":"application/vnd.bis"#))
    }

    @Test(arguments: KeyAlgorithm.allCases)
    func `the right key verifies and no other`(algorithm: KeyAlgorithm) throws {
        let (own, other) = (try PrivateKey(algorithm), try PrivateKey(algorithm))
        let key = try own.key(for: "azerbaijan", in: "bishkek.example")
        let stranger = try other.key(for: "azerbaijan", in: "bishkek.example")
        var envelope = try Envelope(statement, signedBy: [own])
        #expect(envelope.validKeys(among: [key, stranger]) == [key])
        envelope.signatures[0].keyID = other.publicKey.digest
        #expect(envelope.validKeys(among: [key, stranger]) == [key], "the key id is a hint only")
        envelope.payload[10] ^= 1
        #expect(envelope.validKeys(among: [key, stranger]).isEmpty)
    }

    @Test(arguments: KeyAlgorithm.allCases)
    func `keys survive their files`(algorithm: KeyAlgorithm) throws {
        let key = try PrivateKey(algorithm)
        #expect(try PrivateKey(pem: key.pem).publicKey == key.publicKey)
        #expect(try PublicKey(algorithm, spki: key.publicKey.spkiText) == key.publicKey)
        #expect(throws: KeyFault.self) { try PrivateKey(pem: key.pem.replacing("PRIVATE", with: "PUBLIC")) }
        #expect(throws: KeyFault.self) { try PublicKey(algorithm, spki: key.publicKey.spkiText + "AAAA") }
    }

    @Test func `a countersignature is for one record, one participant and one key`() throws {
        let private1 = try PrivateKey()
        let key = try private1.key(for: "azerbaijan", in: "bishkek.example")
        #expect(Countersignature.isValid(key, for: "azerbaijan", in: "bishkek.example"))
        #expect(!Countersignature.isValid(key, for: "armenia", in: "bishkek.example"))
        #expect(!Countersignature.isValid(key, for: "azerbaijan", in: "elsewhere.example"))
        #expect(
            !Countersignature.isValid(
                Key(algorithm: .ed25519, spki: key.spki), for: "azerbaijan", in: "bishkek.example"))
    }

    @Test(arguments: [
        (#""payloadType""#, #""payloadtype""#), ("act+json", "json"),
        (#""signatures":["#, #""signatures":[],"x":["#),
        (#""keyid":""#, #""keyid":"g"#), (#""sig":""#, #""sig":"A"#), (#""payload":""#, #""payload":"="#),
        (#"{"payloadType""#, #"{ "payloadType""#),
    ])
    func `an envelope that breaks the form is refused`(old: String, new: String) throws {
        let text = String(decoding: try Envelope(statement, signedBy: [PrivateKey()]).json, as: UTF8.self)
        let range = try #require(text.range(of: old))
        let broken = text.replacingCharacters(in: range, with: new)
        #expect(throws: WireFault.self) { try Envelope(json: Array(broken.utf8)) }
    }

    @Test func `a payload of any length comes back with the place of what is wrong in it`() throws {
        for count in 0...200 {
            let payload = (0..<count).map { UInt8(truncatingIfNeeded: 37 &* $0) }
            let envelope = Envelope(
                payload: payload,
                signatures: [.init(keyID: TextDigest(of: []), bytes: Array(repeating: 7, count: 64))])
            let read = try Envelope(json: envelope.json)
            #expect(read == envelope)
            #expect(read.payload == payload)
            #expect(read.id == TextDigest(of: payload))
            #expect(read.message.suffix(count) == payload[...])
        }
        var envelope = try Envelope(statement, signedBy: [PrivateKey()])
        let text = String(decoding: envelope.payload, as: UTF8.self).replacing(
            #""version":1"#, with: #""version":x"#)
        envelope.payload = Array(text.utf8)
        let place = try #require(text.range(of: #"x,"author""#))
        let fault = WireFault(
            "expected a whole number", path: "version",
            place: .byte(text.utf8.distance(from: text.startIndex, to: place.lowerBound)))
        #expect(throws: fault) { try ActStatement(of: envelope, home: .utc) }
        #expect(throws: fault) { try ActStatement(payload: envelope.payload, home: .utc) }
    }

    @Test func `a letter that base64 does not know is found at every place`() throws {
        let envelope = Envelope(
            payload: Array("bishkek".utf8),
            signatures: [.init(keyID: TextDigest(of: []), bytes: Array(repeating: 7, count: 64))])
        let text = envelope.json
        let start = try #require(text.firstRange(of: Array(#""payload":""#.utf8))).upperBound
        for place in start..<start + 12 {
            for byte in UInt8.min...UInt8.max where byte != text[place] {
                var changed = text
                changed[place] = byte
                // What is read is what was written, or nothing is.
                if let read = try? Envelope(json: changed) { #expect(read.json == changed) }
            }
        }
    }

    @Test func `a payload that is too long is refused`() throws {
        let words = String(repeating: "я", count: 8_000)
        let claims = (0..<4).map { _ in
            Claim(act: .effect(.denounced(Denunciation(instrument: "protocol", words: words))))
        }
        var long = statement
        long.act = .reference(.accounted(Account(statement: "x", claims: claims)))
        let envelope = try Envelope(long, signedBy: [PrivateKey()])
        #expect(throws: WireFault.self) { try Envelope(json: envelope.json) }
        #expect(throws: WireFault.self) { try ActStatement(payload: envelope.payload, home: .utc) }
    }

    @Test func `python's cryptography and openssl verify an envelope`() throws {
        let folder = try TemporaryFolder()
        let key = try PrivateKey()
        let envelope = try Envelope(statement, signedBy: [key])
        try Data(envelope.json).write(to: folder.url("envelope.json"))
        try Data(envelope.message).write(to: folder.url("message"))
        try Data(envelope.signatures[0].bytes).write(to: folder.url("signature"))
        try Data(key.pem.utf8).write(to: folder.url("key.pem"))
        try key.publicKey.spkiText.write(to: folder.url("key.spki"), atomically: true, encoding: .utf8)
        let program = """
            import base64, json, sys
            try:
                from cryptography.hazmat.primitives.serialization import load_der_public_key
            except ImportError:
                sys.exit(77)
            envelope = json.load(open("envelope.json"))
            payload = base64.b64decode(envelope["payload"], validate=True)
            kind = envelope["payloadType"].encode()
            message = b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)
            key = load_der_public_key(base64.b64decode(open("key.spki").read()))
            key.verify(base64.b64decode(envelope["signatures"][0]["sig"]), message)
            """
        switch try folder.run("python3", "-c", program) {
        case nil, 77: print("python's cryptography is not installed: the cross-check was left out")
        case let status: #expect(status == 0)
        }
        let openssl = [
            "pkeyutl", "-verify", "-inkey", "key.pem", "-rawin", "-in", "message", "-sigfile", "signature",
        ]
        switch try folder.run("openssl", openssl) {
        case nil: print("openssl is not installed: the cross-check was left out")
        case let status: #expect(status == 0)
        }
    }
}

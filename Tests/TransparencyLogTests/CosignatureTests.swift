import Testing

@testable import TransparencyLog

@Suite struct `Cosignatures` {
    let checkpoint: Checkpoint
    let signer: SigningKey
    let signature: NoteSignature

    var key: VerifierKey { signer.verifierKey }

    init() throws {
        checkpoint = try Checkpoint(parsing: SignedNote(parsing: Array(Bishkek1994.noteOfFive.utf8)).text)
        signer = try Bishkek1994.witnessSigner()
        signature = try NoteSignature.lines(Array(Bishkek1994.cosignature.utf8))[0]
    }

    func changed(_ change: (inout [UInt8]) -> Void) -> NoteSignature {
        var bytes = signature.signature
        change(&bytes)
        return NoteSignature(key, bytes)
    }

    @Test func `have 72 bytes, the first eight of which are the time`() throws {
        #expect(signature.signature.count == 72)
        #expect(try Cosignature.timestamp(of: signature) == Bishkek1994.cosigned)
        #expect(try Cosignature.verify(signature, by: key, over: checkpoint) == Bishkek1994.cosigned)
    }

    @Test(arguments: [1, 8, 63, 64, 71])
    func `that are too short are refused`(count: Int) {
        let short = changed { $0 = Array($0.prefix(count)) }
        #expect(throws: LogError(.malformedCosignature)) {
            try Cosignature.verify(short, by: key, over: checkpoint)
        }
    }

    @Test func `that are too long are refused`() {
        #expect(throws: LogError(.malformedCosignature)) {
            try Cosignature.verify(changed { $0.append(0) }, by: key, over: checkpoint)
        }
    }

    @Test func `with any bit changed are refused`() {
        // Bit 63 of the time makes it too late for any cosignature; every other bit makes it another time.
        for bit in 0..<72 * 8 {
            let other = changed { $0[bit / 8] ^= 0x80 >> UInt8(bit % 8) }
            #expect(throws: LogError(bit == 0 ? .malformedCosignature : .invalidSignature)) {
                try Cosignature.verify(other, by: key, over: checkpoint)
            }
        }
    }

    @Test func `can be made at the first and the last second, and not later`() throws {
        for time in [0, Cosignature.latestTimestamp] {
            let signature = try Cosignature.sign(checkpoint, with: signer, timestamp: time)
            #expect(try Cosignature.verify(signature, by: key, over: checkpoint) == time)
        }
        for time in [Cosignature.latestTimestamp + 1, .max] {
            #expect(throws: LogError(.malformedCosignature)) {
                try Cosignature.sign(checkpoint, with: signer, timestamp: time)
            }
        }
    }

    @Test func `say nothing about another checkpoint or by another key`() throws {
        let smaller = try Checkpoint(parsing: SignedNote(parsing: Array(Bishkek1994.noteOfThree.utf8)).text)
        #expect(throws: LogError(.invalidSignature)) {
            try Cosignature.verify(signature, by: key, over: smaller)
        }
        let other = try SigningKey(generatedFor: key.name, algorithm: .ed25519Cosignature).verifierKey
        let plain = try VerifierKey(name: key.name, algorithm: .ed25519, publicKey: key.publicKey)
        for wrong in [other, plain, try VerifierKey(Bishkek1994.logKey)] {
            #expect(throws: LogError(.wrongKey)) {
                try Cosignature.verify(signature, by: wrong, over: checkpoint)
            }
        }
    }

    @Test func `of ML-DSA-44 are read and not believed`() throws {
        let late = try VerifierKey(
            name: "tbilisi.example/witness", algorithm: .mldsa44Cosignature,
            publicKey: Array(repeating: 3, count: 1312))
        for (count, code) in [(2428, LogError.Code.unsupportedAlgorithm), (2427, .malformedCosignature)] {
            let signature = NoteSignature(late, Array(repeating: 0, count: count))
            #expect(throws: LogError(code)) {
                try Cosignature.verify(signature, by: late, over: checkpoint)
            }
        }
        let tooLate = NoteSignature(late, [0x80] + Array(repeating: 0, count: 2427))
        #expect(throws: LogError(.malformedCosignature)) {
            try Cosignature.verify(tooLate, by: late, over: checkpoint)
        }
        for count in [1311, 1313, 32] {
            #expect(throws: LogError(.malformedKey)) {
                try VerifierKey(
                    name: "tbilisi", algorithm: .mldsa44Cosignature,
                    publicKey: Array(repeating: 3, count: count))
            }
        }
        for name in ["", String(repeating: "x", count: 256)] {
            #expect(throws: LogError(.malformedCosignature)) {
                try MLDSA44Cosignature.message(checkpoint, cosigner: name, timestamp: 0)
            }
        }
    }
}

import Ceasefire
import Record
import Testing
import TransparencyLog

@Suite struct `The proof of an entry` {
    private let exercise: Exercise
    private let proof: EntryProof

    init() async throws {
        exercise = try Exercise()
        let archive = MemoryArchive()
        let (sequencer, note) = try await exercise.opened(archive)
        for letter in ["letter-baku", "letter-yerevan"] as [InstrumentID] {
            let act = try exercise.performed(.introduced(letter), by: "kazimirov", seen: note)
            _ = try await sequencer.submit(act.json).receipt
        }
        proof = try #require(try await EntryProof(of: 1, in: archive))
    }

    @Test func `holds under the log's key and under no other`() throws {
        try proof.verify(log: exercise.log.verifierKey)
        let stranger = try SigningKey(generatedFor: Exercise.origin)
        #expect(throws: LogError.self) { try proof.verify(log: stranger.verifierKey) }
        let elsewhere = try SigningKey(name: "elsewhere.example", seed: Exercise.seed(1))
        #expect(throws: LogError.self) { try proof.verify(log: elsewhere.verifierKey) }
    }

    @Test func `fails under a quorum of witnesses that nobody met`() throws {
        let witness = try SigningKey(generatedFor: "witness.example", algorithm: .ed25519Cosignature)
        let file = "log \(exercise.log.verifierKey)\nwitness w \(witness.verifierKey)\nquorum w\n"
        let policy = try Policy(parsing: Array(file.utf8))
        #expect(throws: LogError.self) { try proof.verify(policy) }
    }

    @Test func `never holds for another entry, whatever bit of its file is changed`() throws {
        let bytes = proof.bytes
        var random = SeededGenerator(seed: 12)
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
            guard let read = try? EntryProof(parsing: changed),
                (try? read.verify(log: exercise.log.verifierKey)) != nil
            else { continue }
            #expect(read.leaf == proof.leaf, "byte \(place)")
            #expect(read.proof.index == proof.proof.index, "byte \(place)")
        }
    }

    @Test func `is no proof when its file is cut short`() {
        for kept in stride(from: 0, to: proof.bytes.count, by: 7) {
            #expect(throws: LogError.self) {
                try EntryProof(parsing: Array(proof.bytes.prefix(kept))).verify(
                    log: exercise.log.verifierKey)
            }
        }
    }
}

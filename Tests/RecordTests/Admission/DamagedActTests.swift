import Ceasefire
import Record
import Testing
import TransparencyLog

@Suite struct `An act damaged on its way` {
    private let exercise: Exercise

    init() throws { exercise = try Exercise() }

    @Test func `is never logged as another act`() async throws {
        let (sequencer, note) = try await exercise.opened()
        let letter = try exercise.performed(.introduced("letter-baku"), by: "kazimirov", seen: note)
        var random = SeededGenerator(seed: 5)
        for place in letter.json.indices {
            var changed = letter.json
            changed[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
            switch await sequencer.submit(changed) {
            case .refused: continue
            case .failed(let error): throw error
            // The key id is only a hint: without it the act is the same, and so is its signature.
            case .logged(let receipt): #expect(receipt.id == letter.id, "byte \(place)")
            }
        }
        #expect(await sequencer.ledger.size <= 2)
        #expect(try await sequencer.submit(letter.json).receipt.index == 1)
    }

    @Test func `is refused when it is cut short or goes on`() async throws {
        let (sequencer, note) = try await exercise.opened()
        let json = try exercise.performed(.stated("the line of contact"), by: "armenia", seen: note).json
        for kept in stride(from: 0, to: json.count, by: 11) {
            #expect(await sequencer.submit(Array(json.prefix(kept))).refusal?.code == "form")
        }
        #expect(await sequencer.submit(json + json).refusal?.code == "form")
        #expect(await sequencer.ledger.size == 1)
    }
}

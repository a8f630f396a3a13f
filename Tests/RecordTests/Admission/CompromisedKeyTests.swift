import Ceasefire
import Record
import Testing
import TransparencyLog

@Suite struct `A key in other hands` {
    private let exercise: Exercise
    private let archive = MemoryArchive()
    private let jalilov: PrivateKey

    init() throws {
        exercise = try Exercise()
        jalilov = try PrivateKey(.ed25519, seed: Exercise.seed(40))
    }

    private func act(
        _ act: Act, by author: ParticipantID, _ keys: [PrivateKey], _ note: SignedNote
    ) throws
        -> Envelope
    {
        try Envelope(
            ActStatement(
                record: exercise.record, act: act, author: author,
                seen: try SeenHead(note, signedBy: exercise.log.verifierKey)), signedBy: keys)
    }

    private func marking(_ key: PrivateKey, of participant: ParticipantID, from: Int) -> Act {
        .participation(
            .keyCompromised(
                KeyCompromise(
                    participant: participant, key: TextDigest(of: key.publicKey.spki), from: from,
                    reason: "the laptop was stolen")))
    }

    /// Entries 1 to 3: Jalilov is accredited with a key and says two things.
    private func talks() async throws -> (Sequencer, SignedNote) {
        let (sequencer, note) = try await exercise.opened(archive)
        let key = try jalilov.key(for: "jalilov", in: exercise.record.description)
        let accreditation = Act.participation(
            .accredited(
                Accreditation(
                    person: "jalilov", names: [Name(text: "Jalilov")], party: "azerbaijan",
                    capacity: .signatory, key: key)))
        for envelope in [
            try act(accreditation, by: "azerbaijan", [exercise.azerbaijan], note),
            try act(.stated("on the bus"), by: "jalilov", [jalilov], note),
            try act(.stated("at the hotel"), by: "jalilov", [jalilov], note),
        ] { _ = try await sequencer.submit(envelope.json).receipt }
        return (sequencer, note)
    }

    @Test func `signs no more, and what it signed from then on is doubtful and not void`() async throws {
        let (sequencer, note) = try await talks()
        let mark = try act(
            marking(jalilov, of: "jalilov", from: 3), by: "azerbaijan", [exercise.azerbaijan], note)
        #expect(try await sequencer.submit(mark.json).receipt.index == 4)
        let late = try act(.stated("afterwards"), by: "jalilov", [jalilov], note)
        #expect(await sequencer.submit(late.json).refusal == .noKey("jalilov"))
        let ledger = await sequencer.ledger
        for (index, isDoubtful) in [false, false, false, true, false].enumerated() {
            let body = try #require(try await archive.entry(at: index)).body
            let doubts = ledger.doubts(about: index, try LogEntry(leaf: body).envelope)
            #expect(doubts.map(\.entry) == (isDoubtful ? [4] : []), "entry \(index)")
        }
        let verification = try await Verifier().verify(archive)
        #expect(verification.verdict == .passed)
        #expect(verification[.envelopes].verdict == .passed)
        #expect(verification[.envelopes].reasons == [.init(.doubtful, entry: 3, "jalilov", "4")])
        #expect(verification[.void].reasons.isEmpty)
        #expect(ledger.process.authorship[3] == "jalilov")
    }

    @Test func `may be marked with itself, and comes no more into force`() async throws {
        let (sequencer, note) = try await talks()
        let mark = try act(marking(jalilov, of: "jalilov", from: 0), by: "jalilov", [jalilov], note)
        #expect(try await sequencer.submit(mark.json).receipt.index == 4)
        let verification = try await Verifier().verify(archive)
        #expect(verification[.envelopes].reasons.map(\.entry) == [2, 3])
        let key = try jalilov.key(for: "jalilov", in: exercise.record.description)
        let again = try act(
            .participation(.keyReplaced(KeyReplacement(participant: "jalilov", key: key))), by: "azerbaijan",
            [exercise.azerbaijan], note)
        #expect(
            await sequencer.submit(again.json).refusal
                == .rule(.closed(.key, jalilov.publicKey.id, by: 4)))
    }

    @Test func `is never marked by hearsay`() async throws {
        let (sequencer, _) = try await talks()
        let mark = try exercise.attested(
            marking(jalilov, of: "jalilov", from: 0), of: "azerbaijan", on: "1994-05-09")
        #expect(await sequencer.submit(mark.json).refusal == .keyAttested("jalilov"))
    }

    @Test func `among root keys takes the recovery quorum, before and after`() async throws {
        let (log, keeper) = (exercise.log, exercise.secretariat)
        let keys = try (50...52).map { try PrivateKey(.ed25519, seed: Exercise.seed($0)) }
        var opening = exercise.opening
        opening.founders = [
            try Exercise.founder("secretariat", .organisation, .keeper, [keeper]),
            try Exercise.founder("azerbaijan", .state, .party, keys, recovery: 2),
        ]
        let first = try Envelope(Exercise.statement(opening: opening), signedBy: [keeper])
        let sequencer = try await Sequencer(archive: archive, key: log)
        let note = try await sequencer.submit(first.json).receipt.note
        let record = RecordID(origin: Exercise.origin, opening: first.id)
        func submit(_ act: Act, _ keys: [PrivateKey]) async throws -> Submission {
            let statement = ActStatement(
                record: record, act: act, author: "azerbaijan",
                seen: try SeenHead(note, signedBy: log.verifierKey))
            return await sequencer.submit(try Envelope(statement, signedBy: keys).json)
        }
        _ = try await submit(.stated("in May"), [keys[0]]).receipt
        // Whoever stole one key cannot mark the others with it.
        #expect(
            try await submit(marking(keys[1], of: "azerbaijan", from: 1), [keys[0]]).refusal
                == .notSigned("azerbaijan", algorithm: .ed25519, valid: 1, needed: 2))
        let mark = marking(keys[0], of: "azerbaijan", from: 1)
        #expect(try await submit(mark, [keys[1], keys[2]]).receipt.index == 2)
        let fresh = try PrivateKey(.ed25519, seed: Exercise.seed(53))
        let replacement = Act.participation(
            .keyReplaced(
                KeyReplacement(
                    participant: "azerbaijan", key: try fresh.key(for: "azerbaijan", in: record.description)))
        )
        #expect(try await submit(replacement, [keys[0], keys[1]]).refusal?.code == "notSigned")
        #expect(try await submit(replacement, [keys[1], keys[2]]).receipt.index == 3)
        let verification = try await Verifier().verify(archive)
        #expect(verification.verdict == .passed)
        #expect(verification[.envelopes].reasons.map(\.entry) == [1])
    }
}

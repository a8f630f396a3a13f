import Ceasefire
import Record
import Testing
import TransparencyLog

@Suite struct `Keys in force` {
    private let exercise: Exercise

    init() throws { exercise = try Exercise() }

    private func statement(_ act: Act, by author: ParticipantID, _ note: SignedNote) throws -> ActStatement {
        ActStatement(
            record: exercise.record, act: act, author: author,
            seen: try SeenHead(note, signedBy: exercise.log.verifierKey))
    }

    private func accreditation(of person: ParticipantID, key: Key) -> Act {
        .participation(
            .accredited(
                Accreditation(
                    person: person, names: [Name(text: person.text)], party: "azerbaijan",
                    capacity: .signatory, key: key)))
    }

    @Test func `a person signs from the entry on that accredits the key`() async throws {
        let (sequencer, note) = try await exercise.opened()
        let jalilov = try PrivateKey()
        let own = try Envelope(statement(.stated("I am here"), by: "jalilov", note), signedBy: [jalilov])
        #expect(await sequencer.submit(own.json).refusal == .noKey("jalilov"))
        let key = try jalilov.key(for: "jalilov", in: exercise.record.description)
        let act = try exercise.performed(accreditation(of: "jalilov", key: key), by: "azerbaijan", seen: note)
        _ = try await sequencer.submit(act.json).receipt
        #expect(try await sequencer.submit(own.json).receipt.index == 2)
    }

    @Test func `a new key countersigns for this record and this person`() async throws {
        let (sequencer, note) = try await exercise.opened()
        let key = try PrivateKey().key(for: "jalilov", in: "elsewhere.example")
        let act = try exercise.performed(accreditation(of: "jalilov", key: key), by: "azerbaijan", seen: note)
        #expect(await sequencer.submit(act.json).refusal == .keyNotCountersigned("jalilov"))
    }

    @Test func `keys never change by hearsay`() async throws {
        let (sequencer, _) = try await exercise.opened()
        let key = try PrivateKey().key(for: "azerbaijan", in: exercise.record.description)
        let replaced = try exercise.attested(
            .participation(.keyReplaced(KeyReplacement(participant: "azerbaijan", key: key))),
            of: "azerbaijan",
            on: "1994-05-09")
        #expect(await sequencer.submit(replaced.json).refusal == .keyAttested("azerbaijan"))
        let revoked = try exercise.attested(
            .participation(.revoked(AccreditationRevocation(person: "azerbaijan"))), of: "azerbaijan",
            on: "1994-05-09")
        #expect(await sequencer.submit(revoked.json).refusal == .keyAttested("azerbaijan"))
    }

    @Test func `a replaced key no longer signs`() async throws {
        let (sequencer, note) = try await exercise.opened()
        let fresh = try PrivateKey()
        let key = try fresh.key(for: "azerbaijan", in: exercise.record.description)
        let act = Act.participation(.keyReplaced(KeyReplacement(participant: "azerbaijan", key: key)))
        _ = try await sequencer.submit(exercise.performed(act, by: "azerbaijan", seen: note).json).receipt
        let old = try exercise.performed(.stated("with the old key"), by: "azerbaijan", seen: note)
        #expect(await sequencer.submit(old.json).refusal?.code == "notSigned")
        let new = try Envelope(
            statement(.stated("with the new key"), by: "azerbaijan", note), signedBy: [fresh])
        #expect(try await sequencer.submit(new.json).receipt.index == 2)
    }

    @Test func `who has registered two algorithms signs with both, and lost root keys need the quorum`()
        async throws
    {
        let (log, keeper) = (exercise.log, exercise.secretariat)
        let (classic, second, lattice) = (try PrivateKey(), try PrivateKey(), try PrivateKey(.mldsa65))
        var opening = exercise.opening
        opening.founders = [
            try Exercise.founder("secretariat", .organisation, .keeper, [keeper]),
            try Exercise.founder("armenia", .state, .party, [classic, lattice]),
            try Exercise.founder("azerbaijan", .state, .party, [classic, second], recovery: 2),
        ]
        let first = try Envelope(Exercise.statement(opening: opening), signedBy: [keeper])
        let sequencer = try await Sequencer(archive: MemoryArchive(), key: log)
        let note = try await sequencer.submit(first.json).receipt.note
        func submit(_ act: Act, by author: ParticipantID, _ keys: [PrivateKey]) async throws -> Submission {
            let statement = ActStatement(
                record: RecordID(origin: Exercise.origin, opening: first.id), act: act, author: author,
                seen: try SeenHead(note, signedBy: log.verifierKey))
            return await sequencer.submit(try Envelope(statement, signedBy: keys).json)
        }
        #expect(
            try await submit(.stated("one"), by: "armenia", [classic]).refusal
                == .notSigned("armenia", algorithm: .mldsa65, valid: 0, needed: 1))
        #expect(try await submit(.stated("one"), by: "armenia", [classic, lattice]).receipt.index == 1)
        #expect(try await submit(.stated("two"), by: "azerbaijan", [second]).receipt.index == 2)
        let key = try PrivateKey().key(
            for: "azerbaijan", in: RecordID(origin: Exercise.origin, opening: first.id).description)
        let replacement = Act.participation(.keyReplaced(KeyReplacement(participant: "azerbaijan", key: key)))
        #expect(
            try await submit(replacement, by: "azerbaijan", [second]).refusal
                == .notSigned("azerbaijan", algorithm: .ed25519, valid: 1, needed: 2))
        #expect(try await submit(replacement, by: "azerbaijan", [second, classic]).receipt.index == 3)
    }
}

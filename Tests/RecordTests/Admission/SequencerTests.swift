import Ceasefire
import Testing
import TransparencyLog

@testable import Record

@Suite struct `The sequencer` {
    private let exercise: Exercise

    init() throws { exercise = try Exercise() }

    @Test func `an act comes back with its place and a proof of it`() async throws {
        let (sequencer, note) = try await exercise.opened()
        let letter = try exercise.performed(.introduced("letter-baku"), by: "kazimirov", seen: note)
        let receipt = try await sequencer.submit(letter.json).receipt
        #expect(receipt.index == 1)
        #expect(receipt.id == letter.id)
        #expect(!receipt.isRepeated)
        let entry = LogEntry(received: receipt.received, envelope: letter)
        try EntryProof(receipt, leaf: entry.leaf).verify(log: exercise.log.verifierKey)
        #expect(await sequencer.ledger.process.texts.order == ["letter-baku"])
        #expect(await sequencer.checkpoint == receipt.note)
    }

    @Test func `a repeated payload gets the first index back, whoever signs it again`() async throws {
        let (sequencer, note) = try await exercise.opened()
        var letter = try exercise.performed(.introduced("letter-baku"), by: "kazimirov", seen: note)
        _ = try await sequencer.submit(letter.json).receipt
        letter.signatures.append(letter.signatures[0])
        let again = try await sequencer.submit(letter.json).receipt
        #expect(again.index == 1)
        #expect(again.isRepeated)
        #expect(await sequencer.ledger.size == 2)
    }

    /// The second act is handed in the moment the first is answered, many times over.
    @Test func `whoever goes on at once is read at the clock of the entry just logged`() async throws {
        let letter = try exercise.attested(.introduced("letter-baku"), of: "azerbaijan", on: "1994-05-09")
        let midnight = try #require(Instant(rfc3339: "1994-05-08T19:00:00.000Z"))
        for _ in 0..<200 {
            let sequencer = try await Sequencer(archive: MemoryArchive(), key: exercise.log)
            _ = try await sequencer.submit(exercise.first.json).receipt
            #expect(try await sequencer.submit(letter.json).receipt.index == 1)
            #expect(await sequencer.ledger.process.entry(at: 1)?.occurred?.earliest == midnight)
        }
    }

    @Test func `a record opens with its keeper's own entry`() async throws {
        let archive = MemoryArchive()
        let sequencer = try await Sequencer(archive: archive, key: exercise.log)
        let early = try exercise.attested(.introduced("letter-baku"), of: "azerbaijan", on: "1994-05-09")
        #expect(await sequencer.submit(early.json).refusal?.code == "rule")
        let forged = try Envelope(
            Exercise.statement(opening: exercise.opening), signedBy: [exercise.azerbaijan])
        #expect(await sequencer.submit(forged.json).refusal?.code == "notSigned")
        var other = exercise.opening
        other.rules = 2
        let later = try Envelope(Exercise.statement(opening: other), signedBy: [exercise.secretariat])
        #expect(await sequencer.submit(later.json).refusal == .rulesUnknown(version: 2))
        other = exercise.opening
        other.log = try SigningKey(generatedFor: "elsewhere.example").verifierKey.description
        let elsewhere = try Envelope(Exercise.statement(opening: other), signedBy: [exercise.secretariat])
        #expect(await sequencer.submit(elsewhere.json).refusal?.code == "opening")
        other = exercise.opening
        other.founders[2].keys[0].countersignature = nil
        let unheld = try Envelope(Exercise.statement(opening: other), signedBy: [exercise.secretariat])
        #expect(await sequencer.submit(unheld.json).refusal == .keyNotCountersigned("azerbaijan"))
        #expect(try await archive.head() == nil)
        #expect(try await sequencer.submit(exercise.first.json).receipt.index == 0)
    }

    @Test func `an act that is not what it claims to be is refused, and nothing is written`() async throws {
        let (sequencer, note) = try await exercise.opened()
        func refusal(
            _ change: (inout ActStatement) throws -> Void, by key: PrivateKey
        ) async throws -> AdmissionRefusal? {
            var statement = ActStatement(
                record: exercise.record, act: .introduced("letter-baku"), author: "kazimirov",
                seen: try SeenHead(note, signedBy: exercise.log.verifierKey))
            try change(&statement)
            return await sequencer.submit(try Envelope(statement, signedBy: [key]).json).refusal
        }
        let foreign = try await refusal(
            { $0.record = RecordID(origin: Exercise.origin, opening: TextDigest(of: [1])) },
            by: exercise.kazimirov)
        #expect(foreign?.code == "foreignRecord")
        #expect(
            try await refusal({ _ in }, by: exercise.armenia)
                == .notSigned("kazimirov", algorithm: .ed25519, valid: 0, needed: 1))
        #expect(try await refusal({ $0.author = "shumeyko" }, by: exercise.kazimirov) == .noKey("shumeyko"))
        #expect(try await refusal({ $0.seen = nil }, by: exercise.kazimirov) == .seenMissing)
        #expect(
            try await refusal({ $0.seen?.signature[20] ^= 1 }, by: exercise.kazimirov)
                == .seenNotSigned(size: 1))
        #expect(try await refusal({ $0.seen?.size = 2 }, by: exercise.kazimirov) == .seenNotSigned(size: 2))
        #expect(
            try await refusal(
                { $0.act = .effect(.denounced(Denunciation(instrument: "letter-baku"))) },
                by: exercise.kazimirov)?.code
                == "rule")
        let forked = try Checkpoint(origin: Exercise.origin, size: 1, root: MerkleTree.leafHash([1])).signed(
            by: exercise.log)
        let seen = try SeenHead(forked, signedBy: exercise.log.verifierKey)
        #expect(try await refusal({ $0.seen = seen }, by: exercise.kazimirov) == .seenContradicts(size: 1))
        #expect(await sequencer.submit(Array("{}".utf8)).refusal?.code == "form")
        #expect(await sequencer.submit([UInt8](repeating: 32, count: 100_000)).refusal?.code == "form")
        #expect(await sequencer.ledger.size == 1)
    }

    @Test func `a stale head is fine, and an attested act needs none`() async throws {
        let (sequencer, note) = try await exercise.opened()
        for letter in ["letter-baku", "letter-yerevan"] as [InstrumentID] {
            _ = try await sequencer.submit(
                exercise.performed(.introduced(letter), by: "kazimirov", seen: note).json
            ).receipt
        }
        let report = try exercise.attested(
            .effect(.denounced(Denunciation(instrument: "letter-baku"))), of: "azerbaijan", on: "1994-05-20")
        #expect(try await sequencer.submit(report.json).receipt.index == 3)
    }

    @Test func `acts handed in at once share batches, and each gets its own place`() async throws {
        let archive = MemoryArchive()
        let (sequencer, note) = try await exercise.opened(archive)
        let acts = try (0..<600).map {
            try exercise.performed(.stated("report \($0)"), by: "armenia", seen: note)
        }
        let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
            for act in acts { group.addTask { try await sequencer.submit(act.json).receipt } }
            var receipts: [Receipt] = []
            for try await receipt in group { receipts.append(receipt) }
            return receipts
        }
        #expect(Set(receipts.map(\.index)) == Set(1...600))
        for receipt in receipts {
            let entry = try #require(try await archive.entry(at: receipt.index))
            #expect(entry.id == receipt.id)
            try EntryProof(receipt, leaf: entry.body).verify(log: exercise.log.verifierKey)
        }
        #expect(try await archive.hashes(level: 1, from: 0, limit: 9).count == 2)
    }

    @Test func `an act that rests on another of the same batch is admitted`() async throws {
        let archive = MemoryArchive()
        let (sequencer, note) = try await exercise.opened(archive)
        let acts = try [
            exercise.performed(.stated("while this one is written"), by: "armenia", seen: note),
            exercise.performed(.introduced("letter-baku"), by: "kazimirov", seen: note),
            exercise.performed(
                .effect(.denounced(Denunciation(instrument: "letter-baku"))), by: "armenia", seen: note),
        ]
        await archive.hold()
        let submissions = try await withThrowingTaskGroup(of: Receipt.self) { group in
            // One after the other: the second and the third wait in this order while the first is written.
            for (place, act) in acts.enumerated() {
                group.addTask { try await sequencer.submit(act.json).receipt }
                await archive.waitUntilHeld()
                while sequencer.queue.count < place { await Task.yield() }
            }
            await archive.release()
            var receipts: [Receipt] = []
            for try await receipt in group { receipts.append(receipt) }
            return receipts.sorted { $0.index < $1.index }
        }
        #expect(submissions.map(\.id) == acts.map(\.id))
        #expect(submissions[1].note == submissions[2].note, "the second and the third share a head")
        #expect(submissions[0].note != submissions[1].note)
    }

    @Test func `a batch that another sequencer overtook is admitted again`() async throws {
        let archive = MemoryArchive()
        let (first, note) = try await exercise.opened(archive)
        let second = try await Sequencer(archive: archive, key: exercise.log)
        let slow = try exercise.performed(.introduced("letter-baku"), by: "kazimirov", seen: note)
        let same = try exercise.performed(.introduced("letter-baku"), by: "armenia", seen: note)
        await archive.hold()
        async let held = first.submit(slow.json)
        await archive.waitUntilHeld()
        #expect(try await second.submit(same.json).receipt.index == 1)
        await archive.release()
        #expect(await held.refusal == .rule(.taken(.instrument, "letter-baku", by: 1)))
        let leaving = try exercise.performed(
            .effect(.denounced(Denunciation(instrument: "letter-baku"))), by: "armenia", seen: note)
        #expect(try await first.submit(leaving.json).receipt.index == 2)
    }

    @Test func `the clock of receipt never goes back, and only exercises simulate it`() async throws {
        let (sequencer, note) = try await exercise.opened()
        let may = try #require(Instant(rfc3339: "2030-05-12T00:01:00.000Z"))
        let first = try exercise.performed(.stated("first"), by: "armenia", seen: note)
        #expect(try await sequencer.submit(first.json, receivedAt: may).receipt.received == may)
        let second = try exercise.performed(.stated("second"), by: "armenia", seen: note)
        #expect(
            try await sequencer.submit(second.json, receivedAt: may.advanced(seconds: -60)).receipt.received
                == may)
        let third = try exercise.performed(.stated("third"), by: "armenia", seen: note)
        #expect(try await sequencer.submit(third.json).receipt.received == may)

        let real = try Exercise(isExercise: false)
        let (live, head) = try await real.opened()
        let act = try real.performed(.stated("first"), by: "armenia", seen: head)
        #expect(await live.submit(act.json, receivedAt: may).refusal == .simulated)
        #expect(try await live.submit(act.json).receipt.index == 1)
    }

    @Test func `a failed transaction leaves nothing behind, and handing in again is safe`() async throws {
        let archive = MemoryArchive()
        let (sequencer, note) = try await exercise.opened(archive)
        let letter = try exercise.performed(.introduced("letter-baku"), by: "kazimirov", seen: note)
        await archive.fail(with: ArchiveError(.full, "no space", remedy: "make some"))
        guard case .failed(let error) = await sequencer.submit(letter.json) else {
            Issue.record("a full disk must be told")
            return
        }
        #expect(error.code == .full)
        #expect(await sequencer.ledger.size == 1)
        let receipt = try await sequencer.submit(letter.json).receipt
        #expect(receipt.index == 1)
        #expect(!receipt.isRepeated)
    }

    @Test func `two sequencers on one archive are both served`() async throws {
        let archive = MemoryArchive()
        let (first, note) = try await exercise.opened(archive)
        let second = try await Sequencer(archive: archive, key: exercise.log)
        let acts = try (0..<120).map {
            try exercise.performed(.stated("report \($0)"), by: "armenia", seen: note)
        }
        let indices = try await withThrowingTaskGroup(of: Int.self) { group in
            for (number, act) in acts.enumerated() {
                group.addTask { try await (number % 2 == 0 ? first : second).submit(act.json).receipt.index }
            }
            var indices: Set<Int> = []
            for try await index in group { indices.insert(index) }
            return indices
        }
        #expect(indices == Set(1...120))
        let repeated = try await second.submit(acts[0].json).receipt
        #expect(repeated.isRepeated)
        #expect(try await Verifier().verify(archive).verdict == .passed)
    }

    @Test func `a sequencer takes up a record only with its key and its whole history`() async throws {
        let archive = MemoryArchive()
        _ = try await exercise.opened(archive)
        let stranger = try SigningKey(generatedFor: Exercise.origin)
        await #expect(throws: ArchiveError(.wrongKey, "", remedy: "")) {
            try await Sequencer(archive: archive, key: stranger)
        }
        let entry = try #require(try await archive.entry(at: 0))
        var body = entry.body
        body[14] ^= 1
        await archive.replace(entry: 0, with: body)
        await #expect(throws: ArchiveError(.inconsistent, "", remedy: "")) {
            try await Sequencer(archive: archive, key: exercise.log)
        }
    }

    @Test func `quotas count the last day`() async throws {
        let exercise = try Exercise(quotas: [Quota(participant: "armenia", entriesPerDay: 2)])
        let (sequencer, note) = try await exercise.opened()
        let start = try #require(Instant(rfc3339: "2030-05-12T00:00:00.000Z"))
        func submit(_ words: String, after hours: Int64) async throws -> Submission {
            let act = try exercise.performed(.stated(words), by: "armenia", seen: note)
            return await sequencer.submit(act.json, receivedAt: start.advanced(seconds: hours * 3600))
        }
        _ = try await submit("one", after: 0).receipt
        _ = try await submit("two", after: 1).receipt
        let refusal = try await submit("three", after: 2).refusal
        let until = start.advanced(seconds: 24 * 3600)
        #expect(refusal == .rule(.quotaExceeded("armenia", perDay: 2, until: until)))
        #expect(
            refusal?.description
                == "armenia has entered as many acts within 24 hours as entry 0 allows, 2. "
                + "The next one is taken from 2030-05-13T00:00:00.000Z on.")
        // Others are not held up, and the same act is taken at the instant that the refusal names.
        let other = try exercise.performed(.stated("meanwhile"), by: "azerbaijan", seen: note)
        #expect(
            try await sequencer.submit(other.json, receivedAt: start.advanced(seconds: 3 * 3600)).receipt
                .index == 3)
        #expect(try await submit("three", after: 24).receipt.index == 4)
        #expect(
            try await submit("four", after: 24).refusal
                == .rule(
                    .quotaExceeded("armenia", perDay: 2, until: start.advanced(seconds: 25 * 3600))))
    }

    @Test func `a quota of nothing is no turn to wait for`() async throws {
        let exercise = try Exercise(quotas: [Quota(participant: "armenia", entriesPerDay: 0)])
        let (sequencer, note) = try await exercise.opened()
        let act = try exercise.performed(.stated("one"), by: "armenia", seen: note)
        #expect(
            await sequencer.submit(act.json).refusal
                == .rule(.quotaExceeded("armenia", perDay: 0, until: nil)))
    }
}

import Ceasefire
import Foundation
import Record
import Testing
import TransparencyLog

@Suite struct `A successor` {
    private let exercise: Exercise
    private let old = MemoryArchive()

    init() throws { exercise = try Exercise() }

    /// The old record with two entries.
    private func ended(
        _ archive: MemoryArchive? = nil, saying words: String = "the last word"
    ) async throws
        -> SignedNote
    {
        let (sequencer, note) = try await exercise.opened(archive ?? old)
        let act = try exercise.performed(.stated(words), by: "armenia", seen: note)
        return try await sequencer.submit(act.json).receipt.note
    }

    private func successor(
        of predecessor: Predecessor, origin: String = "bishkek.example/second"
    ) async throws -> (MemoryArchive, Submission) {
        let log = try SigningKey(name: origin, seed: Exercise.seed(80))
        var opening = exercise.opening
        opening.origin = origin
        opening.log = log.verifierKey.description
        opening.predecessor = predecessor
        opening.founders = [
            Founder(
                participant: "secretariat", kind: .organisation, role: .keeper,
                keys: [try exercise.secretariat.key(for: "secretariat", in: origin)])
        ]
        let first = try Envelope(Exercise.statement(opening: opening), signedBy: [exercise.secretariat])
        let archive = MemoryArchive()
        let sequencer = try await Sequencer(archive: archive, key: log)
        return (archive, await sequencer.submit(first.json))
    }

    @Test(arguments: SuccessionReason.allCases)
    func `commits in entry 0 to the head of the record that ended`(_ reason: SuccessionReason) async throws {
        let note = try await ended()
        let predecessor = try Predecessor(note, of: exercise.log.verifierKey, reason: reason)
        #expect(predecessor.origin == Exercise.origin)
        let (archive, submission) = try await successor(of: predecessor)
        _ = try submission.receipt
        let alone = try await Verifier().verify(archive)
        #expect(alone.verdict == .passed)
        #expect(
            alone[.predecessor].reasons == [.init(.predecessor, Exercise.origin, "2", reason.rawValue)])
        var verifier = Verifier()
        verifier.predecessor = old
        let both = try await verifier.verify(archive)
        #expect(both.verdict == .passed)
        #expect(both[.predecessor].reasons.map(\.code) == [.predecessor, .predecessorHeld])
        // What was written into the old record afterwards changes nothing.
        let sequencer = try await Sequencer(archive: old, key: exercise.log)
        _ = try await sequencer.submit(
            exercise.performed(.stated("too late"), by: "armenia", seen: note).json
        ).receipt
        #expect(try await verifier.verify(archive).verdict == .passed)
    }

    @Test func `does not go on from a record with other or fewer entries, or of another log`() async throws {
        let predecessor = try Predecessor(
            try await ended(), of: exercise.log.verifierKey, reason: .fork)
        let archive = try await successor(of: predecessor).0
        let forked = MemoryArchive()
        _ = try await ended(forked, saying: "another last word")
        let short = MemoryArchive()
        _ = try await exercise.opened(short)
        for other in [forked, short, archive, MemoryArchive()] {
            var verifier = Verifier()
            verifier.predecessor = other
            let verification = try await verifier.verify(archive)
            #expect(verification.verdict == .failed)
            #expect(verification[.predecessor].reasons.map(\.code) == [.predecessor, .predecessorDiffers])
        }
        // A record that names none succeeds none.
        var verifier = Verifier()
        verifier.predecessor = forked
        let verification = try await verifier.verify(old)
        #expect(verification[.predecessor].reasons.map(\.code) == [.predecessorMissing])
        #expect(verification.verdict == .failed)
    }

    @Test func `names a head that the old log signed, and an origin of its own`() async throws {
        let note = try await ended()
        let predecessor = try Predecessor(note, of: exercise.log.verifierKey, reason: .lostKey)
        var forged = predecessor
        forged.size = 1
        #expect(
            try await successor(of: forged).1.refusal
                == .opening("the head of its predecessor is not signed by \(Exercise.origin)"))
        #expect(
            try await successor(of: predecessor, origin: Exercise.origin).1.refusal
                == .opening("its predecessor is no other log with an origin of its own"))
        #expect(throws: LogError.self) {
            try Predecessor(
                note, of: try SigningKey(generatedFor: Exercise.origin).verifierKey, reason: .lostKey)
        }
    }

    @Test func `is the way out where the log's key is lost`() async throws {
        _ = try await ended()
        let error = await #expect(throws: ArchiveError.self) {
            try await Sequencer(archive: old, key: try SigningKey(generatedFor: Exercise.origin))
        }
        #expect(error?.code == .wrongKey)
        #expect(
            error?.description.contains("bishkek init NEW --origin NAME --succeeds OLD --reason lost-key")
                == true)
    }

    @Test func `keeps what it will commit to until its process is opened`() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("next-\(UUID().uuidString)")
            .path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = RecordFolder(path)
        _ = try folder.create(origin: "bishkek.example/second")
        #expect(try folder.predecessor() == nil)
        let predecessor = try Predecessor(try await ended(), of: exercise.log.verifierKey, reason: .lostKey)
        try folder.keep(predecessor)
        #expect(try folder.predecessor() == predecessor)
        try Data("{}".utf8).write(to: URL(fileURLWithPath: folder.predecessorPath))
        #expect(throws: KeyFault(.file, "")) { try folder.predecessor() }
    }
}

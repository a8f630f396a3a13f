import Ceasefire
import Foundation
import Record
import Testing
import TransparencyLog

/// Witnesses that decide as the specification says, in memory; each may keep silent.
private actor Witnesses: WitnessConnection {
    private struct One {
        let witness: Witness
        var head: Witness.Head?
        var isSilent = false
        /// How many cosignatures it answers, each of another second.
        var lines = 1
    }

    private var witnesses: [String: One] = [:]
    private(set) var requests = 0
    /// Requests that have no answer yet.
    private(set) var pending = 0

    func add(_ name: String, knowing log: VerifierKey) throws -> VerifierKey {
        let key = try SigningKey(generatedFor: name, algorithm: .ed25519Cosignature)
        witnesses["https://\(name)/add-checkpoint"] = One(witness: try Witness(key: key, logs: [log]))
        return key.verifierKey
    }

    func silence(_ name: String, _ isSilent: Bool = true) {
        witnesses["https://\(name)/add-checkpoint"]?.isSilent = isSilent
    }

    func answer(_ name: String, lines: Int) {
        witnesses["https://\(name)/add-checkpoint"]?.lines = lines
    }

    func addCheckpoint(_ request: [UInt8], to url: String) async -> WitnessAnswer? {
        requests += 1
        if witnesses[url]?.isSilent ?? false {
            pending += 1
            // Longer than any test waits; called off with the task.
            try? await Task.sleep(for: .seconds(3600))
            pending -= 1
            return nil
        }
        guard var one = witnesses[url] else { return nil }
        defer { witnesses[url] = one }
        switch one.witness.decide(request, head: { _ in one.head }) {
        case .refuse(let refusal):
            return WitnessAnswer(
                status: refusal.status, contentType: refusal.contentType, body: refusal.body)
        case .cosign(let acceptance):
            one.head = acceptance.head
            // The newest is neither the first nor the last line.
            let times = (0..<UInt64(one.lines)).map { 768_355_200 + ($0 + 50) % UInt64(one.lines) }
            let responses = times.compactMap { try? one.witness.response(to: acceptance, at: $0) }
            return WitnessAnswer(
                status: 200, contentType: responses.first?.contentType, body: responses.flatMap(\.body))
        }
    }
}

@Suite struct `Witnessing a record` {
    private let exercise: Exercise
    private let archive = MemoryArchive()
    private let sequencer: Sequencer
    private let witnesses = Witnesses()
    private let folder: TemporaryFolder
    private let policy: WitnessPolicy

    static let names = ["geneva.example/w", "helsinki.example/w", "vienna.example/w"]

    init() async throws {
        exercise = try Exercise()
        sequencer = try await exercise.opened(archive).0
        folder = try TemporaryFolder()
        let log = exercise.log.verifierKey
        var text = "log \(log)\n"
        for (number, name) in Self.names.enumerated() {
            let key = try await witnesses.add(name, knowing: log)
            text += "witness w\(number) \(key) https://\(name)\n"
        }
        text += "group all 2 w0 w1 w2\nquorum all\n"
        try Data(text.utf8).write(to: folder.url("policy"))
        policy = try #require(try WitnessPolicy(of: RecordFolder(folder.path), log: log))
    }

    private func witnessing(_ archive: any Archive) -> Witnessing {
        Witnessing(
            archive, log: exercise.log.verifierKey, policy: policy, in: RecordFolder(folder.path),
            through: witnesses)
    }

    /// Asks until a head of this size is witnessed: on a busy machine an answer may come after the round.
    private func witnessed(_ size: Int, by witnessing: Witnessing) async throws -> WitnessedHead {
        for _ in 0..<50 {
            await witnessing.ask()
            if let head = await witnessing.witnessed, head.size == size { return head }
            try await Task.sleep(for: .milliseconds(50))
        }
        return try #require(await witnessing.witnessed)
    }

    private func add(_ name: InstrumentID, to sequencer: Sequencer) async throws {
        _ = try await sequencer.submit(
            try exercise.attested(.introduced(name), of: "armenia", on: "1994-05-08").json
        ).receipt
    }

    @Test func `a head that all cosign is witnessed, and kept for later runs`() async throws {
        let witnessing = witnessing(archive)
        #expect(await witnessing.witnessed == nil)
        var head = try await witnessed(1, by: witnessing)
        for _ in 0..<50 where head.cosigners.count < 3 {
            try await Task.sleep(for: .milliseconds(50))
            head = try await witnessed(1, by: witnessing)
        }
        #expect(head.size == 1)
        #expect(head.cosigners.map(\.name) == Self.names)
        #expect(head.cosigners.allSatisfy { $0.timestamp == 768_355_200 })
        let note = try #require(try await archive.head()).note
        #expect(await witnessing.cosigned(note).signatures.count == 4)
        let kept = try Data(contentsOf: folder.url("witnessed"))
        #expect(Array(kept) == head.note.bytes)
        #expect(await self.witnessing(archive).witnessed == head)
        let log = exercise.log.verifierKey
        #expect(await WitnessedFolder(RecordFolder(folder.path), log: log).witnessed == head)
        let asked = await witnesses.requests
        await witnessing.ask()
        #expect(await witnesses.requests == asked)
    }

    @Test func `of a hundred cosignatures by one witness the newest is kept, and the head can be published`()
        async throws
    {
        await witnesses.answer("geneva.example/w", lines: 100)
        let witnessing = witnessing(archive)
        let first = try #require(try await archive.head()).note
        for _ in 0..<50 where await witnessing.cosigned(first).signatures.count < 4 {
            await witnessing.ask()
            try await Task.sleep(for: .milliseconds(50))
        }
        // It is asked again for the head that it has cosigned.
        #expect(await witnessing.checkRollback() == .passed(answered: Self.names))
        let head = try #require(await witnessing.witnessed)
        #expect(head.cosigners.map(\.timestamp) == [768_355_299, 768_355_200, 768_355_200])
        #expect(head.note.signatures.count == 4)
        #expect(try SignedNote(parsing: Array(Data(contentsOf: folder.url("witnessed")))) == head.note)
        let log = exercise.log.verifierKey
        var publication = try Publication(into: folder.file("published"), log: log)
        _ = try await publication.publish(archive, cosigned: await witnessing.cosigned(first))
        let published = try Data(contentsOf: folder.url("published/checkpoint"))
        #expect(Array(published) == head.note.bytes)
        _ = try Publication(into: folder.file("published"), log: log)
    }

    @Test func `a silent witness holds up neither entries nor the others`() async throws {
        await witnesses.silence("geneva.example/w")
        let witnessing = witnessing(archive)
        async let asking: Void = witnessing.ask()
        for number in 0..<20 { try await add(Identifier(stringLiteral: "letter-\(number)"), to: sequencer) }
        #expect(await sequencer.ledger.size == 21)
        await asking
        let head = try await witnessed(21, by: witnessing)
        #expect(head.size == 21)
        #expect(Set(head.cosigners.map(\.name)) == Set(Self.names.dropFirst()))
        // All this while Geneva's first request is still without an answer, and none was added to it.
        #expect(await witnesses.pending == 1)
    }

    @Test func `below the quorum nothing is witnessed, and the head shows what it has`() async throws {
        for name in Self.names.dropFirst() { await witnesses.silence(name) }
        let witnessing = witnessing(archive)
        let first = try #require(try await archive.head()).note
        for _ in 0..<50 where await witnessing.cosigned(first).signatures.count < 2 { await witnessing.ask() }
        #expect(await witnessing.witnessed == nil)
        #expect(!FileManager.default.fileExists(atPath: folder.file("witnessed")))
        let note = try #require(try await archive.head()).note
        #expect(
            await witnessing.cosigned(note).signatures.map(\.name) == [exercise.log.name, "geneva.example/w"])
    }

    @Test func `a record that went back is found by a witness that has seen more`() async throws {
        for number in 0..<4 { try await add(Identifier(stringLiteral: "letter-\(number)"), to: sequencer) }
        _ = try await witnessed(5, by: witnessing(archive))
        #expect(await witnessing(archive).checkRollback() == .passed(answered: Self.names))
        let restored = MemoryArchive()
        let other = try await exercise.opened(restored).0
        #expect(
            await witnessing(restored).checkRollback()
                == .wentBack(witness: "geneva.example/w", .ahead(5)))
        for number in 0..<5 { try await add(Identifier(stringLiteral: "forged-\(number)"), to: other) }
        #expect(
            await witnessing(restored).checkRollback()
                == .wentBack(witness: "geneva.example/w", .contradicted(5)))
    }

    @Test func `one answer is enough to start, and none is not`() async throws {
        for name in Self.names { await witnesses.silence(name) }
        let check = Task { [witnessing = witnessing(archive)] in await witnessing.checkRollback() }
        try await Task.sleep(for: .milliseconds(200))
        check.cancel()
        guard case .unanswered(let outcomes) = await check.value else {
            Issue.record("Somebody answered.")
            return
        }
        #expect(outcomes.values.allSatisfy { $0 == .silent })
    }

    @Test func `a policy for another log is refused`() throws {
        let other = try SigningKey(generatedFor: "elsewhere.example").verifierKey
        #expect(throws: ArchiveError(.foreign, "", remedy: "")) {
            try WitnessPolicy(of: RecordFolder(folder.path), log: other)
        }
        try Data("quorum\n".utf8).write(to: folder.url("policy"))
        #expect(throws: ArchiveError(.foreign, "", remedy: "")) {
            try WitnessPolicy(of: RecordFolder(folder.path), log: exercise.log.verifierKey)
        }
    }
}

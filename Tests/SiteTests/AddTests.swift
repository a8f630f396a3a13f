import Ceasefire
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Pages
import Record
import SQLiteArchive
import Site
import Testing
import TransparencyLog

/// A record whose keeper takes entries over HTTP.
private struct KeptRecord {
    let exercise: Exercise
    let archive: any Archive
    let note: SignedNote
    let application: Application<RouterResponder<BasicRequestContext>>

    init(
        _ archive: any Archive = MemoryArchive(), quotas: [Quota] = [], takes: Bool = true,
        folder: RecordFolder? = nil
    ) async throws {
        exercise = try Exercise(isExercise: false, quotas: quotas)
        self.archive = archive
        let (sequencer, note) = try await exercise.opened(archive)
        self.note = note
        let model = ReadModel(archive: archive, ledger: await sequencer.ledger)
        application = Application(
            router: Site(
                model: model, renderer: try Renderer(),
                add: takes ? Add(to: archive, through: sequencer, forksInto: folder) : nil
            ).router)
    }

    func add(_ body: [UInt8], _ uri: String = "/add") async throws -> TestResponse {
        try await application.test(.router) {
            try await $0.execute(uri: uri, method: .post, body: ByteBuffer(bytes: body))
        }
    }

    func letter(_ name: InstrumentID) throws -> Envelope {
        try exercise.performed(.introduced(name), by: "kazimirov", seen: note)
    }
}

@Suite struct `Handing entries in` {
    @Test func `the answer is the index, once the entry is durable`() async throws {
        let record = try await KeptRecord()
        for (index, name) in ["letter-baku", "letter-yerevan"].enumerated() {
            let answer = try await record.add(record.letter(Identifier(stringLiteral: name)).json)
            #expect(answer.status == .ok)
            #expect(answer.text == "\(index + 1)\n")
            #expect(answer.headers[.contentType] == "text/plain; charset=utf-8")
        }
        #expect(try await record.archive.head()?.size == 3)
    }

    @Test func `an act that has seen another story is refused, and proves it`() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "bishkek-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let record = try await KeptRecord(folder: RecordFolder(path))
        _ = try await record.add(record.letter("letter-baku").json)
        let other = try Checkpoint(origin: Exercise.origin, size: 1, root: MerkleTree.leafHash([1])).signed(
            by: record.exercise.log)
        let act = try record.exercise.performed(.introduced("letter-shusha"), by: "kazimirov", seen: other)
        #expect(try await record.add(act.json).status == .conflict)
        let forks = RecordFolder(path).forks(of: record.exercise.log.verifierKey)
        #expect(forks.count == 1)
        #expect(forks.first?.proof.firstHead.root != forks.first?.proof.secondHead.root)
    }

    @Test func `the receipt is a proof that anybody can check`() async throws {
        let record = try await KeptRecord()
        let letter = try record.letter("letter-baku")
        let proof = try EntryProof(parsing: try await record.add(letter.json, "/add?proof").bytes)
        #expect(proof.proof.index == 1)
        try proof.verify(log: record.exercise.log.verifierKey)
        #expect(try LogEntry(leaf: proof.leaf).envelope == letter)
    }

    @Test func `what is handed in again has its first index, and the proof of what was logged`() async throws
    {
        let record = try await KeptRecord()
        let letter = try record.letter("letter-baku")
        _ = try await record.add(letter.json)
        var again = letter
        again.signatures.append(again.signatures[0])
        #expect(try await record.add(again.json).text == "1\n")
        let proof = try EntryProof(parsing: try await record.add(again.json, "/add?proof=").bytes)
        try proof.verify(log: record.exercise.log.verifierKey)
        #expect(try LogEntry(leaf: proof.leaf).envelope == letter)
        #expect(try await record.archive.head()?.size == 2)
    }

    private func problem(_ answer: TestResponse) throws -> [String: Any] {
        #expect(answer.headers[.contentType] == "application/problem+json")
        return try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
    }

    @Test func `a refusal says what was wrong, in words and as a code`() async throws {
        let record = try await KeptRecord(quotas: [Quota(participant: "armenia", entriesPerDay: 1)])
        let exercise = record.exercise
        func refused(_ body: [UInt8], _ status: HTTPResponse.Status, _ code: String) async throws -> String {
            let answer = try await record.add(body)
            #expect(answer.status == status)
            let problem = try problem(answer)
            #expect(problem["code"] as? String == code)
            #expect(problem["type"] as? String == "about:blank")
            #expect(problem["title"] as? String == status.reasonPhrase)
            return try #require(problem["detail"] as? String)
        }
        #expect(
            try await refused(Array("{}".utf8), .badRequest, "form").hasPrefix("The act cannot be read: "))
        #expect(
            try await refused([UInt8](repeating: 32, count: 65_536), .contentTooLarge, "tooLarge")
                .hasPrefix("An envelope has at most 65535 bytes."))
        _ = try await record.add(record.letter("letter-baku").json)
        let rival = try exercise.performed(.introduced("letter-baku"), by: "armenia", seen: record.note)
        #expect(
            try await refused(rival.json, .conflict, "taken")
                == "There is already a instrument called “letter-baku” (entry 1). Choose another name.")
        var forged = try record.letter("letter-shusha")
        forged.signatures = rival.signatures
        #expect(
            try await refused(forged.json, .unprocessableContent, "notSigned")
                .contains("kazimirov must sign with 1 ed25519 key(s)"))
        let unseen = try Envelope(
            ActStatement(record: exercise.record, act: .introduced("letter-moscow"), author: "kazimirov"),
            signedBy: [exercise.kazimirov])
        _ = try await refused(unseen.json, .conflict, "seenMissing")
        let first = try exercise.performed(.stated("We agree."), by: "armenia", seen: record.note)
        #expect(try await record.add(first.json).text == "2\n")
        let second = try exercise.performed(.stated("We agree again."), by: "armenia", seen: record.note)
        #expect(
            try await refused(second.json, .tooManyRequests, "quotaExceeded")
                .hasPrefix("armenia has entered as many acts within 24 hours as entry 0 allows, 1."))
        #expect(try await record.archive.head()?.size == 3)
    }

    @Test func `a refusal names the entry on which it rests`() async throws {
        let record = try await KeptRecord()
        _ = try await record.add(record.letter("letter-baku").json)
        let rival = try record.exercise.performed(
            .introduced("letter-baku"), by: "armenia", seen: record.note)
        #expect(try problem(try await record.add(rival.json))["entries"] as? [Int] == [1])
    }

    @Test func `while the disk is full, nothing is logged and the same envelope is taken later`() async throws
    {
        let archive = MemoryArchive()
        let record = try await KeptRecord(archive)
        await archive.fail(with: ArchiveError(.full, "There is no space left.", remedy: "Make space."))
        let letter = try record.letter("letter-baku")
        let answer = try await record.add(letter.json)
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.headers[.retryAfter] == "5")
        #expect(try problem(answer)["code"] as? String == "full")
        #expect(try await record.add(letter.json).text == "1\n")
    }

    @Test func `a server that only reads says so`() async throws {
        let record = try await KeptRecord(takes: false)
        let answer = try await record.add(record.letter("letter-baku").json)
        #expect(answer.status == .forbidden)
        #expect(try problem(answer)["code"] as? String == "closed")
        #expect(try await record.archive.head()?.size == 1)
    }

    @Test func `many at once are all logged, each once`() async throws {
        let folder = try TemporaryFolder()
        let record = try await KeptRecord(try SQLiteArchive(creating: folder.file("record.sqlite")))
        let indices = try await record.application.test(.router) { client in
            try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<64 {
                    let letter = try record.letter(Identifier(stringLiteral: "letter-\(number)"))
                    group.addTask {
                        try await client.execute(
                            uri: "/add", method: .post, body: ByteBuffer(bytes: letter.json)
                        ) { Int($0.text.dropLast()) ?? -1 }
                    }
                }
                return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
            }
        }
        #expect(indices == Set(1...64))
        #expect(try await record.archive.head()?.size == 65)
    }
}

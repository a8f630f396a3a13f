import Ceasefire
import Record
import Testing
import TransparencyLog

@Suite struct `A sealed entry` {
    private let exercise: Exercise
    private let archive = MemoryArchive()
    private let account = Act.reference(
        .accounted(Account(statement: "Shots at the bridge.", topic: .clash, instruments: ["letter-baku"])))

    init() throws { exercise = try Exercise() }

    /// Entry 1 introduces a letter; entry 2 is an account by Armenia, under seal.
    private func sealed() async throws -> (Sequencer, SignedNote, SealedContent) {
        let (sequencer, note) = try await exercise.opened(archive)
        let content = SealedContent(account)
        let seal = SealedAct(
            kind: "account.stated", commitment: content.commitment(by: "armenia", in: exercise.record))
        for envelope in [
            try exercise.performed(.introduced("letter-baku"), by: "kazimirov", seen: note),
            try exercise.performed(.sealed(seal), by: "armenia", seen: note),
        ] { _ = try await sequencer.submit(envelope.json).receipt }
        return (sequencer, note, content)
    }

    private func opening(
        _ act: Act, salt: Salt, by author: ParticipantID, entry: Int = 2, _ note: SignedNote
    ) throws
        -> Envelope
    {
        try exercise.performed(
            .reference(.unsealed(SealOpening(entry: entry, salt: salt, act: act))), by: author, seen: note)
    }

    private func seals() async throws -> [String] {
        let verification = try await Verifier().verify(archive)
        #expect(verification.verdict == .passed)
        return try #require(verification[.sealed].reasons.first).arguments
    }

    @Test func `holds nothing of its body, and verifies without the vault`() async throws {
        let (sequencer, _, content) = try await sealed()
        let body = try #require(try await archive.entry(at: 2)).body
        let payload = String(decoding: try LogEntry(leaf: body).envelope.payload, as: UTF8.self)
        #expect(
            payload.hasSuffix(",\"sealed\":\"\(content.commitment(by: "armenia", in: exercise.record))\"}"))
        #expect(!payload.contains("bridge"))
        #expect(try await seals() == ["0", "1", "0"])
        let ledger = await sequencer.ledger
        #expect(View(ledger.process).facts(of: "letter-baku").map(\.entry) == [1])
        // The statement is read and written alike.
        let statement = try ActStatement(payload: Array(payload.utf8), home: ledger.home)
        #expect(String(decoding: statement.payload, as: UTF8.self) == payload)
        #expect(statement.act.name == "account.stated")
    }

    @Test func `is opened by somebody else with exactly what was sealed`() async throws {
        let (sequencer, note, content) = try await sealed()
        let other = Act.reference(
            .accounted(Account(statement: "Shots at the mill.", instruments: ["letter-baku"])))
        let salt = try #require(Salt([UInt8](repeating: 9, count: 32)))
        for wrong in [
            try opening(other, salt: content.salt, by: "azerbaijan", note),
            try opening(account, salt: salt, by: "azerbaijan", note),
        ] { #expect(await sequencer.submit(wrong.json).refusal == .sealDiffers(2)) }
        #expect(
            await sequencer.submit(try opening(account, salt: salt, by: "armenia", entry: 1, note).json)
                .refusal
                == .rule(.unknown(.seal, "1")))
        #expect(try await seals() == ["0", "1", "0"])
        let right = try opening(account, salt: content.salt, by: "azerbaijan", note)
        #expect(try await sequencer.submit(right.json).receipt.index == 3)
        #expect(try await seals() == ["1", "0", "0"])
        let facts = View(await sequencer.ledger.process).facts(of: "letter-baku")
        #expect(facts.map(\.entry) == [1, 2])
        #expect(facts.last?.author == "armenia")
        #expect(facts.last?.act == account)
    }

    @Test func `is not opened with a body sealed by another author`() async throws {
        let (sequencer, note, content) = try await sealed()
        // The commitment binds its author: what Armenia sealed cannot be sealed again by Azerbaijan.
        let copied = SealedAct(
            kind: "account.stated", commitment: content.commitment(by: "armenia", in: exercise.record))
        let theirs = try exercise.performed(.sealed(copied), by: "azerbaijan", seen: note)
        #expect(try await sequencer.submit(theirs.json).receipt.index == 3)
        let envelope = try opening(account, salt: content.salt, by: "azerbaijan", entry: 3, note)
        #expect(await sequencer.submit(envelope.json).refusal == .sealDiffers(3))
    }

    @Test func `wrongly opened by a keeper who does not check is void`() async throws {
        let (_, note, content) = try await sealed()
        let other = Act.reference(.accounted(Account(statement: "Shots at the mill.")))
        let envelope = try opening(other, salt: content.salt, by: "azerbaijan", note)
        var ledger = Ledger()
        let head = try #require(try await ledger.catchUp(with: archive))
        let entry = ArchivedEntry(LogEntry(received: .now.advanced(seconds: 60), envelope: envelope))
        var frontier = head.frontier
        _ = frontier.append([entry])
        let checkpoint = try Checkpoint(origin: Exercise.origin, size: frontier.size, root: frontier.root)
        _ = try await archive.append(
            [entry],
            head: Head(
                frontier: frontier, root: frontier.root, note: try checkpoint.signed(by: exercise.log)),
            expecting: head.size)
        let verification = try await Verifier().verify(archive)
        #expect(verification.verdict == .passed)
        #expect(verification[.void].reasons.map(\.code) == [.sealDiffers])
        #expect(verification[.sealed].reasons.first?.arguments == ["0", "1", "0"])
    }

    @Test func `destroyed stays whole, and says so`() async throws {
        let (sequencer, note, content) = try await sealed()
        func destroying(by author: ParticipantID) throws -> Envelope {
            try exercise.performed(
                .reference(.destroyed(SealDestruction(entry: 2, reason: "to protect a witness"))), by: author,
                seen: note)
        }
        #expect(
            await sequencer.submit(try destroying(by: "azerbaijan").json).refusal
                == .rule(
                    .notEntitled(
                        "azerbaijan", act: "sealed.destroyed", needs: "to be the author of entry 2")))
        #expect(try await sequencer.submit(destroying(by: "secretariat").json).receipt.index == 3)
        #expect(try await seals() == ["0", "0", "1"])
        // Whoever opened it before can still show it.
        let late = try opening(account, salt: content.salt, by: "azerbaijan", note)
        _ = try await sequencer.submit(late.json).receipt
        #expect(try await seals() == ["1", "0", "0"])
    }

    @Test func `is no signature, and has a body or a seal and not both`() throws {
        let digest = TextDigest(of: [1])
        let head = "{\"record\":\"\(exercise.record)\",\"act\":\""
        for (rest, word) in [
            (
                "signature.affixed\",\"version\":1,\"author\":\"armenia\",\"sealed\":\"\(digest)\"}",
                "cannot be sealed"
            ),
            (
                "account.stated\",\"version\":1,\"author\":\"armenia\",\"sealed\":\"\(digest)\",\"body\":{}}",
                "“body” is unknown"
            ),
            ("account.stated\",\"version\":1,\"author\":\"armenia\",\"sealed\":\"12\"}", "is no SHA-256"),
        ] {
            let fault = #expect(throws: WireFault.self) {
                try ActStatement(payload: Array((head + rest).utf8), home: .utc)
            }
            #expect(fault?.what.contains(word) == true, "\(fault?.what ?? "")")
        }
    }

    @Test func `is signed by an author whose record would take it`() async throws {
        let (sequencer, note, content) = try await sealed()
        let ledger = await sequencer.ledger
        let newest = try #require(try await archive.head()).note
        let author = try Author("azerbaijan", signing: [exercise.azerbaijan], in: ledger, at: newest)
        let act = Act.reference(.unsealed(SealOpening(entry: 2, salt: content.salt, act: account)))
        let envelope = try author.envelope(act)
        #expect(try await sequencer.submit(envelope.json).receipt.index == 3)
        let wrong = Act.reference(
            .unsealed(SealOpening(entry: 2, salt: content.salt, act: .stated("something else"))))
        #expect(throws: AdmissionRefusal.sealDiffers(2)) { try author.envelope(wrong) }
        #expect(throws: KeyFault(.signing, "")) {
            try Author("armenia", signing: [exercise.azerbaijan], in: ledger, at: note)
        }
        #expect(throws: KeyFault(.signing, "")) {
            try Author(
                "armenia", signing: [exercise.armenia], in: ledger,
                at: try Checkpoint(origin: Exercise.origin, size: 1, root: MerkleTree.emptyRoot).signed(
                    by: try SigningKey(generatedFor: Exercise.origin)))
        }
    }
}

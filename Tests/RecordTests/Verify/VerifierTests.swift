import Ceasefire
import Record
import Testing
import TransparencyLog

@Suite struct `Verifying a record` {
    private let exercise: Exercise
    private let archive = MemoryArchive()

    init() throws { exercise = try Exercise() }

    /// The letters of May 1994 in short, with a text, an alteration and a report.
    private func write() async throws {
        let (sequencer, note) = try await exercise.opened(archive)
        let text = Array("5. captured territories\n".utf8)
        let digest = try await archive.keep(attachment: text)
        let altered = try await archive.keep(attachment: Array("5. occupied territories\n".utf8))
        let clause = Clause(id: "5", part: .operative, start: 0, end: text.count, digest: digest)
        for act in [
            .introduced("letter-baku"),
            .text(
                .tabled(
                    TextTabling(
                        instrument: "letter-baku", text: digest, language: "ru", basis: .original,
                        clauses: [clause]))),
            .text(
                .altered(
                    Alteration(
                        instrument: "letter-baku", clause: "5", language: "ru", before: "captured",
                        after: "occupied",
                        hand: .handwritten, from: digest, result: altered))),
            .stated("signed in Baku"),
        ] as [Act] {
            _ = try await sequencer.submit(exercise.performed(act, by: "kazimirov", seen: note).json).receipt
        }
    }

    /// Puts an entry behind the last one as a keeper could who does not check, and signs the head.
    private func force(_ envelope: Envelope, received: Instant? = nil) async throws {
        var ledger = Ledger()
        let head = try await ledger.catchUp(with: archive)
        let entry = ArchivedEntry(
            LogEntry(received: received ?? .now.advanced(seconds: 60), envelope: envelope))
        var frontier = try #require(head).frontier
        _ = frontier.append([entry])
        let checkpoint = try Checkpoint(origin: Exercise.origin, size: frontier.size, root: frontier.root)
        let note = try checkpoint.signed(by: exercise.log)
        _ = try await archive.append(
            [entry], head: Head(frontier: frontier, root: frontier.root, note: note), expecting: ledger.size)
    }

    private func reasons(_ topic: Verification.Topic) async throws -> [Verification.Reason.Code] {
        try await Verifier().verify(archive)[topic].reasons.map(\.code)
    }

    @Test func `an honest record passes every check`() async throws {
        try await write()
        let verification = try await Verifier(asksForAttachments: true).verify(archive)
        #expect(verification.verdict == .passed)
        #expect(verification.checks.allSatisfy { $0.verdict == .passed && $0.reasons.isEmpty })
        #expect(verification.size == 5)
        #expect(verification.isExercise)
        #expect(verification.record == exercise.record)
        #expect(verification[.envelopes].count == 5)
        #expect(verification[.texts].count == 2)
        #expect(verification[.attachments].count == 2)
    }

    @Test func `an empty archive is no record`() async throws {
        #expect(try await Verifier().verify(archive).verdict == .failed)
    }

    @Test func `any changed bit of any entry is noticed`() async throws {
        try await write()
        var random = SeededGenerator(seed: 8)
        for index in 0..<5 {
            let entry = try #require(try await archive.entry(at: index))
            for _ in 0..<12 {
                var body = entry.body
                body[Int.random(in: 0..<body.count, using: &random)] ^=
                    1 << UInt8.random(in: 0...7, using: &random)
                await archive.replace(entry: index, with: body)
                #expect(try await Verifier().verify(archive).verdict == .failed)
            }
            await archive.replace(entry: index, with: entry.body)
        }
        #expect(try await Verifier().verify(archive).verdict == .passed)
    }

    @Test func `a head that another key signed, or of another tree, fails`() async throws {
        try await write()
        let head = try #require(try await archive.head())
        let stranger = try SigningKey(generatedFor: Exercise.origin)
        let foreign = try Checkpoint(origin: Exercise.origin, size: 5, root: head.root).signed(by: stranger)
        await archive.replace(head: Head(frontier: head.frontier, root: head.root, note: foreign))
        #expect(try await reasons(.head) == [.headNotSigned])
        let other = try Checkpoint(origin: Exercise.origin, size: 5, root: MerkleTree.emptyRoot).signed(
            by: exercise.log)
        await archive.replace(head: Head(frontier: head.frontier, root: head.root, note: other))
        #expect(try await reasons(.head) == [.rootDiffers])
        let shorter = try Checkpoint(origin: Exercise.origin, size: 4, root: head.root).signed(
            by: exercise.log)
        await archive.replace(head: Head(frontier: head.frontier, root: head.root, note: shorter))
        #expect(try await reasons(.head) == [.sizeDiffers])
    }

    /// A head that somebody holds, with a signature by `key`.
    private func held(
        _ size: Int, _ root: Hash, of origin: String = Exercise.origin, by key: SigningKey? = nil
    ) throws -> (head: Checkpoint, note: SignedNote) {
        let head = try Checkpoint(origin: origin, size: size, root: root)
        return (head, try head.signed(by: key ?? exercise.log))
    }

    @Test func `a head that somebody holds must be one of this record`() async throws {
        try await write()
        var ledger = Ledger()
        _ = try await ledger.catchUp(with: archive)
        for size in 1...5 {
            let held = try held(size, try #require(ledger.root(at: size)))
            #expect(try await Verifier(held: [held]).verify(archive).verdict == .passed)
        }
        for size in [3, 5] {
            let fork = try held(size, MerkleTree.emptyRoot)
            let verification = try await Verifier(held: [fork]).verify(archive)
            #expect(verification[.consistency].reasons.map(\.code) == [.forkProved])
            #expect(verification.forks.map(\.firstHead.size) == [size])
        }
        let longer = try held(9, ledger.root)
        #expect(
            try await Verifier(held: [longer]).verify(archive)[.consistency].reasons.map(\.code) == [
                .wentBack
            ])
    }

    @Test func `a head that this log has not signed proves nothing about it`() async throws {
        try await write()
        let stranger = try SigningKey(name: Exercise.origin, seed: Exercise.seed(9))
        let elsewhere = try SigningKey(name: "bishkek.example/other", seed: Exercise.seed(1))
        var forged = try held(3, MerkleTree.emptyRoot)
        forged.head = try Checkpoint(origin: Exercise.origin, size: 3, root: MerkleTree.leafHash([1]))
        forged.note = try SignedNote(
            parsing: forged.head.text + forged.note.bytes.dropFirst(forged.note.text.count))
        for head in [
            forged, try held(3, MerkleTree.emptyRoot, by: stranger),
            try held(3, MerkleTree.emptyRoot, of: elsewhere.name, by: elsewhere),
        ] {
            let verification = try await Verifier(held: [head]).verify(archive)
            #expect(verification.verdict == .indeterminate)
            #expect(verification[.consistency].reasons.map(\.code) == [.heldNotSigned])
            #expect(verification.forks.isEmpty)
        }
    }

    @Test func `a record is that of the log whose key is known from elsewhere`() async throws {
        try await write()
        let known = try await Verifier(log: exercise.log.verifierKey).verify(archive)
        #expect(known.verdict == .passed)
        #expect(known.log == exercise.log.verifierKey)
        let stranger = try SigningKey(name: Exercise.origin, seed: Exercise.seed(9)).verifierKey
        let other = try await Verifier(log: stranger).verify(archive)
        #expect(other.verdict == .failed)
        #expect(
            other[.head].reasons == [
                Verification.Reason(
                    .logDiffers, exercise.log.verifierKey.description, stranger.description)
            ])
    }

    @Test func `an entry against the rules is void, listed, and changes nothing`() async throws {
        try await write()
        try await force(
            exercise.attested(
                .effect(.denounced(Denunciation(instrument: "unheard-of"))), of: "armenia", on: "1994-05-20"))
        let verification = try await Verifier().verify(archive)
        #expect(verification.verdict == .passed)
        #expect(verification[.void].reasons.map(\.code) == [.rule])
        #expect(verification[.void].reasons.map(\.entry) == [5])
    }

    @Test func `a wrong signature, a foreign record and a clock that goes back fail`() async throws {
        try await write()
        let note = try #require(try await archive.head()).note
        var forged = try exercise.performed(.stated("forged"), by: "armenia", seen: note)
        forged.signatures[0].bytes[5] ^= 1
        try await force(forged)
        #expect(try await reasons(.envelopes) == [.notSigned])
        let other = try Exercise(title: "Another record")
        try await archive.replaceLast(
            with: other.attested(.stated("from elsewhere"), of: "armenia", on: "1994-05-20"), exercise)
        #expect(try await reasons(.form) == [.foreignRecord])
        let honest = try exercise.attested(.stated("in time"), of: "armenia", on: "1994-05-20")
        try await archive.replaceLast(with: honest, exercise, received: Instant(milliseconds: 0))
        #expect(try await reasons(.form) == [.receivedDecreases])
    }

    @Test func `a signed head that is none of this record is half of a fork proof`() async throws {
        try await write()
        let fork = try Checkpoint(origin: Exercise.origin, size: 2, root: MerkleTree.emptyRoot).signed(
            by: exercise.log)
        try await force(exercise.performed(.stated("elsewhere"), by: "armenia", seen: fork))
        #expect(try await reasons(.consistency) == [.seenContradicts, .forkProved])
    }

    @Test func `an unknown act leaves everything after it open`() async throws {
        try await write()
        let note = try #require(try await archive.head()).note
        let statement = try exercise.performed(.stated("later"), by: "armenia", seen: note)
        let text = String(decoding: statement.payload, as: UTF8.self)
        let payload = Array(text.replacing("account.stated", with: "account.sealed").utf8)
        try await force(Envelope(payload: payload, signatures: statement.signatures))
        let verification = try await Verifier().verify(archive)
        #expect(verification.verdict == .indeterminate)
        #expect(verification[.rules].reasons.map(\.code) == [.unknownAct])
        await #expect(throws: ArchiveError(.newer, "", remedy: "")) {
            try await Sequencer(archive: archive, key: exercise.log)
        }
    }

    @Test func `texts are recomputed from what is attached`() async throws {
        try await write()
        let digest = TextDigest(of: Array("5. captured territories\n".utf8))
        await archive.replace(attachment: digest, with: Array("5. captured territory\n".utf8))
        let changed = try await Verifier().verify(archive)
        #expect(changed.verdict == .failed)
        #expect(changed[.attachments].reasons.map(\.code) == [.attachmentDiffers])
        await archive.replace(attachment: digest, with: nil)
        #expect(try await Verifier().verify(archive).verdict == .passed)
        let asked = try await Verifier(asksForAttachments: true).verify(archive)
        #expect(asked.verdict == .indeterminate)
        #expect(asked[.attachments].reasons.map(\.arguments) == [[digest.hex]])
    }

    @Test func `an alteration whose result is another text fails`() async throws {
        try await write()
        let from = TextDigest(of: Array("5. captured territories\n".utf8))
        let note = try #require(try await archive.head()).note
        let act = Act.text(
            .altered(
                Alteration(
                    instrument: "letter-baku", clause: "5", language: "ru", before: "captured",
                    after: "seized",
                    hand: .typed, from: from, result: TextDigest(of: [1]))))
        try await force(exercise.performed(act, by: "kazimirov", seen: note))
        #expect(try await reasons(.texts) == [.alterationResult])
        var nowhere = act
        if case .text(.altered(var change)) = act {
            change.before = "conquered"
            nowhere = .text(.altered(change))
        }
        try await archive.replaceLast(
            with: exercise.performed(nowhere, by: "kazimirov", seen: note), exercise)
        #expect(try await reasons(.texts) == [.alterationPlace])
    }

    @Test func `a text in another form is told with its line and column`() async throws {
        let (sequencer, note) = try await exercise.opened(archive)
        _ = try await sequencer.submit(
            exercise.performed(.introduced("letter-baku"), by: "kazimirov", seen: note).json
        ).receipt
        let digest = try await archive.keep(attachment: Array("Letter\r\n".utf8))
        let tabled = Act.text(
            .tabled(TextTabling(instrument: "letter-baku", text: digest, language: "ru", basis: .original)))
        _ = try await sequencer.submit(exercise.performed(tabled, by: "kazimirov", seen: note).json).receipt
        let reason = try #require(try await Verifier().verify(archive)[.texts].reasons.first)
        #expect(reason.code == .textForm)
        #expect(reason.arguments[1].hasPrefix("line 1, column 7"))
    }

    @Test func `a quorum that nobody met fails`() async throws {
        try await write()
        let witness = try SigningKey(generatedFor: "witness.example", algorithm: .ed25519Cosignature)
        let file = "log \(exercise.log.verifierKey)\nwitness w \(witness.verifierKey)\nquorum w\n"
        let policy = try Policy(parsing: Array(file.utf8))
        let verification = try await Verifier(policy: policy).verify(archive)
        #expect(verification[.cosignatures].reasons.map(\.code) == [.quorumNotMet])
        #expect(verification.verdict == .failed)
    }

    @Test func `whatever random acts do, replay gives what admission gave`() async throws {
        var random = SeededGenerator(seed: 1995)
        let (sequencer, note) = try await exercise.opened(archive)
        let letters: [InstrumentID] = ["letter-baku", "letter-yerevan", "letter-stepanakert"]
        let authors: [ParticipantID] = ["kazimirov", "azerbaijan", "armenia", "secretariat"]
        var admitted = 1
        for number in 0..<150 {
            let letter = letters.randomElement(using: &random) ?? letters[0]
            let act: Act =
                switch Int.random(in: 0..<4, using: &random) {
                case 0: .introduced(letter)
                case 1: .effect(.denounced(Denunciation(instrument: letter, words: "no. \(number)")))
                case 2: .signing(.signed(Signature(instrument: letter, medium: .digital)))
                default: .stated("no. \(number)")
                }
            let author = authors.randomElement(using: &random) ?? authors[0]
            let envelope = try exercise.performed(act, by: author, seen: note)
            if case .logged(let receipt) = await sequencer.submit(envelope.json), !receipt.isRepeated {
                admitted += 1
            }
        }
        var ledger = Ledger(retaining: .consequential)
        _ = try await ledger.catchUp(with: archive)
        #expect(ledger.size == admitted)
        #expect(ledger.voids.isEmpty)
        #expect(await ledger.process == sequencer.ledger.process)
        var whole = Ledger()
        _ = try await whole.catchUp(with: archive)
        #expect(whole.process.known(on: .distantFuture) == whole.process)
        #expect(try await Verifier().verify(archive).verdict == .passed)
    }
}

extension MemoryArchive {
    /// Rewrites the last entry and signs the new head, as a keeper could who has the log's key.
    func replaceLast(
        with envelope: Envelope, _ exercise: Exercise, received: Instant = .now.advanced(seconds: 60)
    ) async throws {
        let size = try #require(try await head()).size
        let body = LogEntry(received: received, envelope: envelope).leaf
        replace(entry: size - 1, with: body, id: envelope.id)
        var frontier = Frontier()
        _ = frontier.append(try await entries(from: 0, limit: size))
        let checkpoint = try Checkpoint(origin: Exercise.origin, size: size, root: frontier.root)
        replace(
            head: Head(frontier: frontier, root: frontier.root, note: try checkpoint.signed(by: exercise.log))
        )
    }
}

import Ceasefire
import Foundation
import Record
import Synchronization
import Testing
import TransparencyLog

@Suite struct `A replica` {
    private let exercise: Exercise
    private let archive = MemoryArchive()
    private let folder: TemporaryFolder
    private let text = Array("1. Withdraw from captured territories.\n".utf8)

    init() throws {
        exercise = try Exercise()
        folder = try TemporaryFolder()
    }

    private var log: VerifierKey { exercise.log.verifierKey }
    private var mirror: ReplicaFolder { ReplicaFolder(folder.file("mirror")) }

    /// Copies go into memory here, one for each path.
    private func replica(
        of source: String = "log", log: VerifierKey? = nil,
        told: @escaping @Sendable (ReplicaNews) -> Void = { _ in }
    ) -> (Replica, MemoryArchive) {
        let copy = MemoryArchive()
        let replica = Replica(
            mirror, of: FolderSource(folder.file(source)), called: source, log: log,
            open: { (_: RecordFolder, _: Bool) throws(ArchiveError) -> any Archive in copy }, told: told)
        return (replica, copy)
    }

    private func publish(_ name: String = "log") async throws {
        try PublishedLog.write(try await PublishedLog.files(of: archive, log: log), to: folder.file(name))
    }

    /// Opens the record and tables a text, or goes on.
    private func grow(to size: Int) async throws {
        let sequencer = try await Sequencer(archive: archive, key: exercise.log)
        if await sequencer.ledger.size == 0 {
            _ = try await sequencer.submit(exercise.first.json).receipt
            _ = try await archive.keep(attachment: text)
        }
        let note = try #require(await sequencer.checkpoint)
        var acts: [Envelope] = []
        for number in await sequencer.ledger.size..<size {
            switch number {
            case 1: acts.append(try exercise.attested(.introduced("letter"), of: "armenia", on: "1994-05-08"))
            case 2:
                let tabling = TextTabling(
                    instrument: "letter", text: TextDigest(of: text), language: "ru", basis: .transcription)
                acts.append(
                    try exercise.attested(.text(.tabled(tabling)), of: "armenia", on: "1994-05-08"))
            default:
                acts.append(try exercise.performed(.stated("report \(number)"), by: "armenia", seen: note))
            }
        }
        for act in acts.prefix(2) { _ = try await sequencer.submit(act.json).receipt }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for act in acts.dropFirst(2) {
                group.addTask { _ = try await sequencer.submit(act.json).receipt }
            }
            try await group.waitForAll()
        }
    }

    private func expectSame(_ copy: MemoryArchive) async throws {
        #expect(try await copy.head() == archive.head())
        #expect(try await copy.entries(from: 0, limit: .max) == archive.entries(from: 0, limit: .max))
        #expect(try await Verifier(asksForAttachments: true).verify(copy).verdict == .passed)
    }

    @Test(arguments: [[3], [255, 256, 257], [300, 301, 700], [512, 513]])
    func `holds what its source holds, and grows with it`(sizes: [Int]) async throws {
        let (replica, copy) = replica()
        var old = 0
        for size in sizes {
            try await grow(to: size)
            try await publish()
            #expect(try await replica.follow() == .grown(from: old, to: size))
            try await expectSame(copy)
            #expect(try await replica.follow() == .same(size: size))
            old = size
        }
        #expect(mirror.record.heads(of: log).map(\.head.size) == sizes)
        #expect(!FileManager.default.fileExists(atPath: folder.file("mirror/incoming")))
        #expect(try mirror.origin() == ReplicaFolder.Origin(source: "log", log: log))
    }

    @Test func `copies an exported record from its one file`() async throws {
        try await grow(to: 300)
        try await Export(archive, log: log).write(to: folder.file("record.tar"))
        let copy = MemoryArchive()
        let replica = Replica(
            mirror, of: try ExportSource(folder.file("record.tar")), called: "record.tar", log: nil,
            open: { (_: RecordFolder, _: Bool) throws(ArchiveError) -> any Archive in copy })
        #expect(try await replica.follow() == .grown(from: 0, to: 300))
        try await expectSame(copy)
    }

    @Test func `goes on where it was interrupted, and asks again for what was spoilt meanwhile`() async throws
    {
        try await grow(to: 600)
        try await publish()
        var whole: [UInt8] = []
        for path in ["000", "001", "002.p/88"] {
            whole += Array(try Data(contentsOf: folder.url("log/tile/entries/\(path)")))
        }
        let file = folder.url("mirror/incoming/entries-0")
        for kept in [1, 1_000, whole.count / 2, whole.count - 1, whole.count] {
            try? FileManager.default.removeItem(at: folder.url("mirror"))
            try FileManager.default.createDirectory(
                at: folder.url("mirror/incoming"), withIntermediateDirectories: true)
            for isSpoilt in [false, true] {
                var bytes = Array(whole.prefix(kept))
                if isSpoilt { bytes[kept / 2] ^= 1 }
                try? FileManager.default.createDirectory(
                    at: folder.url("mirror/incoming"), withIntermediateDirectories: true)
                try Data(bytes).write(to: file)
                let news = News()
                let (replica, copy) = replica { news.add($0) }
                #expect(try await replica.follow() == .grown(from: 0, to: 600))
                try await expectSame(copy)
                if !isSpoilt { #expect(news.bytes ?? 0 <= whole.count - kept + 70_000) }
            }
        }
    }

    @Test func `takes nothing in from a source with other bytes than the log signed`() async throws {
        try await grow(to: 300)
        var files = try await PublishedLog.files(of: archive, log: log)
        for path in ["tile/entries/000", "tile/entries/001.p/44"] {
            var bad = files
            bad[path]?[700] ^= 1
            try PublishedLog.write(bad, to: folder.file("log"))
            let (replica, copy) = replica()
            await #expect(throws: ReplicaFault(.brokenSource, "", remedy: "")) { try await replica.follow() }
            #expect(try await copy.head() == nil)
            #expect(mirror.record.forks().isEmpty)
        }
        files["tile/entries/000"] = nil
        try PublishedLog.write(files, to: folder.file("log"))
        let (replica, _) = replica()
        await #expect(throws: ReplicaFault(.brokenSource, "", remedy: "")) { try await replica.follow() }
        // Once the source is mended, the same folder goes on.
        try await publish()
        let (second, copy) = self.replica()
        #expect(try await second.follow() == .grown(from: 0, to: 300))
        try await expectSame(copy)
    }

    @Test func `takes a file with another digest for none, and asks again later`() async throws {
        try await grow(to: 5)
        var files = try await PublishedLog.files(of: archive, log: log)
        let name = "sha256/\(TextDigest(of: text).hex)"
        files[name]?[0] ^= 1
        try PublishedLog.write(files, to: folder.file("log"))
        let (replica, copy) = replica()
        #expect(try await replica.follow() == .grown(from: 0, to: 5))
        #expect(try await copy.attachments().isEmpty)
        try await publish()
        #expect(try await replica.follow() == .same(size: 5))
        try await expectSame(copy)
    }

    // MARK: Forks

    /// When the other story is said to have been received.
    private var later: Instant {
        get throws { try #require(Instant(rfc3339: "2094-05-12T00:01:00.000Z")) }
    }

    /// The entries told anew from `place` on, with so many in all, under a head that the log signs.
    private func tellAnew(from place: Int, size: Int) async throws {
        var history = Array(try await archive.entries(from: 0, limit: place))
        let (_, note) = try await exercise.opened(MemoryArchive())
        for number in place..<size {
            let act = try exercise.performed(.stated("another \(number)"), by: "armenia", seen: note)
            history.append(ArchivedEntry(LogEntry(received: try later, envelope: act)))
        }
        try await archive.rewrite(history, signedBy: exercise.log)
    }

    @Test(arguments: [(5, 10), (9, 10), (5, 11), (5, 300), (5, 8), (1, 700)])
    func `proves that its source tells another story now`(place: Int, size: Int) async throws {
        try await grow(to: 10)
        try await publish()
        let (replica, copy) = replica()
        _ = try await replica.follow()
        let held = try await copy.head()
        try await tellAnew(from: place, size: size)
        try await publish()
        guard case .forked(let fork, let file) = try await replica.follow() else {
            Issue.record("no fork was found")
            return
        }
        #expect(fork.firstHead.size == min(10, size))
        #expect(fork.secondHead.size == max(10, size))
        // The file alone convinces a stranger.
        let read = try ForkProof(parsing: Array(try Data(contentsOf: URL(fileURLWithPath: file))))
        #expect(read == fork && read.log == log)
        #expect(try await copy.head() == held)
        // It is found each time, and kept once.
        guard case .forked = try await replica.follow() else {
            Issue.record("the fork was forgotten")
            return
        }
        #expect(mirror.record.forks(of: log).count == 1)
        #expect(try mirror.record.forks(of: exercise.otherLog).isEmpty)
    }

    @Test func `keeps what it holds where the source is behind`() async throws {
        try await grow(to: 10)
        try await publish("early")
        try await grow(to: 300)
        try await publish()
        let (first, copy) = replica()
        #expect(try await first.follow() == .grown(from: 0, to: 300))
        let early = Replica(
            mirror, of: FolderSource(folder.file("early")), called: "early", log: nil,
            open: { (_: RecordFolder, _: Bool) throws(ArchiveError) -> any Archive in copy })
        _ = FileManager.default.createFile(atPath: folder.file("mirror/record.sqlite"), contents: nil)
        #expect(try await early.follow() == .stale(theirs: 10, ours: 300))
        try await expectSame(copy)
        #expect(mirror.record.forks().isEmpty)
    }

    @Test(arguments: [7, 12])
    func `proves a fork with a head that somebody else held`(size: Int) async throws {
        try await grow(to: 10)
        try await publish()
        let story = MemoryArchive()
        try await story.rewrite(archive.entries(from: 0, limit: 10), signedBy: exercise.log)
        try await tellAnew(from: 4, size: size)
        // What another mirror or a newspaper kept is laid into the folder.
        try mirror.record.keep(head: try #require(try await archive.head()).note)
        let (replica, copy) = replica()
        guard size <= 10 else {
            // Nothing to compare it with yet: it is remembered, and found once the log is as long.
            #expect(try await replica.follow() == .grown(from: 0, to: 10))
            try await archive.rewrite(story.entries(from: 0, limit: 10), signedBy: exercise.log)
            try await grow(to: 14)
            try await publish()
            guard case .forked(let fork, _) = try await replica.follow() else {
                Issue.record("no fork was found")
                return
            }
            #expect(fork.firstHead.size == 12)
            #expect(fork.secondHead.size == 14)
            #expect(try await copy.head()?.size == 10)
            return
        }
        guard case .forked(let fork, _) = try await replica.follow() else {
            Issue.record("no fork was found")
            return
        }
        #expect(fork.firstHead.size == 7)
        #expect(fork.secondHead.size == 10)
        #expect(try await copy.head() == nil)
    }

    @Test func `proves a fork with the head that an author has seen`() async throws {
        try await grow(to: 6)
        let elsewhere = try #require(try await archive.head()).note
        try await tellAnew(from: 4, size: 8)
        var history = try await archive.entries(from: 0, limit: 8)
        let act = try exercise.performed(.stated("as I saw it"), by: "azerbaijan", seen: elsewhere)
        history.append(ArchivedEntry(LogEntry(received: try later, envelope: act)))
        try await archive.rewrite(history, signedBy: exercise.log)
        let verification = try await Verifier().verify(archive)
        #expect(verification.verdict == .failed)
        // Those who told it anew had seen an entry 0 of their own: each of their heads proves as much.
        #expect(
            verification.forks.contains { $0.firstHead.size == 6 && $0.secondHead.size == 9 })
        let reasons = Set(verification[.consistency].reasons.map(\.code))
        #expect(reasons == Set([.forkProved, .seenContradicts]))
        try await publish()
        let (replica, copy) = replica()
        guard case .forked(let found, _) = try await replica.follow() else {
            Issue.record("no fork was found")
            return
        }
        #expect(verification.forks.contains(found))
        #expect(try await copy.head() == nil)
    }

    // MARK: What is no source

    @Test func `refuses what the log must not sign, and keeps the head that it signed`() async throws {
        try await grow(to: 6)
        var history = try await archive.entries(from: 0, limit: 6)
        history.append(history[3])
        try await archive.rewrite(history, signedBy: exercise.log)
        try await publish()
        let (replica, copy) = replica()
        await #expect(throws: ReplicaFault(.brokenLog, "", remedy: "")) { try await replica.follow() }
        #expect(try await copy.head() == nil)
        #expect(mirror.record.heads(of: log).map(\.head.size) == [7])
    }

    @Test func `says what is a log and no record, and what is neither`() async throws {
        let history = (0..<300).map { ArchivedEntry(body: Array("leaf \($0)".utf8)) }
        try await archive.rewrite(history, signedBy: exercise.log)
        try await publish()
        do {
            _ = try await replica().0.follow()
            Issue.record("it was taken in")
        } catch {
            #expect(error.code == .noRecord)
            #expect(error.message.contains("is a log of 300 entries, all as it signed them, but no record"))
        }
        try PublishedLog.write(["log.vkey": Array("\(log)\n".utf8)], to: folder.file("log"))
        await #expect(throws: ReplicaFault(.noLog, "", remedy: "")) { try await replica().0.follow() }
        let empty = try Checkpoint(origin: log.name, size: 0, root: MerkleTree.emptyRoot)
        let files = ["checkpoint": try empty.signed(by: exercise.log).bytes]
        try PublishedLog.write(files, to: folder.file("log"))
        await #expect(throws: ReplicaFault(.noEntries, "", remedy: "")) {
            try await replica(log: log).0.follow()
        }
    }

    @Test func `asks for the key that it was told, and for the same one ever after`() async throws {
        try await grow(to: 4)
        try PublishedLog.write(try await PublishedLog.files(of: archive), to: folder.file("log"))
        await #expect(throws: ReplicaFault(.key, "", remedy: "")) { try await replica().0.follow() }
        await #expect(throws: ReplicaFault(.key, "", remedy: "")) {
            try await replica(log: try exercise.otherLog).0.follow()
        }
        #expect(try await replica(log: log).0.follow() == .grown(from: 0, to: 4))
        await #expect(throws: ReplicaFault(.key, "", remedy: "")) {
            try await replica(log: try exercise.otherLog).0.follow()
        }
    }

    @Test func `never goes into a keeper's folder`() async throws {
        try await grow(to: 4)
        try await publish()
        _ = try RecordFolder(folder.file("mirror")).create(origin: "bishkek.example")
        await #expect(throws: ReplicaFault(.foreignFolder, "", remedy: "")) {
            try await replica().0.follow()
        }
    }
}

/// What a replica told, in order.
private final class News: Sendable {
    private let told = Mutex<[ReplicaNews]>([])

    func add(_ news: ReplicaNews) { told.withLock { $0.append(news) } }

    /// How many bytes arrived in all.
    var bytes: Int? {
        told.withLock { told in
            told.compactMap { news -> Int? in
                if case .arrived(_, _, let bytes) = news { return bytes }
                return nil
            }.last
        }
    }
}

extension Exercise {
    /// The key of a log that has nothing to do with this one.
    fileprivate var otherLog: VerifierKey {
        get throws { try SigningKey(name: "baku.example", seed: Exercise.seed(9)).verifierKey }
    }
}

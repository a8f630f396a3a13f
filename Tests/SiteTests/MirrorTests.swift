import Ceasefire
import Foundation
import HTTPTypes
import HummingbirdTesting
import Record
import SQLiteArchive
import Site
import Synchronization
import Testing
import TransparencyLog

/// A mirror of a real server over a bad link, kept in SQLite.
@Suite struct `A mirror over a bad link` {
    private let exercise: Exercise
    private let archive = MemoryArchive()
    private let folder: TemporaryFolder

    init() throws {
        exercise = try Exercise()
        folder = try TemporaryFolder()
    }

    private func grow(to size: Int) async throws {
        let sequencer = try await Sequencer(archive: archive, key: exercise.log)
        if await sequencer.ledger.size == 0 { _ = try await sequencer.submit(exercise.first.json).receipt }
        let note = try #require(await sequencer.checkpoint)
        let acts = try await (sequencer.ledger.size..<size).map {
            try exercise.performed(
                .stated("report \($0): " + String(repeating: "quiet along the line. ", count: 20)),
                by: "armenia", seen: note)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for act in acts { group.addTask { _ = try await sequencer.submit(act.json).receipt } }
            try await group.waitForAll()
        }
    }

    private func files() async throws -> [String: [UInt8]] {
        try await PublishedLog.files(of: archive, log: exercise.log.verifierKey)
    }

    private func mirror(
        _ server: UnreliableServer, into name: String = "mirror", seconds: Int64 = 2
    ) -> Replica {
        Replica(
            ReplicaFolder(folder.file(name)),
            of: PatientSource(
                HTTPSource(server.url, outbound: Outbound(seconds: seconds)), pause: .milliseconds(5)),
            called: server.url, log: exercise.log.verifierKey,
            open: { (record: RecordFolder, isNew: Bool) throws(ArchiveError) -> any Archive in
                isNew
                    ? try SQLiteArchive(creating: record.databasePath)
                    : try SQLiteArchive(opening: record.databasePath)
            })
    }

    private func expectSame(_ name: String = "mirror") async throws {
        let copy = try SQLiteArchive(opening: folder.file("\(name)/record.sqlite"))
        #expect(try await copy.head() == archive.head())
        #expect(try await copy.entries(from: 0, limit: .max) == archive.entries(from: 0, limit: .max))
        #expect(try await Verifier().verify(copy).verdict == .passed)
    }

    @Test func `transfers little more than the entries themselves, and only what is new`() async throws {
        try await grow(to: 1_000)
        let server = try UnreliableServer(try await files()) { _, _ in .well }
        let replica = mirror(server)
        #expect(try await replica.follow() == .grown(from: 0, to: 1_000))
        try await expectSame()
        func byteCount(_ entries: [ArchivedEntry]) -> Int { entries.reduce(0) { $0 + $1.body.count } }
        let all = byteCount(try await archive.entries(from: 0, limit: .max))
        #expect(server.sent <= all * 105 / 100, "\(server.sent) bytes for \(all)")
        #expect(!server.requests.contains { $0.hasPrefix("tile/0") })
        // A grown bundle is asked for from the byte on that is held.
        try await grow(to: 1_100)
        server.publish(try await files())
        #expect(try await replica.follow() == .grown(from: 1_000, to: 1_100))
        try await expectSame()
        let added = byteCount(try await archive.entries(from: 1_000, limit: .max))
        #expect(server.sent <= added * 105 / 100, "\(server.sent) bytes for \(added)")
        // Asking whether there is news costs a checkpoint.
        server.publish(try await files())
        #expect(try await replica.follow() == .same(size: 1_100))
        #expect(server.requests == ["checkpoint"])
    }

    @Test func `loses no byte that arrived when connections are cut`() async throws {
        try await grow(to: 700)
        let server = try UnreliableServer(try await files()) { _, number in
            number % 4 == 3 ? .well : .cut(20_000 + number * 1_000)
        }
        #expect(try await mirror(server).follow() == .grown(from: 0, to: 700))
        try await expectSame()
        let all = try await archive.entries(from: 0, limit: .max).reduce(0) { $0 + $1.body.count }
        #expect(server.sent <= all * 105 / 100, "\(server.sent) bytes for \(all)")
    }

    @Test func `waits for a server that is slow, overloaded, or sends too much`() async throws {
        try await grow(to: 300)
        let server = try UnreliableServer(try await files()) { path, number in
            switch number % 5 {
            case 0: .status(503)
            case 1: .slow(seconds: 1.5)
            case 2: .cut(path == "checkpoint" ? 10 : 30_000)
            case 3: .wholeOnly
            default: .trickle(100_000)
            }
        }
        #expect(try await mirror(server, seconds: 1).follow() == .grown(from: 0, to: 300))
        try await expectSame()
    }

    @Test func `asks again for what was spoilt on the way, and accepts none of it`() async throws {
        try await grow(to: 600)
        let spoilt = Mutex(true)
        let server = try UnreliableServer(try await files()) { path, _ in
            guard path == "tile/entries/001" else { return .well }
            return spoilt.withLock { spoilt in
                defer { spoilt = false }
                return spoilt ? .spoilt : .well
            }
        }
        #expect(try await mirror(server).follow() == .grown(from: 0, to: 600))
        try await expectSame()
        // What was right was not asked for again.
        #expect(server.requests.filter { $0 == "tile/entries/000" }.count == 1)
        let always = try UnreliableServer(try await files()) { path, _ in
            path.hasPrefix("tile/entries/") ? .spoilt : .well
        }
        await #expect(throws: ReplicaFault(.brokenSource, "", remedy: "")) {
            try await mirror(always, into: "other").follow()
        }
        #expect(!FileManager.default.fileExists(atPath: folder.file("other/record.sqlite")))
        #expect(RecordFolder(folder.file("other")).forks().isEmpty)
    }

    @Test func `gives up on a silent server, and goes on from there the next time`() async throws {
        try await grow(to: 600)
        let isDown = Mutex(true)
        let server = try UnreliableServer(try await files()) { path, _ in
            path == "tile/entries/001" && isDown.withLock { $0 } ? .status(502) : .well
        }
        await #expect(throws: ReplicaFault(.silent, "", remedy: "")) { try await mirror(server).follow() }
        isDown.withLock { $0 = false }
        server.publish(try await files())
        #expect(try await mirror(server).follow() == .grown(from: 0, to: 600))
        #expect(!server.requests.contains("tile/entries/000"))
        try await expectSame()
        // A database that a killed mirror left unfinished is made anew.
        try FileManager.default.createDirectory(
            atPath: folder.file("mirror/incoming"), withIntermediateDirectories: true)
        try Data().write(to: folder.url("mirror/incoming/entries-0"))
        try Data().write(to: folder.url("mirror/record.sqlite"))
        #expect(try await mirror(server).follow() == .grown(from: 0, to: 600))
        try await expectSame()
    }

    @Test func `shows with the tiles of the server that it tells another story`() async throws {
        try await grow(to: 300)
        let server = try UnreliableServer(try await files()) { _, _ in .well }
        #expect(try await mirror(server).follow() == .grown(from: 0, to: 300))
        let history = try await archive.entries(from: 0, limit: 200)
        try await archive.rewrite(history, signedBy: exercise.log)
        try await grow(to: 520)
        server.publish(try await files())
        guard case .forked(let fork, let file) = try await mirror(server).follow() else {
            Issue.record("no fork was found")
            return
        }
        #expect(fork.firstHead.size == 300)
        #expect(fork.secondHead.size == 520)
        let kept = try ForkProof(parsing: Array(try Data(contentsOf: URL(fileURLWithPath: file))))
        #expect(kept == fork)
        let copy = try SQLiteArchive(opening: folder.file("mirror/record.sqlite"))
        #expect(try await copy.head()?.size == 300)
    }
}

@Suite struct `Parts of files` {
    @Test func `are sent of tiles, bundles and attachments`() async throws {
        let talks = try await Talks()
        let size = await talks.size
        let paths = [
            "/tile/entries/000.p/\(size)", "/tile/0/000.p/\(size)", "/sha256/\(talks.texts.bishkek.hex)",
        ]
        for path in paths {
            let whole = try await talks.get(path)
            #expect(whole.headers[.acceptRanges] == "bytes")
            let part = try await talks.get(path, [.range: "bytes=7-"])
            #expect(part.status == .partialContent)
            #expect(part.bytes == Array(whole.bytes.dropFirst(7)))
            let count = whole.bytes.count
            #expect(part.headers[.contentRange] == "bytes 7-\(count - 1)/\(count)")
            #expect(try await talks.get(path, [.range: "bytes=-3"]).bytes == whole.bytes.suffix(3))
            let none = try await talks.get(path, [.range: "bytes=\(count)-"])
            #expect(none.status == .rangeNotSatisfiable)
            #expect(none.headers[.contentRange] == "bytes */\(count)")
            #expect(try await talks.get(path, [.range: "lines=1-"]).bytes == whole.bytes)
        }
    }
}

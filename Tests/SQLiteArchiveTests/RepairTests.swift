import Ceasefire
import Foundation
import GRDB
import Record
import SQLiteArchive
import Testing
import TransparencyLog

@Suite struct `Repair and backup` {
    private let folder: TemporaryFolder
    private let path: String
    private let exercise: Exercise

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("record.sqlite")
        exercise = try Exercise()
    }

    /// Enough entries for a tile of level 1.
    private func written(_ count: Int = 600) async throws -> SQLiteArchive {
        let archive = try SQLiteArchive(creating: path)
        let (sequencer, note) = try await exercise.opened(archive)
        let envelopes = try (1..<count).map {
            try exercise.performed(.stated("report \($0)"), by: "armenia", seen: note).json
        }
        await withTaskGroup(of: Void.self) { group in
            for envelope in envelopes { group.addTask { _ = await sequencer.submit(envelope) } }
        }
        return archive
    }

    private func change(_ sql: String) async throws {
        try await DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
    }

    private func checkTiles(_ archive: SQLiteArchive) async throws {
        var ledger = Ledger(retaining: .consequential)
        try await ledger.catchUp(with: archive)
        try await ledger.checkTiles(of: archive)
    }

    @Test func `nothing is changed where nothing is wrong`() async throws {
        let archive = try await written()
        #expect(try await archive.rebuildNodes() == 0)
        #expect(try await Verifier().verify(archive).verdict == .passed)
    }

    @Test(arguments: [
        "DELETE FROM node WHERE idx = 1", "UPDATE node SET hash = zeroblob(32) WHERE idx = 0",
        "INSERT INTO node VALUES (3, 9, zeroblob(32))",
    ]) func `tiles that are missing, wrong or too many are made again`(damage: String) async throws {
        let archive = try await written()
        try await change("DROP TRIGGER node_stays; DROP TRIGGER node_remains; \(damage)")
        #expect(try await archive.rebuildNodes() == 1)
        #expect(try await Verifier().verify(archive).verdict == .passed)
        try await checkTiles(archive)
        // The guards are back.
        await #expect(throws: (any Error).self) { try await change("DELETE FROM node") }
    }

    @Test func `a keeper who starts notices that the last tile is missing`() async throws {
        let archive = try await written()
        try await checkTiles(archive)
        try await change("DROP TRIGGER node_remains; DELETE FROM node WHERE idx = 1")
        await #expect(throws: ArchiveError(.inconsistent, "", remedy: "")) { try await checkTiles(archive) }
    }

    @Test func `an entry that was changed is beyond repair, and nothing is touched`() async throws {
        let archive = try await written()
        try await change(
            "DROP TRIGGER entry_stays; UPDATE entry SET body = CAST(replace(CAST(body AS TEXT), 'a', 'b') AS BLOB) WHERE idx = 7"
        )
        await #expect(throws: ArchiveError(.inconsistent, "", remedy: "")) {
            try await archive.rebuildNodes()
        }
        #expect(try await archive.hashes(level: 1, from: 0, limit: 9).count == 2)
    }

    @Test func `a copy is whole, also while others write`() async throws {
        let archive = try await written(300)
        let sequencer = try await Sequencer(archive: archive, key: exercise.log)
        let note = try #require(await sequencer.checkpoint)
        let copy = folder.file("copy.sqlite")
        let envelopes = try (0..<50).map {
            try exercise.performed(.stated("meanwhile \($0)"), by: "armenia", seen: note).json
        }
        let writing = Task {
            for envelope in envelopes { _ = try await sequencer.submit(envelope).receipt }
        }
        try await archive.backup(to: copy)
        try await writing.value
        let copied = try SQLiteArchive(opening: copy)
        #expect(try await Verifier().verify(copied).verdict == .passed)
        #expect(try #require(try await copied.head()).size >= 300)
        await #expect(throws: ArchiveError(.cannotOpen, "", remedy: "")) {
            try await archive.backup(to: copy)
        }
    }

    @Test func `a restored record goes on to the head of a mirror, and to no other history`() async throws {
        let archive = try await written(300)
        let copy = folder.file("copy.sqlite")
        try await archive.backup(to: copy)
        let sequencer = try await Sequencer(archive: archive, key: exercise.log)
        let note = try #require(await sequencer.checkpoint)
        for number in 0..<20 {
            _ = try await sequencer.submit(
                exercise.performed(.stated("later \(number)"), by: "armenia", seen: note).json
            ).receipt
        }
        let restored = try SQLiteArchive(opening: copy)
        #expect(try await restored.extend(from: archive) == 20)
        #expect(try await restored.head() == archive.head())
        #expect(try await restored.extend(from: archive) == 0)
        #expect(try await Verifier().verify(restored).verdict == .passed)

        // The same log with two entries exchanged: it ends earlier, and the copy does not go on from it.
        var entries = try await archive.entries(from: 0, limit: 310)
        entries.swapAt(5, 6)
        let other = MemoryArchive()
        try await other.rewrite(entries, signedBy: exercise.log)
        await #expect(throws: ArchiveError(.inconsistent, "", remedy: "")) {
            try await other.extend(from: archive)
        }
    }

    @Test(arguments: [300, 310, 320])
    func `a copy of another history is told from one of this, longer or not`(size: Int) async throws {
        let archive = try await written(310)
        let copy = MemoryArchive()
        var entries = try await archive.entries(from: 0, limit: 310)
        for number in 310..<320 {
            entries.append(
                ArchivedEntry(
                    LogEntry(
                        received: .now,
                        envelope: try exercise.attested(
                            .stated("later \(number)"), of: "armenia", on: "1994-05-20"))))
        }
        try await copy.rewrite(Array(entries.prefix(size)), signedBy: exercise.log)
        #expect(try await archive.fork(with: copy) == nil)
        entries.swapAt(5, 6)
        try await copy.rewrite(Array(entries.prefix(size)), signedBy: exercise.log)
        let fork = try #require(try await archive.fork(with: copy))
        #expect(fork.firstHead.size == min(size, 310))
        #expect(fork.secondHead.size == max(size, 310))
        // What the log has not signed accuses nobody.
        let stranger = try SigningKey(name: Exercise.origin, seed: Exercise.seed(9))
        try await copy.rewrite(Array(entries.prefix(size)), signedBy: stranger)
        await #expect(throws: ArchiveError(.inconsistent, "", remedy: "")) {
            try await archive.fork(with: copy)
        }
        try await copy.rewrite(Array(entries.dropFirst().prefix(size)), signedBy: exercise.log)
        await #expect(throws: ArchiveError(.foreign, "", remedy: "")) {
            try await archive.fork(with: copy)
        }
    }
}

import Ceasefire
import Foundation
import GRDB
import Record
import SQLiteArchive
import Testing
import TransparencyLog

@Suite struct `A record in SQLite` {
    private let folder: TemporaryFolder
    private let path: String
    private let exercise: Exercise

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("record.sqlite")
        exercise = try Exercise()
    }

    private func write(_ count: Int) async throws {
        let archive = try SQLiteArchive(creating: path)
        let (sequencer, note) = try await exercise.opened(archive)
        for number in 1..<count {
            _ = try await sequencer.submit(
                exercise.performed(.stated("report \(number)"), by: "armenia", seen: note).json
            ).receipt
        }
        try archive.close()
    }

    private func code(opening path: String) -> ArchiveError.Code? {
        do throws(ArchiveError) {
            _ = try SQLiteArchive(opening: path)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func `what was answered is there after opening again`() async throws {
        try await write(5)
        let archive = try SQLiteArchive(opening: path)
        let sequencer = try await Sequencer(archive: archive, key: exercise.log)
        #expect(await sequencer.ledger.size == 5)
        #expect(try await Verifier().verify(archive).verdict == .passed)
    }

    @Test func `every commit is on the disk before it is answered`() async throws {
        try await write(1)
        let queue = try DatabaseQueue(path: path)
        #expect(try await queue.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
        #expect(try await SQLiteArchive(opening: path).settings() == ["wal", "2"])
    }

    @Test func `a record is never written over`() async throws {
        try await write(1)
        #expect(throws: ArchiveError(.cannotOpen, "", remedy: "")) { try SQLiteArchive(creating: path) }
        #expect(code(opening: folder.file("nowhere.sqlite")) == .cannotOpen)
        #expect(code(opening: folder.path) == .cannotOpen || code(opening: folder.path) == .damaged)
    }

    @Test func `the tables guard what is logged`() async throws {
        try await write(3)
        let queue = try DatabaseQueue(path: path)
        let attempts = [
            "UPDATE entry SET body = x'7b7d' WHERE idx = 1", "DELETE FROM entry WHERE idx = 2",
            "DELETE FROM head",
            "INSERT INTO entry VALUES (9, zeroblob(32), zeroblob(32), x'7b7d')", "UPDATE head SET size = 2",
            "UPDATE head SET root = zeroblob(32)",
            "INSERT INTO head VALUES (2, 1, zeroblob(32), zeroblob(32), x'00')",
            "INSERT INTO entry VALUES (3, x'00', zeroblob(32), x'7b7d')",
            "INSERT OR REPLACE INTO entry SELECT 1, id, leaf, body FROM entry WHERE idx = 2",
            "INSERT INTO attachment VALUES (x'00', x'00')",
            "INSERT INTO entry VALUES (3, zeroblob(32), zeroblob(32), 7)",
        ]
        for sql in attempts {
            await #expect(throws: DatabaseError.self, "\(sql)") {
                try await queue.write { try $0.execute(sql: sql) }
            }
        }
        try queue.close()
        #expect(try await Verifier().verify(SQLiteArchive(opening: path)).verdict == .passed)
    }

    @Test func `files that are something else are left as they are`() async throws {
        let letter = Data("Dear colleagues, this is no database, however long it may be. ".utf8)
        try letter.write(to: folder.url("letter.txt"))
        #expect(code(opening: folder.file("letter.txt")) == .foreign)
        #expect(try Data(contentsOf: folder.url("letter.txt")) == letter)
        try Data().write(to: folder.url("empty"))
        #expect(code(opening: folder.file("empty")) == .damaged)
        let other = try DatabaseQueue(path: folder.file("other.sqlite"))
        try await other.write { try $0.execute(sql: "CREATE TABLE entry (idx INTEGER)") }
        try other.close()
        let before = try Data(contentsOf: folder.url("other.sqlite"))
        #expect(code(opening: folder.file("other.sqlite")) == .foreign)
        #expect(try Data(contentsOf: folder.url("other.sqlite")) == before)
    }

    @Test func `a later layout is told apart from damage`() async throws {
        try await write(1)
        let queue = try DatabaseQueue(path: path)
        try await queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 9") }
        try await queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try queue.close()
        #expect(code(opening: path) == .newer)
    }

    @Test(arguments: [50, 100, 512, 4_096, 8_192])
    func `a truncated file is an error with a remedy, at the latest when it is read`(kept: Int) async throws {
        try await write(40)
        try Data(contentsOf: URL(fileURLWithPath: path)).prefix(kept).write(to: URL(fileURLWithPath: path))
        do throws(ArchiveError) {
            _ = try await Verifier().verify(SQLiteArchive(opening: path))
            Issue.record("a file of \(kept) bytes must not pass")
        } catch {
            #expect([.damaged, .foreign].contains(error.code), "\(error)")
            #expect(!error.remedy.isEmpty)
        }
    }

    @Test func `no changed byte of the file passes for the record, and none crashes`() async throws {
        try await write(20)
        let honest = try Data(contentsOf: URL(fileURLWithPath: path))
        let good = try await SQLiteArchive(opening: path).entries(from: 0, limit: 99)
        var random = SeededGenerator(seed: 20)
        for number in 0..<60 {
            var changed = honest
            changed[Int.random(in: 100..<changed.count, using: &random)] ^=
                1 << UInt8.random(in: 0...7, using: &random)
            let copy = folder.file("copy-\(number).sqlite")
            try changed.write(to: URL(fileURLWithPath: copy))
            guard let archive = try? SQLiteArchive(opening: copy),
                let verification = try? await Verifier().verify(archive), verification.verdict == .passed
            else { continue }
            // What passes is the record: the change was in unused space or in an index that was not needed.
            #expect(try await archive.entries(from: 0, limit: 99) == good)
        }
    }

    @Test func `two sequencers on two openings of one file lose nothing`() async throws {
        let archive = try SQLiteArchive(creating: path)
        let (first, note) = try await exercise.opened(archive)
        let second = try await Sequencer(archive: SQLiteArchive(opening: path), key: exercise.log)
        let acts = try (0..<200).map {
            try exercise.performed(.stated("report \($0)"), by: "armenia", seen: note)
        }
        let indices = try await withThrowingTaskGroup(of: Int.self) { group in
            for (number, act) in acts.enumerated() {
                group.addTask { try await (number % 2 == 0 ? first : second).submit(act.json).receipt.index }
            }
            var indices: [Int] = []
            for try await index in group { indices.append(index) }
            return indices
        }
        #expect(indices.sorted() == Array(1...200))
        let verification = try await Verifier().verify(archive)
        #expect(verification.verdict == .passed)
        #expect(verification.size == 201)
    }

    @Test func `an act handed to both sequencers at once is logged once`() async throws {
        let archive = try SQLiteArchive(creating: path)
        let (first, note) = try await exercise.opened(archive)
        let second = try await Sequencer(archive: SQLiteArchive(opening: path), key: exercise.log)
        let acts = try (0..<40).map {
            try exercise.performed(.stated("report \($0)"), by: "armenia", seen: note)
        }
        let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
            for act in acts {
                for sequencer in [first, second] {
                    group.addTask { try await sequencer.submit(act.json).receipt }
                }
            }
            var receipts: [Receipt] = []
            for try await receipt in group { receipts.append(receipt) }
            return receipts
        }
        for (_, pair) in Dictionary(grouping: receipts, by: \.id) {
            #expect(pair.count == 2)
            #expect(Set(pair.map(\.index)).count == 1)
        }
        #expect(Set(receipts.map(\.index)) == Set(1...40))
        #expect(receipts.count { $0.isRepeated } == 40)
        #expect(try await Verifier().verify(archive).verdict == .passed)
    }
}

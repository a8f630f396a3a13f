import Foundation
import Record
import SQLiteArchive
import Testing
import TransparencyLog

/// The exercise by the river has 21 entries, of which an early backup holds ten.
@Suite struct `Restoring a record` {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func played() async throws -> String {
        let played = try await Program.run("play", Sources.exercise, "--into", folder("record"))
        try #require(played.status == 0, "\(played.errors)")
        return folder("record")
    }

    /// Another record with the entries of this one that `change` gives, under a head that the log signs.
    private func rewritten(
        _ record: String, as name: String, _ change: (inout [ArchivedEntry]) -> Void
    ) async throws -> String {
        let log = try RecordFolder(record).logKey()
        let whole = try SQLiteArchive(opening: RecordFolder(record).databasePath)
        var entries = try await whole.entries(from: 0, limit: 100)
        change(&entries)
        var frontier = Frontier()
        _ = frontier.append(entries)
        let head = try Checkpoint(origin: log.name, size: frontier.size, root: frontier.root)
        try FileManager.default.createDirectory(
            atPath: folder(name), withIntermediateDirectories: true)
        let archive = try SQLiteArchive(creating: RecordFolder(folder(name)).databasePath)
        _ = try await archive.append(
            entries,
            head: Head(frontier: frontier, root: frontier.root, note: try head.signed(by: log)),
            expecting: 0)
        return folder(name)
    }

    private func backup(_ record: String, as name: String) async throws -> String {
        let made = try await Program.run("backup", record, folder(name))
        try #require(made.status == 0, "\(made.errors)")
        return folder(name)
    }

    private func names(in name: String) -> [String] {
        (FileManager.default.subpaths(atPath: folder(name)) ?? []).sorted()
    }

    @Test func `it goes on with a longer copy, and finds that an equal or shorter one fits`() async throws {
        let record = try await played()
        let short = try await rewritten(record, as: "short") { $0.removeLast(11) }
        _ = try await Program.run("export", record, folder("record.tar"))
        let early = try await backup(short, as: "early.sqlite")
        let late = try await backup(record, as: "late.sqlite")
        for (name, file, copy, added) in [
            ("longer", early, folder("record.tar"), 11), ("equal", late, folder("record.tar"), 0),
            ("shorter", late, short, 0), ("mirror", early, record, 11),
        ] {
            let run = try await Program.run("restore", file, folder(name), "--from", copy, "--json")
            #expect(run.status == 0, "\(run.errors)")
            #expect(try run.object["added"] as? Int == added)
            #expect(names(in: name) == ["keys", "record.sqlite"])
            let verified = try await Program.run("verify", folder(name), "--json")
            #expect(verified.status == 0)
            #expect(try verified.object["size"] as? Int == 21)
        }
    }

    @Test func `it goes on with what was published`() async throws {
        let record = try await played()
        let short = try await rewritten(record, as: "short") { $0.removeLast(11) }
        // Published twice, so that tiles of an earlier head lie there too.
        let log = try RecordFolder(record).logKey().verifierKey
        for path in [short, record] {
            var publication = try Publication(into: folder("published"), log: log)
            _ = try await publication.publish(
                try SQLiteArchive(opening: RecordFolder(path).databasePath))
        }
        let run = try await Program.run(
            "restore", try await backup(short, as: "early.sqlite"), folder("new"), "--from",
            folder("published"))
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("Restored 10 entries into \(folder("new")), and 11 more from"))
        let verified = try await Program.run("verify", folder("new"), "--attachments")
        #expect(verified.status == 0, "\(verified.output)")
    }

    @Test func `it takes nothing of another log`() async throws {
        let file = try await backup(try await played(), as: "backup.sqlite")
        _ = try await Program.run("play", Sources.exercise, "--into", folder("other"))
        let run = try await Program.run("restore", file, folder("new"), "--from", folder("other"))
        #expect(run.status == 1)
        for name in ["record", "other"] {
            let log = try RecordFolder(folder(name)).logKey().verifierKey
            #expect(run.errors.contains("\(log)"), "\(run.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: folder("new")))
    }

    @Test func `of two histories that the log signed it makes neither, and keeps the proof`() async throws {
        let histories = try await TwoHistories(in: folder)
        let short = try await rewritten(histories.second, as: "short") { $0.removeLast(11) }
        let late = try await backup(histories.first, as: "late.sqlite")
        for (name, file, copy) in [
            ("equal", late, histories.second), ("shorter", late, short),
            ("longer", try await backup(short, as: "early.sqlite"), histories.first),
        ] {
            let run = try await Program.run("restore", file, folder(name), "--from", copy)
            #expect(run.status == 1, "\(run.output)")
            #expect(run.errors.contains("hold two histories, and the log signed both"), "\(run.errors)")
            let kept = names(in: name)
            #expect(kept.count == 2 && kept.first == "forks")
            #expect(try await Program.run("verify", folder("\(name)/\(kept.last ?? "")")).status == 0)
        }
    }

    @Test func `what fails leaves nothing in the way of its correction`() async throws {
        let record = try await played()
        let file = try await backup(record, as: "backup.sqlite")
        let wrong = try await Program.run("restore", file, folder("new"), "--from", folder("nowhere"))
        #expect(wrong.status == 64)
        #expect(wrong.errors.contains("There is nothing at \(folder("nowhere"))"))
        let moved = try await rewritten(record, as: "moved") { $0.swapAt(8, 20) }
        let broken = try await backup(moved, as: "broken.sqlite")
        let refused = try await Program.run("restore", broken, folder("new"))
        #expect(refused.status == 1)
        #expect(refused.errors.contains("does not verify. Nothing was restored."), "\(refused.errors)")
        let alike = try await Program.run("restore", broken, folder("new"), "--from", moved)
        #expect(alike.errors.contains("\(moved) does not verify"), "\(alike.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder("new")))
        #expect(try await Program.run("restore", file, folder("new"), "--from", record).status == 0)
        #expect(try await Program.run("verify", folder("new")).status == 0)
    }
}

import Foundation
import Record
import Testing
import TransparencyLog

/// A log of 1,000 entries that another implementation wrote, copied at the level of bytes.
@Suite(.enabled(if: ForeignLog.folder != nil, "the folder of published vectors is not here"))
struct `Entries of a log that others wrote` {
    @Test func `arrive, are interrupted, and make the roots that it signed`() async throws {
        let source = FolderSource(try #require(ForeignLog.folder))
        let folder = try TemporaryFolder()
        let keyFile = try #require(try await source.file("log.vkey", from: 0, limit: 1000))
        let key = try VerifierKey(
            String(decoding: keyFile.bytes, as: UTF8.self).trimmingCharacters(in: .newlines))
        var heads: [Checkpoint] = []
        for name in ["checkpoint.300", "checkpoint"] {
            let bytes = try #require(try await source.file(name, from: 0, limit: 1 << 20)).bytes
            let note = try SignedNote(parsing: bytes)
            _ = try note.verified(by: [key])
            heads.append(try Checkpoint(parsing: note.text))
        }
        var incoming = try await IncomingEntries(folder.file("entries"), after: nil)
        while case let size = await incoming.size, size < 1000 {
            // A new one each time: everything is in the file.
            incoming = try await IncomingEntries(
                folder.file("entries"), after: nil, watching: Set(heads.map(\.size)))
            let place = await incoming.next
            let width = min(256, 1000 - place.bundle * 256)
            let path = EntryBundle.path(index: place.bundle, width: width)
            let bytes = try #require(try await source.file(path, from: place.bytes, limit: 1 << 20)).bytes
            #expect(try await !incoming.take(bytes.dropLast(), count: width))
            #expect(try await !incoming.take(bytes + [0], count: width))
            #expect(try await incoming.take(bytes, count: width))
        }
        for head in heads where head.size > 768 {
            #expect(await incoming.roots[head.size] == head.root)
        }
        let whole = try await IncomingEntries(
            folder.file("entries"), after: nil, watching: Set(heads.map(\.size)))
        for head in heads { #expect(await whole.roots[head.size] == head.root) }
    }

    @Test func `are a log and no record`() async throws {
        let folder = try TemporaryFolder()
        let copy = MemoryArchive()
        let replica = Replica(
            ReplicaFolder(folder.file("mirror")), of: FolderSource(try #require(ForeignLog.folder)),
            called: "interop-log", log: nil,
            open: { (_: RecordFolder, _: Bool) throws(ArchiveError) -> any Archive in copy })
        do {
            _ = try await replica.follow()
            Issue.record("it was taken in")
        } catch {
            #expect(error.code == .noRecord)
            #expect(error.message.contains("a log of 1000 entries, all as it signed them, but no record"))
        }
        #expect(try await copy.head() == nil)
    }
}

/// Where the log lies that another implementation wrote: beside the repository and not in it.
enum ForeignLog {
    static let folder: String? = {
        let shared =
            ProcessInfo.processInfo.environment["BISHKEK_SHARED"].map { URL(fileURLWithPath: $0) }
            ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "shared")
        let folder = shared.appending(path: "vectors/interop-log").path
        return FileManager.default.fileExists(atPath: folder) ? folder : nil
    }()
}

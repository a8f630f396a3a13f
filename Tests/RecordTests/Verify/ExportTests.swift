import Ceasefire
import Foundation
import Record
import Testing
import TransparencyLog

@Suite struct `An exported record` {
    private let exercise: Exercise
    private let archive = MemoryArchive()
    private let folder: TemporaryFolder

    init() throws {
        exercise = try Exercise()
        folder = try TemporaryFolder()
    }

    private func export(entries: Int, to name: String = "record.tar") async throws -> String {
        let (sequencer, note) = try await exercise.opened(archive)
        _ = try await archive.keep(attachment: Array("5. captured territories\n".utf8))
        let acts = try (1..<entries).map {
            try exercise.performed(.stated("report \($0)"), by: "armenia", seen: note)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for act in acts { group.addTask { _ = try await sequencer.submit(act.json).receipt } }
            try await group.waitForAll()
        }
        try await Export(archive, log: exercise.log.verifierKey).write(to: folder.file(name))
        return folder.file(name)
    }

    @Test(arguments: [1, 2, 255, 256, 257, 600])
    func `it passes, and holds what the archive holds`(entries: Int) async throws {
        let path = try await export(entries: entries)
        let verification = try await Verifier().verify(export: path)
        #expect(verification.verdict == .passed, "\(verification.checks.filter { $0.verdict != .passed })")
        #expect(verification.size == entries)
        let exported = try ExportArchive(path)
        #expect(try await exported.head() == archive.head())
        #expect(try await exported.entries(from: 0, limit: .max) == archive.entries(from: 0, limit: .max))
        #expect(try await exported.attachments() == archive.attachments())
        #expect(exported.strangers.isEmpty)
        let last = try #require(try await archive.entry(at: entries - 1))
        #expect(try await exported.index(of: last.id) == entries - 1)
    }

    @Test func `the same record gives the same bytes, and tar reads them in order`() async throws {
        let path = try await export(entries: 300)
        try await Export(archive, log: exercise.log.verifierKey).write(to: folder.file("again.tar"))
        #expect(try Data(contentsOf: folder.url("again.tar")) == Data(contentsOf: URL(fileURLWithPath: path)))
        await #expect(throws: ArchiveError(.cannotOpen, "", remedy: "")) {
            try await Export(archive, log: exercise.log.verifierKey).write(to: path)
        }
        switch try folder.run(
            "sh", "-c", "tar tf record.tar > names && LC_ALL=C sort -c names && tar xf record.tar")
        {
        case nil: print("tar is not installed: the cross-check was left out")
        case let status: #expect(status == 0)
        }
        let names = try String(contentsOf: folder.url("names"), encoding: .utf8).split(separator: "\n")
        #expect(names.first == "checkpoint")
        #expect(names.contains("tile/entries/001.p/44"))
        #expect(names.contains("tile/1/000.p/1"))
    }

    @Test func `a tar that somebody packed again still passes`() async throws {
        _ = try await export(entries: 3)
        let script = "mkdir again && cd again && tar xf ../record.tar && tar cf ../again.tar ./*"
        guard try folder.run("sh", "-c", script) == 0 else {
            print("tar is not installed: the cross-check was left out")
            return
        }
        #expect(try await Verifier().verify(export: folder.file("again.tar")).verdict == .passed)
    }

    @Test func `any changed byte is noticed`() async throws {
        let path = try await export(entries: 3)
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        var random = SeededGenerator(seed: 1994)
        var places = (0..<400).map { _ in Int.random(in: 0..<bytes.count, using: &random) }
        // The beginning holds the small files and their headers: every byte of it.
        places += stride(from: 0, to: min(bytes.count, 4_096), by: 3)
        for place in places {
            var changed = bytes
            changed[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
            try Data(changed).write(to: folder.url("changed.tar"))
            let verification = try? await Verifier().verify(export: folder.file("changed.tar"))
            #expect(verification?.verdict != .passed, "byte \(place)")
        }
    }

    @Test(arguments: [0, 100, 512, 5_000, 1])
    func `a truncated file is no export`(kept: Int) async throws {
        let path = try await export(entries: 3)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        try bytes.prefix(kept == 1 ? bytes.count - 1 : kept).write(to: folder.url("short.tar"))
        await #expect(throws: ArchiveError(.damaged, "", remedy: "")) {
            try await Verifier().verify(export: folder.file("short.tar"))
        }
    }

    @Test func `an import goes into an empty archive and is the same record`() async throws {
        let exported = try ExportArchive(try await export(entries: 260))
        let copy = MemoryArchive()
        try await copy.take(from: exported)
        #expect(try await copy.head() == archive.head())
        #expect(try await Verifier(asksForAttachments: true).verify(copy).verdict == .passed)
        await #expect(throws: ArchiveError(.cannotOpen, "", remedy: "")) {
            try await copy.take(from: exported)
        }
        await #expect(throws: ArchiveError(.readOnly, "", remedy: "")) {
            try await exported.keep(attachment: [1])
        }
    }

    @Test func `one entry is proved by one file`() async throws {
        _ = try await export(entries: 300)
        for index in [0, 1, 255, 256, 299] {
            let made = try #require(try await EntryProof(of: index, in: archive))
            let read = try EntryProof(parsing: made.bytes)
            #expect(read == made)
            let evaluation = try read.verify(log: exercise.log.verifierKey)
            #expect(evaluation.checkpoint.size == 300)
            #expect(try await read.leaf == archive.entry(at: index)?.body)
        }
        #expect(try await EntryProof(of: 300, in: archive) == nil)
        #expect(try await EntryProof(of: -1, in: archive) == nil)
        var bytes = try #require(try await EntryProof(of: 7, in: archive)).bytes
        bytes[40] = bytes[40] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        #expect(throws: (any Error).self) {
            try EntryProof(parsing: bytes).verify(log: exercise.log.verifierKey)
        }
    }

    @Test func `consistency is proved from what an archive keeps`() async throws {
        _ = try await export(entries: 300)
        var ledger = Ledger()
        _ = try await ledger.catchUp(with: archive)
        for old in [1, 2, 128, 255, 256, 257, 300] {
            let proof = try await ArchiveNodes.consistencyProof(from: old, to: 300, from: archive)
            try MerkleTree.verifyConsistency(
                from: old, root: try #require(ledger.root(at: old)), to: 300, root: ledger.root, proof: proof)
        }
    }
}

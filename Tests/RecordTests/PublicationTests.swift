import Ceasefire
import Foundation
import Record
import Testing
import TransparencyLog

@Suite struct `Publishing a record` {
    private let exercise: Exercise
    private let archive = MemoryArchive()
    private let sequencer: Sequencer
    private let folder: URL

    init() async throws {
        exercise = try Exercise()
        sequencer = try await exercise.opened(archive).0
        folder = FileManager.default.temporaryDirectory.appending(path: "bishkek-\(UUID().uuidString)")
    }

    private var log: VerifierKey { exercise.log.verifierKey }

    private func grow(by count: Int) async throws {
        let size = await sequencer.ledger.size
        for number in size..<(size + count) {
            let act = Act.introduced(Identifier(stringLiteral: "letter-\(number)"))
            _ = try await sequencer.submit(
                try exercise.attested(act, of: "armenia", on: "1994-05-08").json
            ).receipt
        }
    }

    private func file(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: folder.appending(path: name).path).map { Array($0) }
    }

    /// Takes the folder up and publishes, as a new run of the program does.
    @discardableResult
    private func publish(_ archive: any Archive) async throws -> Int {
        var publication = try Publication(into: folder.path, log: log)
        return try await publication.publish(archive)
    }

    private var files: Set<String> {
        Set(
            (FileManager.default.subpaths(atPath: folder.path) ?? []).filter {
                var isFolder: ObjCBool = false
                let path = folder.appending(path: $0).path
                return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
                    && !isFolder.boolValue
            })
    }

    /// Reads the whole record back from the folder alone.
    private func check(_ size: Int) throws {
        let note = try SignedNote(parsing: try #require(file("checkpoint")))
        _ = try note.verified(by: [log])
        let checkpoint = try Checkpoint(parsing: note.text)
        #expect(checkpoint.size == size)
        var tree = NodeStore()
        for start in stride(from: 0, to: size, by: 256) {
            let width = min(256, size - start)
            let path = try EntryBundle(
                index: start / 256, entries: [[UInt8]](repeating: [0], count: width)
            ).path
            let bundle = try EntryBundle(
                index: start / 256, width: width, decoding: try #require(file(path)))
            for entry in bundle.entries { tree.append(leafHash: MerkleTree.leafHash(entry)) }
        }
        #expect(tree.root == checkpoint.root)
        for tile in try Tile.tiles(from: 0, to: size) {
            #expect(try file(tile.path) == tile.bytes(from: tree), "\(tile.path)")
        }
        #expect(!files.contains { $0.hasSuffix(".new") })
    }

    @Test func `holds all that its checkpoint speaks of, and keeps what was announced`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let text = try await archive.keep(attachment: Array("1. Withdraw.\n".utf8))
        var publication = try Publication(into: folder.path, log: log)
        #expect(try await publication.publish(archive) == 1)
        try check(1)
        #expect(file("sha256/\(text.hex)") == Array("1. Withdraw.\n".utf8))
        #expect(file("log.vkey") == Array("\(log)\n".utf8))
        #expect(file("policy") == Array("log \(log)\nquorum none\n".utf8))
        try await grow(by: 299)
        #expect(try await publication.publish(archive) == 300)
        try check(300)
        #expect(files.isSuperset(of: ["tile/0/000.p/1", "tile/entries/000.p/1", "tile/1/000.p/1"]))
        // Somebody else goes on where this one stopped.
        try await grow(by: 1)
        var later = try Publication(into: folder.path, log: log)
        #expect(try await later.publish(archive) == 301)
        try check(301)
    }

    @Test func `is taken up where it was interrupted`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        var publication = try Publication(into: folder.path, log: log)
        _ = try await publication.publish(archive)
        try await grow(by: 4)
        // A folder in the way of a tile: the bundle is written, the checkpoint is not.
        let obstacle = folder.appending(path: "tile/0/000.p/5")
        try FileManager.default.createDirectory(at: obstacle, withIntermediateDirectories: true)
        await #expect(throws: ArchiveError(.disk, "", remedy: "")) { try await publish(archive) }
        #expect(file("tile/entries/000.p/5") != nil)
        let announced = try Checkpoint(parsing: SignedNote(parsing: try #require(file("checkpoint"))).text)
        #expect(announced.size == 1)
        try FileManager.default.removeItem(at: obstacle)
        // Half a file under a temporary name is what a lost machine leaves.
        try Data([1, 2, 3]).write(to: folder.appending(path: "tile/0/000.p/5.new"))
        var again = try Publication(into: folder.path, log: log)
        #expect(try await again.publish(archive) == 5)
        try check(5)
    }

    @Test func `never goes back, and never announces another history`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try await grow(by: 4)
        var publication = try Publication(into: folder.path, log: log)
        _ = try await publication.publish(archive)
        let announced = file("checkpoint")
        let restored = MemoryArchive()
        _ = try await exercise.opened(restored)
        await #expect(throws: ArchiveError(.inconsistent, "", remedy: "")) { try await publish(restored) }
        let other = MemoryArchive()
        let forked = try await exercise.opened(other).0
        for number in 0..<6 {
            let act = Act.introduced(Identifier(stringLiteral: "forged-\(number)"))
            _ = try await forked.submit(
                try exercise.attested(act, of: "armenia", on: "1994-05-08").json
            ).receipt
        }
        await #expect(throws: ArchiveError(.inconsistent, "", remedy: "")) { try await publish(other) }
        #expect(file("checkpoint") == announced)
        #expect(!files.contains("tile/entries/000.p/7"))
    }

    @Test func `is not mixed with that of another log`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        var publication = try Publication(into: folder.path, log: log)
        _ = try await publication.publish(archive)
        let other = try SigningKey(generatedFor: "elsewhere.example").verifierKey
        #expect(throws: ArchiveError(.foreign, "", remedy: "")) {
            try Publication(into: folder.path, log: other)
        }
        let checkpoint = folder.appending(path: "checkpoint")
        var bytes = Array(try Data(contentsOf: checkpoint))
        bytes[bytes.count - 10] ^= 1
        try Data(bytes).write(to: checkpoint)
        #expect(throws: ArchiveError(.damaged, "", remedy: "")) {
            try Publication(into: folder.path, log: log)
        }
    }

    @Test func `a cosignature that comes later is announced with the same head`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        var publication = try Publication(into: folder.path, log: log)
        _ = try await publication.publish(archive)
        let witness = try SigningKey(generatedFor: "geneva.example/w", algorithm: .ed25519Cosignature)
        var note = try #require(try await archive.head()).note
        note.add(try Cosignature.sign(Checkpoint(parsing: note.text), with: witness, timestamp: 768_355_200))
        _ = try await publication.publish(archive, cosigned: note, policy: Array("quorum none\n".utf8))
        #expect(file("checkpoint") == note.bytes)
        #expect(file("policy") == Array("quorum none\n".utf8))
    }
}

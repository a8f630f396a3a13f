import Ceasefire
import Foundation
import Record
import SQLiteArchive
import Synchronization
import Testing
import TransparencyLog

/// What every archive keeps to; another kind is added to ``Kind`` and nothing else.
@Suite struct `Every archive` {
    enum Kind: String, CaseIterable, Sendable {
        case memory, sqlite

        func make(in folder: TemporaryFolder) throws -> any Archive {
            switch self {
            case .memory: MemoryArchive()
            case .sqlite: try SQLiteArchive(creating: folder.file("record.sqlite"))
            }
        }
    }

    /// Entries as anybody's log could have them, with the heads after each of some sizes.
    private struct Growth {
        let key: SigningKey
        private(set) var entries: [ArchivedEntry] = []
        private(set) var frontier = Frontier()

        init() throws { key = try SigningKey(name: "bishkek.example", seed: Exercise.seed(1)) }

        mutating func grow(by count: Int) throws -> (entries: [ArchivedEntry], head: Head) {
            let added = (entries.count..<entries.count + count).map { number in
                let body = Array("entry \(number)".utf8)
                return ArchivedEntry(
                    id: TextDigest(of: body), leafHash: MerkleTree.leafHash(body), body: body)
            }
            entries += added
            _ = frontier.append(added)
            return (added, try head())
        }

        func head() throws -> Head {
            let checkpoint = try Checkpoint(origin: key.name, size: frontier.size, root: frontier.root)
            return Head(frontier: frontier, root: frontier.root, note: try checkpoint.signed(by: key))
        }
    }

    @Test(arguments: Kind.allCases)
    func `begins without a head and keeps what was appended`(kind: Kind) async throws {
        let folder = try TemporaryFolder()
        let archive = try kind.make(in: folder)
        #expect(try await archive.head() == nil)
        #expect(try await archive.entries(from: 0, limit: 9).isEmpty)
        var growth = try Growth()
        for count in [1, 2, 300, 1, 260] {
            let size = growth.entries.count
            let (entries, head) = try growth.grow(by: count)
            #expect(try await archive.append(entries, head: head, expecting: size))
            #expect(try await archive.head() == head)
        }
        #expect(try await archive.entries(from: 0, limit: .max) == growth.entries)
        #expect(try await archive.entries(from: 255, limit: 3) == Array(growth.entries[255..<258]))
        let asked = [0, 7, 255, 256, 563, 564, 9_000]
        #expect(try await archive.entries(at: asked) == [0, 7, 255, 256, 563].map { growth.entries[$0] })
        #expect(try await archive.entries(from: 564, limit: 3).isEmpty)
        #expect(try await archive.entry(at: 563) == growth.entries[563])
        for place in [0, 17, 563] { #expect(try await archive.index(of: growth.entries[place].id) == place) }
        #expect(try await archive.index(of: TextDigest(of: [])) == nil)
        #expect(
            try await archive.hashes(level: 0, from: 2, limit: 2) == growth.entries[2..<4].map(\.leafHash))
        #expect(try await archive.hashes(level: 1, from: 0, limit: 9).count == 2)
        #expect(try await archive.hashes(level: 2, from: 0, limit: 9).isEmpty)
        for index in [0, 255, 256, 563] {
            let proof = try await ArchiveNodes.inclusionProof(of: index, in: 564, from: archive)
            try MerkleTree.verifyInclusion(
                of: growth.entries[index].leafHash, at: index, in: 564, root: growth.frontier.root,
                proof: proof)
        }
    }

    @Test(arguments: Kind.allCases)
    func `appends only to the size that the writer knows, and changes nothing otherwise`(
        kind: Kind
    ) async throws {
        let folder = try TemporaryFolder()
        let archive = try kind.make(in: folder)
        var growth = try Growth()
        let (first, head) = try growth.grow(by: 3)
        #expect(try await !archive.append(first, head: head, expecting: 1))
        #expect(try await archive.head() == nil)
        #expect(try await archive.append(first, head: head, expecting: 0))
        #expect(try await !archive.append(first, head: head, expecting: 0))
        let (second, next) = try growth.grow(by: 2)
        #expect(try await !archive.append(second, head: next, expecting: 2))
        #expect(try await archive.head() == head)
        #expect(try await archive.entries(from: 0, limit: 9) == first)
    }

    @Test(arguments: Kind.allCases)
    func `refuses a head of other entries, and a payload that is there already`(kind: Kind) async throws {
        let folder = try TemporaryFolder()
        let archive = try kind.make(in: folder)
        var growth = try Growth()
        let (first, head) = try growth.grow(by: 3)
        await #expect(throws: ArchiveError(.inconsistent, "", remedy: "")) {
            try await archive.append(Array(first.dropLast()), head: head, expecting: 0)
        }
        #expect(try await archive.head() == nil)
        _ = try await archive.append(first, head: head, expecting: 0)
        var frontier = head.frontier
        _ = frontier.append([first[1]])
        let checkpoint = try Checkpoint(origin: "bishkek.example", size: 4, root: frontier.root)
        let again = Head(frontier: frontier, root: frontier.root, note: try checkpoint.signed(by: growth.key))
        await #expect(throws: ArchiveError(.inconsistent, "", remedy: "")) {
            try await archive.append([first[1]], head: again, expecting: 3)
        }
        #expect(try await archive.head() == head)
    }

    /// Hands out entries, a stretch at a time, as a long copy does.
    private final class Stretches: Sendable {
        private let left: Mutex<[[ArchivedEntry]]>

        init(_ stretches: [[ArchivedEntry]]) { left = Mutex(stretches) }

        func next() throws(ArchiveError) -> [ArchivedEntry] {
            left.withLock { $0.isEmpty ? [] : $0.removeFirst() }
        }
    }

    @Test(arguments: Kind.allCases)
    func `takes any number of entries a stretch at a time, all or none`(kind: Kind) async throws {
        let folder = try TemporaryFolder()
        let archive = try kind.make(in: folder)
        var growth = try Growth()
        var old = 0
        for counts in [[1, 300, 7], [256, 256], [1]] {
            var stretches: [[ArchivedEntry]] = []
            for count in counts { stretches.append(try growth.grow(by: count).entries) }
            let head = try growth.head()
            // Of too few nothing is written, nor of a copy that breaks off, nor of what follows something else.
            let few = Stretches(Array(stretches.dropLast()))
            await #expect(throws: ArchiveError(.inconsistent, "", remedy: "")) {
                try await archive.append(
                    to: head, expecting: old, next: { () throws(ArchiveError) in try few.next() })
            }
            let begun = Stretches(Array(stretches.prefix(1)))
            await #expect(throws: ArchiveError(.disk, "", remedy: "")) {
                try await archive.append(
                    to: head, expecting: old,
                    next: { () throws(ArchiveError) in
                        let stretch = try begun.next()
                        if stretch.isEmpty { throw ArchiveError(.disk, "gone", remedy: "") }
                        return stretch
                    })
            }
            let misplaced = Stretches(stretches)
            #expect(
                try await !archive.append(
                    to: head, expecting: old + 1, next: { () throws(ArchiveError) in try misplaced.next() }))
            #expect(try await archive.head()?.size ?? 0 == old)
            let all = Stretches(stretches)
            #expect(
                try await archive.append(
                    to: head, expecting: old, next: { () throws(ArchiveError) in try all.next() }))
            #expect(try await archive.head() == head)
            old = head.size
        }
        #expect(try await archive.entries(from: 0, limit: .max) == growth.entries)
        let level = try await archive.hashes(level: 1, from: 0, limit: 9)
        #expect(level.count == growth.entries.count / 256)
        let proof = try await ArchiveNodes.inclusionProof(of: 300, in: old, from: archive)
        try MerkleTree.verifyInclusion(
            of: growth.entries[300].leafHash, at: 300, in: old, root: growth.frontier.root, proof: proof)
        #expect(try await ArchiveNodes.root(of: old, from: archive) == growth.frontier.root)
    }

    @Test(arguments: Kind.allCases)
    func `keeps attachments under their digests`(kind: Kind) async throws {
        let folder = try TemporaryFolder()
        let archive = try kind.make(in: folder)
        let files = [[], [0], Array("Протокол\n".utf8), [UInt8](repeating: 7, count: 300_000)] as [[UInt8]]
        for file in files {
            #expect(try await archive.keep(attachment: file) == TextDigest(of: file))
            #expect(try await archive.keep(attachment: file) == TextDigest(of: file))
            #expect(try await archive.attachment(TextDigest(of: file)) == file)
        }
        #expect(try await archive.attachments() == files.map { TextDigest(of: $0) }.sorted())
        #expect(try await archive.attachment(TextDigest(of: [9])) == nil)
    }

    @Test(arguments: Kind.allCases)
    func `serves a whole record`(kind: Kind) async throws {
        let folder = try TemporaryFolder()
        let archive = try kind.make(in: folder)
        let exercise = try Exercise()
        let (sequencer, note) = try await exercise.opened(archive)
        let acts = try (0..<300).map {
            try exercise.performed(.stated("report \($0)"), by: "armenia", seen: note)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for act in acts { group.addTask { _ = try await sequencer.submit(act.json).receipt } }
            try await group.waitForAll()
        }
        let verification = try await Verifier().verify(archive)
        #expect(verification.verdict == .passed)
        #expect(verification.size == 301)
    }
}

import Ceasefire
import Foundation
import Testing
import TransparencyLog

@testable import Record

/// Every bit of an exported record, changed one at a time.
@Suite struct `A record that somebody tampers with` {
    private let exercise: Exercise
    private let archive = MemoryArchive()
    private let folder: TemporaryFolder

    init() throws {
        exercise = try Exercise()
        folder = try TemporaryFolder()
    }

    /// Asks for the verification of every change where a sample stands for the rest.
    static let isExhaustive = ProcessInfo.processInfo.environment["BISHKEK_EXHAUSTIVE"] != nil

    /// Entry 0, a letter, and its text: little enough that every bit can be tried.
    private func write() async throws -> SignedNote {
        let (sequencer, note) = try await exercise.opened(archive)
        let text = try await archive.keep(attachment: Array("5. captured territories\n".utf8))
        for act in [
            .introduced("letter-baku"),
            .text(
                .tabled(
                    TextTabling(instrument: "letter-baku", text: text, language: "ru", basis: .original))),
        ] as [Act] {
            _ = try await sequencer.submit(exercise.performed(act, by: "kazimirov", seen: note).json).receipt
        }
        return try #require(try await archive.head()).note
    }

    private func export(to name: String = "record.tar", log: VerifierKey? = nil) async throws -> String {
        try await Export(archive, log: log ?? exercise.log.verifierKey).write(to: folder.file(name))
        return folder.file(name)
    }

    private func isNoticed(_ path: String) async -> Bool {
        do {
            return try await Verifier().verify(export: path).verdict == .failed
        } catch {
            return true
        }
    }

    /// What the parts of a tar are, byte by byte.
    private enum Part: Hashable {
        case header(Int), zero, content, bundle(Range<Int>)

        /// Where one bit a byte stands for all eight: a sum of bytes differs whichever bit is changed, what is not
        /// zero is refused whatever it is, and an entry is hashed whole.
        var isUniform: Bool { self != .content }
    }

    private func parts(of bytes: [UInt8]) throws -> [Part] {
        var parts = [Part](repeating: .zero, count: bytes.count)
        var place = 0
        while bytes[place] != 0 {
            let header = try TarHeader(block: Array(bytes[place..<place + TarHeader.blockSize]))
            for byte in place..<place + TarHeader.blockSize { parts[byte] = .header(place) }
            let content = place + TarHeader.blockSize..<place + TarHeader.blockSize + header.size
            let isBundle = header.name.hasPrefix("tile/entries/")
            for byte in content { parts[byte] = isBundle ? .bundle(content) : .content }
            // The lengths of entries are no part of what is hashed.
            var length = content.lowerBound
            while isBundle, length < content.upperBound {
                parts[length] = .content
                parts[length + 1] = .content
                length += 2 + Int(bytes[length]) << 8 + Int(bytes[length + 1])
            }
            place = content.upperBound + header.padding
        }
        return parts
    }

    /// Whether the layer that reads a changed byte notices it by itself. The whole verification is then only asked
    /// for a sample: it fails where the layer does, because it reads through it.
    private func isNoticed(_ part: Part, _ changed: [UInt8], _ place: Int, root: Hash) -> Bool {
        switch part {
        case .header(let start):
            return (try? TarHeader(block: Array(changed[start..<start + TarHeader.blockSize]))) == nil
        // Between two files and at the end only zeros are read.
        case .zero: return changed[place] != 0
        // Under digests, signatures and ids: see ``isNoticedOnOpening(_:leaves:)``.
        case .content: return false
        case .bundle(let range):
            let bundle = try? EntryBundle(index: 0, width: 3, decoding: Array(changed[range]))
            var frontier = Frontier()
            for entry in bundle?.entries ?? [] { frontier.append(leafHash: MerkleTree.leafHash(entry)) }
            return frontier.root != root
        }
    }

    /// What the verifier asks of the small files, without the entries: that they can be read, the log's signature,
    /// the hashes of the tile and the digests of the attachments.
    private func isNoticedOnOpening(_ path: String, leaves: [Hash]) async -> Bool {
        do {
            let exported = try ExportArchive(path)
            guard let head = try await exported.head() else { return true }
            _ = try head.note.verified(by: [exercise.log.verifierKey])
            guard try await exported.hashes(level: 0, from: 0, limit: 9) == leaves else { return true }
            for digest in try await exported.attachments() {
                guard let file = try await exported.attachment(digest), TextDigest(of: file) == digest else {
                    return true
                }
            }
            return false
        } catch {
            return true
        }
    }

    /// No bit is harmless: headers carry a checksum that one changed bit cannot leave as it was, all that fills and
    /// ends the tar must be zero, and every content is under a digest, a signature or the key's own id.
    @Test func `is caught at every bit of the file`() async throws {
        let signed = try Checkpoint(parsing: await write().text)
        let path = try await export()
        #expect(await !isNoticed(path))
        var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        let parts = try parts(of: bytes)
        let leaves = try await archive.hashes(level: 0, from: 0, limit: 9)
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        defer { try? file.close() }
        var harmless: [String] = []
        for place in bytes.indices {
            for bit in 0..<8 where Self.isExhaustive || !parts[place].isUniform || bit == place % 8 {
                bytes[place] ^= 1 << UInt8(bit)
                defer { bytes[place] ^= 1 << UInt8(bit) }
                let isSample = Self.isExhaustive || (place * 8 + bit) % 61 == 0
                if !isSample, isNoticed(parts[place], bytes, place, root: signed.root) { continue }
                try file.seek(toOffset: UInt64(place))
                try file.write(contentsOf: Data([bytes[place]]))
                if !isSample, await isNoticedOnOpening(path, leaves: leaves) { continue }
                if await !isNoticed(path) { harmless.append("bit \(bit) of byte \(place)") }
            }
            try file.seek(toOffset: UInt64(place))
            try file.write(contentsOf: Data([bytes[place]]))
        }
        #expect(harmless == [])
        #expect(await !isNoticed(path))
    }

    /// A proof file carries its entry along, so that each of its bytes is under the root or the signature.
    @Test func `is caught at every bit of a proof`() async throws {
        _ = try await write()
        let proof = try #require(try await EntryProof(of: 1, in: archive))
        var bytes = proof.bytes
        for place in bytes.indices {
            for bit in 0..<8 {
                bytes[place] ^= 1 << UInt8(bit)
                let isAccepted = isProof(bytes, like: proof)
                if isAccepted { Issue.record("bit \(bit) of byte \(place)") }
                bytes[place] ^= 1 << UInt8(bit)
            }
        }
        try EntryProof(parsing: bytes).verify(log: exercise.log.verifierKey)
    }

    /// Under a note that is known to be signed only the path is left to check, which is what most changes come to.
    private func isProof(_ bytes: [UInt8], like honest: EntryProof) -> Bool {
        guard let read = try? EntryProof(parsing: bytes) else { return false }
        guard !Self.isExhaustive, read.proof.note == honest.proof.note else {
            return (try? read.verify(log: exercise.log.verifierKey)) != nil
        }
        do {
            let checkpoint = try Checkpoint(parsing: read.proof.note.text)
            try MerkleTree.verifyInclusion(
                of: MerkleTree.leafHash(read.leaf), at: read.proof.index, in: checkpoint.size,
                root: checkpoint.root, proof: read.proof.hashes)
            return true
        } catch {
            return false
        }
    }

    @Test func `is caught when a byte is added or left out anywhere`() async throws {
        _ = try await write()
        let path = try await export()
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        for place in stride(from: 0, to: bytes.count, by: Self.isExhaustive ? 1 : 31) {
            for changed in [bytes[..<place] + bytes[(place + 1)...], bytes[..<place] + [0] + bytes[place...]]
            {
                // A tar ends with zeros, of which there may be more.
                guard Array(changed) != bytes + [0] else { continue }
                try Data(changed).write(to: folder.url("changed.tar"))
                let isLonger = changed.count > bytes.count && bytes[place...].allSatisfy { $0 == 0 }
                let isCaught = await isNoticed(folder.file("changed.tar"))
                #expect(isCaught || isLonger, "byte \(place)")
            }
        }
    }

    @Test func `is caught when another key signs it, whichever key it names`() async throws {
        _ = try await write()
        let history = try await archive.entries(from: 0, limit: 9)
        let stranger = try SigningKey(generatedFor: Exercise.origin)
        try await archive.rewrite(history, signedBy: stranger)
        for (name, log) in [("own.tar", exercise.log.verifierKey), ("other.tar", stranger.verifierKey)] {
            #expect(try await isNoticed(export(to: name, log: log)), "\(name)")
        }
        let verification = try await Verifier().verify(archive)
        #expect(verification[.head].reasons.map(\.code) == [.headNotSigned])
    }

    @Test func `is caught when it wears the checkpoint of a longer log, or of a shorter one`() async throws {
        _ = try await write()
        let heads = try await heads()
        let history = try await archive.entries(from: 0, limit: 9)
        for (size, other) in [(2, 3), (3, 2), (1, 3)] {
            try await archive.rewrite(Array(history.prefix(size)), signedBy: exercise.log)
            let own = try #require(try await archive.head())
            // The honest tree under the foreign note, then the foreign head altogether.
            for head in [Head(frontier: own.frontier, root: own.root, note: heads[other].note), heads[other]]
            {
                await archive.replace(head: head)
                let verification = try await Verifier().verify(archive)
                #expect(verification.verdict == .failed)
                let codes = Set(verification[.head].reasons.map(\.code))
                #expect(codes == [.sizeDiffers, .rootDiffers])
            }
        }
    }

    /// The heads of the first 0 to 3 entries, each signed by the log.
    private func heads() async throws -> [Head] {
        var frontier = Frontier()
        var heads = [try head(of: frontier)]
        for entry in try await archive.entries(from: 0, limit: 9) {
            _ = frontier.append([entry])
            heads.append(try head(of: frontier))
        }
        return heads
    }

    private func head(of frontier: Frontier) throws -> Head {
        let checkpoint = try Checkpoint(
            origin: Exercise.origin, size: frontier.size, root: frontier.root)
        return Head(frontier: frontier, root: frontier.root, note: try checkpoint.signed(by: exercise.log))
    }
}

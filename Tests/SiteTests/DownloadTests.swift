import Ceasefire
import Foundation
import HTTPTypes
import HummingbirdTesting
import Record
import Testing
import TransparencyLog

@testable import Site

@Suite struct `Files for those who verify` {
    private static let immutable = "max-age=31536000, immutable"

    @Test func `the checkpoint is the log's, and asked for each time`() async throws {
        let talks = try await Talks()
        let answer = try await talks.get("/checkpoint")
        let note = try SignedNote(parsing: answer.bytes)
        _ = try note.verified(by: [talks.exercise.log.verifierKey])
        let size = await talks.size
        #expect(try Checkpoint(parsing: note.text).size == size)
        #expect(answer.headers[.cacheControl] == "no-cache")
        #expect(try await talks.get("/log.vkey").text == "\(talks.exercise.log.verifierKey)\n")
    }

    @Test func `tiles make the root, as wide as somebody asks, and stay as they are`() async throws {
        let talks = try await Talks()
        let size = await talks.size
        let answer = try await talks.get("/tile/0/000.p/\(size)")
        #expect(answer.status == .ok)
        #expect(answer.headers[.cacheControl] == Self.immutable)
        #expect(answer.headers[.contentType] == "application/octet-stream")
        let hashes = try Tile(level: 0, index: 0, width: size).hashes(in: answer.bytes)
        var nodes = NodeStore()
        for hash in hashes { nodes.append(leafHash: hash) }
        #expect(await talks.sequencer.ledger.root == nodes.root)
        let narrower = try await talks.get("/tile/0/000.p/3").bytes
        #expect(narrower == Array(answer.bytes.prefix(96)))
    }

    @Test func `the entries' own bytes lie in bundles`() async throws {
        let talks = try await Talks()
        let size = await talks.size
        let answer = try await talks.get("/tile/entries/000.p/\(size)")
        #expect(answer.headers[.cacheControl] == Self.immutable)
        let bundle = try EntryBundle(index: 0, width: size, decoding: answer.bytes)
        let kept = try await talks.archive.entries(from: 0, limit: size).map(\.body)
        #expect(bundle.entries == kept)
    }

    @Test func `the proof of an entry is a file to keep`() async throws {
        let talks = try await Talks()
        let answer = try await talks.get("/record/4/proof")
        #expect(answer.headers[.contentDisposition] == "attachment; filename=\"entry-4.proof\"")
        let proof = try EntryProof(parsing: answer.bytes)
        try proof.verify(log: talks.exercise.log.verifierKey)
        #expect(proof.proof.index == 4)
    }

    @Test func `the envelope is what its author signed`() async throws {
        let talks = try await Talks()
        let answer = try await talks.get("/record/0/envelope")
        #expect(answer.headers[.contentType] == "application/json")
        #expect(answer.bytes == talks.exercise.first.json)
    }

    @Test func `an attached text has the bytes of its digest and is shown as plain text`() async throws {
        let talks = try await Talks()
        let answer = try await talks.get("/sha256/\(talks.texts.baku)")
        #expect(answer.text == Talks.altered)
        #expect(answer.headers[.contentType] == "text/plain; charset=utf-8")
        #expect(answer.headers[.cacheControl] == Self.immutable)
    }

    @Test func `what is attached and no text is never shown as a page`() async throws {
        let talks = try await Talks()
        let scan = try await talks.archive.keep(attachment: [0xFF, 0xD8, 0xFF] + Array("<script>".utf8))
        let answer = try await talks.get("/sha256/\(scan)")
        #expect(answer.headers[.contentType] == "application/octet-stream")
    }

    @Test func `the whole record passes, whole or fetched in parts`() async throws {
        let talks = try await Talks()
        let whole = try await talks.get("/export.tar")
        #expect(whole.headers[.contentType] == "application/x-tar")
        let half = whole.bytes.count / 2
        let first = try await talks.get("/export.tar", [.range: "bytes=0-\(half - 1)"])
        let rest = try await talks.get("/export.tar", [.range: "bytes=\(half)-"])
        #expect(first.status == .partialContent)
        #expect(first.headers[.contentRange] == "bytes 0-\(half - 1)/\(whole.bytes.count)")
        #expect(first.bytes + rest.bytes == whole.bytes)
        let folder = try TemporaryFolder()
        let file = folder.url("record.tar")
        try Data(whole.bytes).write(to: file)
        #expect(try await Verifier().verify(export: file.path).verdict == .passed)
    }

    @Test func `several who ask for everything at once get the same file`() async throws {
        let talks = try await Talks()
        async let one = talks.get("/export.tar").bytes
        async let two = talks.get("/export.tar").bytes
        let both = try await [one, two]
        #expect(both[0] == both[1])
        #expect(!both[0].isEmpty)
    }

    @Test func `parts that the file has not are refused`() async throws {
        let talks = try await Talks()
        let answer = try await talks.get("/export.tar", [.range: "bytes=99999999-"])
        #expect(answer.status == .rangeNotSatisfiable)
        for other in ["bytes=a-b", "bytes=-", "lines=1-2", "bytes=0-1,3-4", "bytes=+1-2"] {
            #expect(try await talks.get("/export.tar", [.range: other]).status == .ok, "\(other)")
        }
    }

    @Test func `ranges are those of the standard`() {
        #expect(ByteRange("bytes=0-0")?.within(10) == 0...0)
        #expect(ByteRange("bytes=5-")?.within(10) == 5...9)
        #expect(ByteRange("bytes=-3")?.within(10) == 7...9)
        #expect(ByteRange("bytes=-30")?.within(10) == 0...9)
        #expect(ByteRange("bytes=8-99")?.within(10) == 8...9)
        #expect(ByteRange("bytes=10-")?.within(10) == nil)
        #expect(ByteRange("bytes=-0")?.within(10) == nil)
        #expect(ByteRange("bytes=0-")?.within(0) == nil)
        #expect(ByteRange("bytes=99999999999999999999-") == nil)
        #expect(ByteRange("bytes=1--2") == nil)
    }
}

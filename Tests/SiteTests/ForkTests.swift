import Ceasefire
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Record
import Testing
import TransparencyLog

@testable import Pages
@testable import Site

@Suite struct `A record whose log has forked` {
    private func fork(_ exercise: Exercise) throws -> ForkProof {
        let notes = try (1...2).map {
            try Checkpoint(origin: Exercise.origin, size: 5, root: MerkleTree.leafHash([$0])).signed(
                by: exercise.log)
        }
        return try ForkProof(log: exercise.log.verifierKey, notes[0], notes[1])
    }

    @Test func `says so on every page, and gives the proof`() async throws {
        let folder = try TemporaryFolder()
        let exercise = try Exercise(isExercise: false)
        let archive = MemoryArchive()
        let ledger = try await exercise.opened(archive).0.ledger
        let record = RecordFolder(folder.path)
        let model = ReadModel(archive: archive, ledger: ledger, folder: record)
        let application = Application(router: Site(model: model, renderer: try Renderer()).router)
        try await application.test(.router) { client in
            func get(_ uri: String) async throws -> TestResponse {
                try await client.execute(uri: uri, method: .get)
            }
            #expect(try await !get("/").text.contains("<strong>Fork.</strong>"))
            // Found by a mirror while the pages are served; the fork of another log is none of this one.
            try record.keep(fork: try fork(try Exercise(title: "Talks in Mineralnye Vody")))
            let name = try #require(record.forks().first?.name)
            for page in ["/", "/participants", "/record", "/record/0", "/verify", "/nowhere"] {
                let html = try await get(page).text
                #expect(html.contains("<strong>Fork.</strong> The log of this record has told two stories."))
                #expect(html.contains("href=\"/forks/\(name)\""))
            }
            let proof = try await get("/forks/\(name)")
            let read = try ForkProof(parsing: proof.bytes)
            let expected = try fork(exercise)
            #expect(read == expected)
            #expect(try await get("/forks/other.fork").status == .notFound)
        }
    }

    @Test func `is shown by a proof that somebody hands in`() async throws {
        let talks = try await Talks()
        let proof = try fork(talks.exercise)
        for name in ["file", "proof"] {
            let page = try await talks.hand(in: proof.bytes, as: name).text
            #expect(page.contains("has told two stories"))
        }
        var changed = proof.bytes
        changed[changed.count - 9] ^= 1
        #expect(try await talks.hand(in: changed).text.contains("This proves no fork."))
    }
}

import Ceasefire
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Record
import SQLiteArchive
import Site
import Testing
import TransparencyLog

/// A witness over HTTP, with its memory on the disk.
@Suite struct `A witness that is asked over HTTP` {
    private let folder: TemporaryFolder
    private let key: SigningKey
    private let store: SQLiteWitnessStore

    init() throws {
        folder = try TemporaryFolder()
        key = try SigningKey(
            name: "witness.example/baku", algorithm: .ed25519Cosignature,
            seed: [UInt8](repeating: 7, count: 32))
        store = try SQLiteWitnessStore(creating: folder.file("witness.sqlite"))
    }

    private func application(
        _ log: VerifierKey
    ) throws -> Application<RouterResponder<BasicRequestContext>> {
        Application(router: WitnessSite(try Witness(key: key, logs: [log]), store: store).router)
    }

    private static let path = "/add-checkpoint"

    private static func post(_ body: [UInt8], _ client: any TestClientProtocol) async throws -> TestResponse {
        try await client.execute(uri: path, method: .post, body: ByteBuffer(bytes: body)) { $0 }
    }

    /// Requests and statuses that others published: the folder lies beside the repository.
    private static let vectors: URL? = {
        let shared =
            ProcessInfo.processInfo.environment["BISHKEK_SHARED"].map { URL(fileURLWithPath: $0) }
            ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
        let folder = shared.appending(path: "vectors/interop-log")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    private static func vector(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: try #require(vectors).appending(path: name)))
    }

    @Test(.enabled(if: vectors != nil, "the folder of published vectors is not here"))
    func `answers the published requests with the published statuses`() async throws {
        let text = String(decoding: try Self.vector("log.vkey"), as: UTF8.self)
        let log = try VerifierKey(text.trimmingCharacters(in: .newlines))
        let steps: [(String, Int)] = [
            ("r300", 200), ("r300", 409), ("rbadproof", 422), ("runk", 404), ("rbadsig", 403), ("rold", 400),
            ("r1000", 200), ("r0", 409),
        ]
        let witness = key.verifierKey
        try await application(log).test(.live) { client in
            for (file, status) in steps {
                let body = try Self.vector("witness/\(file)")
                let answer = try await Self.post(body, client)
                #expect(answer.status.code == status, "\(file): \(answer.text)")
                switch status {
                case 200:
                    var note = try AddCheckpointRequest(parsing: body).note
                    for signature in try NoteSignature.lines(answer.bytes) { note.add(signature) }
                    let time = try #require(try note.verified(by: [witness]).first?.timestamp)
                    #expect(abs(Double(time) - Date().timeIntervalSince1970) < 60)
                case 409:
                    #expect(answer.headers[.contentType] == "text/x.tlog.size")
                    #expect(answer.text == (file == "r0" ? "1000\n" : "300\n"))
                default: #expect(answer.text.hasSuffix("\n"))
                }
            }
            let origin = TextDigestName.of(log.name)
            let shown = try await client.execute(uri: "/\(origin)/checkpoint", method: .get) { $0 }
            let note = try SignedNote(parsing: shown.bytes)
            #expect(try note.verified(by: [log, witness]).count == 2)
            #expect(try Checkpoint(parsing: note.text).size == 1000)
            let other = TextDigestName.of("elsewhere.example")
            #expect(
                try await client.execute(uri: "/\(other)/checkpoint", method: .get) { $0 }.status == .notFound
            )
        }
    }

    @Test func `of racing requests from one head one is cosigned, and no two contradict each other`()
        async throws
    {
        let log = try SigningKey(generatedFor: "bishkek.example/log")
        var tree = NodeStore()
        for day in 1...40 { tree.append(leafHash: MerkleTree.leafHash(Array("day \(day)".utf8))) }
        func body(old: Int, _ size: Int) throws -> [UInt8] {
            let root = try MerkleTree.root(of: size, from: tree)
            return try AddCheckpointRequest(
                oldSize: old, proof: MerkleTree.consistencyProof(from: old, to: size, from: tree),
                note: Checkpoint(origin: log.name, size: size, root: root).signed(by: log)
            ).bytes
        }
        let application = try application(log.verifierKey)
        let first = try body(old: 0, 8)
        let rivals = try (9...40).map { try body(old: 8, $0) }
        let statuses = try await application.test(.router) { client in
            #expect(try await Self.post(first, client).status == .ok)
            return try await withThrowingTaskGroup(of: Int.self) { group in
                for rival in rivals { group.addTask { try await Self.post(rival, client).status.code } }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
        }
        #expect(statuses.count { $0 == 200 } == 1)
        #expect(statuses.count { $0 == 409 } == rivals.count - 1)
    }

    @Test func `what is no request is refused as one`() async throws {
        let log = try SigningKey(generatedFor: "bishkek.example/log")
        try await application(log.verifierKey).test(.router) { client in
            for body in ["", "old 0\n", "old x\n\n"] {
                let status = try await Self.post(Array(body.utf8), client).status
                #expect(status == .badRequest)
            }
            let large = [UInt8](repeating: 10, count: SignedNote.maximumByteCount + 1)
            let status = try await Self.post(large, client).status
            #expect(status == .badRequest)
        }
    }
}

private enum TextDigestName {
    /// As a witness names a log: the SHA-256 of its origin.
    static func of(_ origin: String) -> String { TextDigest(of: Array(origin.utf8)).hex }
}

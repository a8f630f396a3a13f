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

    /// What anybody can write below a checkpoint that the log has signed and shown.
    enum Addition: CaseIterable {
        case strangers, repetitions, impostor

        func lines(_ note: SignedNote, witness: VerifierKey) -> [UInt8] {
            switch self {
            case .strangers: (1...99).flatMap { Array("— stranger\($0).example AAAAAAA=\n".utf8) }
            case .repetitions: (1...99).flatMap { _ in note.signatures[0].line }
            case .impostor:
                Array("— \(witness.name) \(Addition.nothing(signedBy: witness).base64EncodedString())\n".utf8)
            }
        }

        /// The id of a key, then what it never signed.
        private static func nothing(signedBy key: VerifierKey) -> Data {
            withUnsafeBytes(of: key.keyID.bigEndian) { Data($0) } + Data(count: 72)
        }
    }

    @Test(arguments: Addition.allCases)
    func `shows the log's signature and its own, whatever was sent besides`(addition: Addition) async throws {
        let log = try SigningKey(generatedFor: "bishkek.example/log")
        let root = MerkleTree.leafHash(Array("May 8".utf8))
        let note = try Checkpoint(origin: log.name, size: 1, root: root).signed(by: log)
        let again = try AddCheckpointRequest(oldSize: 1, proof: [], note: note).bytes
        let keys = [log.verifierKey, key.verifierKey]
        let more = addition.lines(note, witness: key.verifierKey)
        let path = "/\(TextDigest(of: Array(log.name.utf8)).hex)/checkpoint"
        try await application(log.verifierKey).test(.router) { client in
            let first = try AddCheckpointRequest(oldSize: 0, proof: [], note: note).bytes
            #expect(try await Self.post(first, client).status == .ok)
            let answer = try await Self.post(again + more, client)
            #expect(answer.status == .ok)
            let shown = try await client.execute(uri: path, method: .get) { $0 }
            #expect(shown.status == .ok, "\(String(buffer: shown.body))")
            let shownNote = try SignedNote(parsing: Array(shown.body.readableBytesView))
            #expect(shownNote.text == note.text)
            #expect(shownNote.signatures.map(\.name) == keys.map(\.name))
            #expect(shownNote.signatures[1].line == Array(answer.body.readableBytesView))
            #expect(try shownNote.verified(by: keys).count == 2)
        }
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

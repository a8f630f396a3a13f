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

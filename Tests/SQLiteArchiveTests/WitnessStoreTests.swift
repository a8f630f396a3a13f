import Record
import SQLiteArchive
import Testing
import TransparencyLog

/// What a witness remembers, with two checkpoints that both go on from the same head.
@Suite struct `The memory of a witness` {
    let folder: TemporaryFolder
    let witness: Witness
    let log: SigningKey
    let tree: NodeStore

    init() throws {
        folder = try TemporaryFolder()
        log = try SigningKey(generatedFor: "bishkek.example/log")
        let key = try SigningKey(generatedFor: "geneva.example/w", algorithm: .ed25519Cosignature)
        witness = try Witness(key: key, logs: [log.verifierKey])
        var tree = NodeStore()
        for day in 1...20 { tree.append(leafHash: MerkleTree.leafHash(Array("May \(day), 1994".utf8))) }
        self.tree = tree
    }

    private func acceptance(_ size: Int, after head: Witness.Head?) throws -> Witness.Acceptance {
        let old = head?.size ?? 0
        let root = try MerkleTree.root(of: size, from: tree)
        let note = try Checkpoint(origin: log.name, size: size, root: root).signed(by: log)
        let proof = try MerkleTree.consistencyProof(from: old, to: size, from: tree)
        let body = try AddCheckpointRequest(oldSize: old, proof: proof, note: note).bytes
        guard case .cosign(let acceptance) = witness.decide(body, head: { _ in head }) else {
            throw LogError(.malformedRequest, "It is refused.", section: "")
        }
        return acceptance
    }

    @Test func `of two that replace the same head, one does`() async throws {
        let store = try SQLiteWitnessStore(creating: folder.file("witness.sqlite"))
        #expect(try await store.head(of: log.name) == nil)
        let first = try acceptance(8, after: nil)
        #expect(try await store.replace(first, cosigned: first.note))
        #expect(try await store.head(of: log.name) == first.head)
        #expect(try await store.replace(first, cosigned: first.note) == false)
        let rivals = try [12, 20].map { try acceptance($0, after: first.head) }
        // A second process has the same file open.
        let other = try SQLiteWitnessStore(opening: folder.file("witness.sqlite"))
        async let left = store.replace(rivals[0], cosigned: rivals[0].note)
        async let right = other.replace(rivals[1], cosigned: rivals[1].note)
        let won = try await [left, right]
        #expect(won.count { $0 } == 1)
        let stored = won[0] ? rivals[0] : rivals[1]
        #expect(try await other.head(of: log.name) == stored.head)
    }

    @Test func `what it cosigned is there after it starts again`() async throws {
        let accepted = try acceptance(12, after: nil)
        do {
            let store = try SQLiteWitnessStore(creating: folder.file("witness.sqlite"))
            #expect(try await store.replace(accepted, cosigned: accepted.note))
        }
        let again = try SQLiteWitnessStore(opening: folder.file("witness.sqlite"))
        #expect(try await again.head(of: log.name) == accepted.head)
        #expect(throws: ArchiveError(.cannotOpen, "", remedy: "")) {
            try SQLiteWitnessStore(creating: folder.file("witness.sqlite"))
        }
        #expect(throws: ArchiveError(.cannotOpen, "", remedy: "")) {
            try SQLiteWitnessStore(opening: folder.file("nothing.sqlite"))
        }
        _ = try SQLiteArchive(creating: folder.file("record.sqlite"))
        #expect(throws: ArchiveError(.foreign, "", remedy: "")) {
            try SQLiteWitnessStore(opening: folder.file("record.sqlite"))
        }
    }
}

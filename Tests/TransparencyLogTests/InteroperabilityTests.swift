import Testing

@testable import TransparencyLog

/// A log of 1,000 entries that another implementation wrote, cosigned by another implementation's witness.
@Suite(.enabled(if: Vectors.arePresent, "the folder of published vectors is not here"))
struct `A log that others wrote` {
    let witnessKey = "witness.example/w1+70005d3b+BGmXSVZI5fqdqG9R29hwKG4mGFo2Kt/ovx2VareAYZJR"

    func entries() throws -> [[UInt8]] {
        var entries: [[UInt8]] = []
        for (index, path) in ["000", "001", "002", "003.p/232"].enumerated() {
            let bundle = try EntryBundle(
                index: index, width: index == 3 ? 232 : 256,
                decoding: Vectors.bytes("interop-log/tile/entries/\(path)"))
            #expect(try bundle.bytes == Vectors.bytes("interop-log/\(bundle.path)"))
            entries += bundle.entries
        }
        return entries
    }

    @Test func `its entries give its roots, its tiles and its proof`() throws {
        var store = NodeStore()
        for entry in try entries() { store.append(leafHash: MerkleTree.leafHash(entry)) }
        let key = try VerifierKey(Vectors.text("interop-log/log.vkey"))
        for (file, size) in [("checkpoint.300", 300), ("checkpoint", 1000)] {
            let note = try SignedNote(parsing: Vectors.bytes("interop-log/\(file)"))
            #expect(try note.verified(by: [key]).count == 1)
            let checkpoint = try Checkpoint(parsing: note.text)
            #expect(checkpoint.size == size)
            #expect(try checkpoint.root == MerkleTree.root(of: size, from: store))
        }
        for tile in try Tile.tiles(from: 0, to: 1000) {
            #expect(try tile.bytes(from: store) == Vectors.bytes("interop-log/\(tile.path)"))
        }
        let proof = try LogProof(parsing: Vectors.bytes("interop-log/e777.tlog-proof"))
        #expect(try proof.hashes == MerkleTree.inclusionProof(of: 777, in: 1000, from: store))
        #expect(try proof.bytes == Vectors.bytes("interop-log/e777.tlog-proof"))
        let policy = try Policy(parsing: Vectors.bytes("interop-log/policy"))
        let entry = try Vectors.bytes("interop-log/entry777.bin")
        let found = try proof.verify(entry: entry, policy: policy)
        #expect(found.isQuorumMet && found.cosignatures.first?.timestamp == 1_795_470_111)
        #expect(throws: LogError(.invalidProof, "", section: "")) {
            try proof.verify(entry: entry + [0], policy: policy)
        }
    }

    @Test func `its witness requests get the published statuses`() throws {
        let log = try VerifierKey(Vectors.text("interop-log/log.vkey"))
        let cosigner = try SigningKey(
            name: "witness.example/baku", algorithm: .ed25519Cosignature, seed: Array(repeating: 7, count: 32)
        )
        let witness = try Witness(key: cosigner, logs: [log])
        var stored: Witness.Head?
        let steps = [
            ("r300", 200), ("r300", 409), ("rbadproof", 422), ("runk", 404), ("rbadsig", 403), ("rold", 400),
            ("r1000", 200), ("r0", 409),
        ]
        for (file, status) in steps {
            let body = try Vectors.bytes("interop-log/witness/\(file)")
            switch witness.decide(body, head: { _ in stored }) {
            case .refuse(let response): #expect(response.status == status, "\(file)")
            case .cosign(let acceptance):
                #expect(status == 200, "\(file)")
                #expect(acceptance.replacing == stored)
                #expect(try AddCheckpointRequest(parsing: body).bytes == body)
                stored = acceptance.head
                let response = try witness.response(to: acceptance, at: 768_355_200)
                var note = acceptance.note
                for signature in try NoteSignature.lines(response.body) { note.add(signature) }
                #expect(try note.verified(by: [cosigner.verifierKey]).first?.timestamp == 768_355_200)
            }
        }
        #expect(stored?.size == 1000)
    }
}

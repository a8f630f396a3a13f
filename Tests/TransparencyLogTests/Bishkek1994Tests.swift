import Testing

@testable import TransparencyLog

@Suite struct `The log of Bishkek 1994` {
    let store = Bishkek1994.store()

    @Test func `has these keys`() throws {
        let seed = try #require(Hex.decode(Bishkek1994.logSeed.utf8))
        let log = try SigningKey(name: Bishkek1994.origin, seed: seed)
        #expect(log.secretText == Bishkek1994.logSecret)
        #expect(log.verifierKey.description == Bishkek1994.logKey)
        #expect(try Bishkek1994.witnessSigner().verifierKey.description == Bishkek1994.witnessKey)
    }

    @Test func `has these roots, this tile and this bundle`() throws {
        for (size, root) in Bishkek1994.roots.enumerated() {
            #expect(try MerkleTree.root(of: size, from: store).base64 == root)
        }
        let tile = try Tile(path: "tile/0/000.p/5")
        #expect(try Hex.string(tile.bytes(from: store)) == Bishkek1994.tile)
        let bundle = try EntryBundle(index: 0, entries: Bishkek1994.entries)
        #expect(bundle.path == "tile/entries/000.p/5" && Hex.string(bundle.bytes) == Bishkek1994.bundle)
    }

    @Test func `signs these checkpoints, and its witness this cosignature`() throws {
        let key = try Bishkek1994.logSigner()
        for (size, text) in [(3, Bishkek1994.noteOfThree), (5, Bishkek1994.noteOfFive)] {
            let checkpoint = try Checkpoint(
                origin: key.name, size: size, root: Hash(base64: Bishkek1994.roots[size]))
            #expect(try checkpoint.signed(by: key).bytes == Array(text.utf8))
        }
        var note = try SignedNote(parsing: Array(Bishkek1994.noteOfFive.utf8))
        let signature = try Cosignature.sign(
            Checkpoint(parsing: note.text), with: Bishkek1994.witnessSigner(),
            timestamp: Bishkek1994.cosigned)
        #expect(signature.line == Array(Bishkek1994.cosignature.utf8))
        note.add(signature)
        note.add(signature)
        let keys = try [VerifierKey(Bishkek1994.logKey), VerifierKey(Bishkek1994.witnessKey)]
        #expect(try note.verified(by: keys).map(\.timestamp) == [nil, Bishkek1994.cosigned])
    }

    @Test func `proves its third entry with this file`() throws {
        let proof = try LogProof(parsing: Array(Bishkek1994.proof.utf8))
        #expect(proof.index == 2 && proof.extra == Array("Karabakh".utf8))
        #expect(proof.bytes == Array(Bishkek1994.proof.utf8))
        #expect(try proof.hashes == MerkleTree.inclusionProof(of: 2, in: 5, from: store))
        let policy = try Policy(parsing: Array(Bishkek1994.policy.utf8))
        let found = try proof.verify(entry: Bishkek1994.entries[2], policy: policy)
        #expect(found.checkpoint.size == 5 && found.cosignatures.map(\.timestamp) == [Bishkek1994.cosigned])
        #expect(throws: LogError(.invalidProof)) {
            try proof.verify(entry: Bishkek1994.entries[1], policy: policy)
        }
    }

    @Test func `asks its witness with this request and gets this answer`() throws {
        let note = try SignedNote(parsing: Array(Bishkek1994.noteOfFive.utf8))
        let proof = try MerkleTree.consistencyProof(from: 3, to: 5, from: store)
        let request = try AddCheckpointRequest(oldSize: 3, proof: proof, note: note)
        #expect(request.bytes == Array(Bishkek1994.request.utf8))
        let witness = try Witness(
            key: Bishkek1994.witnessSigner(), logs: [VerifierKey(Bishkek1994.logKey)])
        let stored = try Witness.Head(size: 3, root: Hash(base64: Bishkek1994.roots[3]))
        let decision = witness.decide(request.bytes) { $0 == Bishkek1994.origin ? stored : nil }
        guard case .cosign(let acceptance) = decision else {
            Issue.record("refused: \(decision)")
            return
        }
        let answer = try witness.response(to: acceptance, at: Bishkek1994.cosigned)
        #expect(answer.status == 200 && answer.body == Array(Bishkek1994.cosignature.utf8))
    }
}

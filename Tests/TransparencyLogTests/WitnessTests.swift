import Testing

@testable import TransparencyLog

/// The status table of tlog-witness v1.0.0, add-checkpoint. The log has twenty leaves, the witness has
/// cosigned the first twelve.
@Suite struct `A witness` {
    let log: SigningKey
    let witness: Witness
    let store: NodeStore
    let twelve: Witness.Head

    init() throws {
        log = try Bishkek1994.logSigner()
        witness = try Witness(key: Bishkek1994.witnessSigner(), logs: [log.verifierKey])
        var store = NodeStore()
        for day in 1...20 { store.append(leafHash: MerkleTree.leafHash(Array("May \(day), 1994".utf8))) }
        self.store = store
        twelve = try Witness.Head(size: 12, root: MerkleTree.root(of: 12, from: store))
    }

    /// A body; the root, proof and key are the right ones unless others are given.
    func body(
        old: Int, size: Int, root: Hash? = nil, proof: [Hash]? = nil, by key: SigningKey? = nil
    ) throws -> [UInt8] {
        let key = key ?? log
        let checkpoint = try Checkpoint(
            origin: key.name, size: size, root: root ?? MerkleTree.root(of: size, from: store))
        let hashes = try proof ?? MerkleTree.consistencyProof(from: old, to: size, from: store)
        return try AddCheckpointRequest(oldSize: old, proof: hashes, note: checkpoint.signed(by: key)).bytes
    }

    func refusal(_ body: [UInt8], head: Witness.Head?) throws -> Witness.Response {
        let decision = witness.decide(body) { _ in head }
        guard case .refuse(let response) = decision else {
            throw LogError(.malformedRequest, "It was accepted: \(decision)", section: "")
        }
        return response
    }

    func expect(_ status: Int, _ body: [UInt8], head: Witness.Head?) throws {
        let response = try refusal(body, head: head)
        #expect(response.status == status)
        #expect(response.contentType == "text/plain; charset=utf-8")
        #expect(response.body.count > 1 && response.body.last == UInt8(ascii: "\n"))
    }

    @Test func `answers 200 with its cosignature to a log that grew`() throws {
        let steps: [(Witness.Head?, Int)] = [(nil, 0), (nil, 1), (nil, 20), (twelve, 13), (twelve, 20)]
        for (head, size) in steps {
            let body = try body(old: head?.size ?? 0, size: size)
            guard case .cosign(let acceptance) = witness.decide(body, head: { _ in head }) else {
                Issue.record("size \(size) was refused")
                continue
            }
            #expect(acceptance.replacing == head && acceptance.head.size == size)
            #expect(try acceptance.head.root == MerkleTree.root(of: size, from: store))
            let response = try witness.response(to: acceptance, at: 768_355_200)
            #expect(response.status == 200 && response.contentType == "text/plain; charset=utf-8")
            let signatures = try NoteSignature.lines(response.body)
            #expect(signatures.count == 1)
            #expect(
                try Cosignature.verify(
                    signatures[0], by: VerifierKey(Bishkek1994.witnessKey), over: acceptance.checkpoint)
                    == 768_355_200)
            #expect(throws: LogError(.malformedCosignature)) {
                try witness.response(to: acceptance, at: .max)
            }
        }
    }

    @Test func `answers 200 again to the checkpoint it has cosigned`() throws {
        let again = try body(old: 12, size: 12)
        guard case .cosign(let acceptance) = witness.decide(again, head: { _ in twelve }) else {
            Issue.record("it was refused")
            return
        }
        #expect(acceptance.head == twelve && acceptance.replacing == twelve)
        let none = Witness.Head(size: 0, root: MerkleTree.emptyRoot)
        guard case .cosign = try witness.decide(body(old: 0, size: 20), head: { _ in none }) else {
            Issue.record("it was refused after the empty checkpoint")
            return
        }
    }

    @Test func `answers 400 to a body that breaks the form`() throws {
        let good = String(decoding: try body(old: 12, size: 20), as: UTF8.self)
        let hash = "\(MerkleTree.emptyRoot.base64)\n"
        let bodies = [
            "", "\n", "old 12", String(good.dropFirst(7)), good.replacing("old 12", with: "old 012"),
            good.replacing("\n20\n", with: "\n020\n"), String(good.dropLast()), good + "\n",
            good.replacing("old 12\n", with: "old 12\n" + String(repeating: hash, count: 64)),
            good.replacing("bishkek.example/1994\n20", with: "\n20"),
        ]
        for body in bodies { try expect(400, Array(body.utf8), head: twelve) }
        try expect(400, [0xFF, 0xFE], head: twelve)
    }

    @Test func `answers 400 to an old size above the new one`() throws {
        try expect(400, body(old: 12, size: 11, proof: []), head: twelve)
        try expect(400, body(old: 1, size: 0, proof: []), head: nil)
    }

    @Test func `answers 403 to a checkpoint that no trusted key has signed`() throws {
        let other = try SigningKey(generatedFor: log.name)
        try expect(403, body(old: 12, size: 20, by: other), head: twelve)
    }

    @Test func `answers 403 to a bad signature of a trusted key`() throws {
        let good = String(decoding: try body(old: 12, size: 20), as: UTF8.self)
        let changed = good.replacing("\n20\n", with: "\n19\n")
        try expect(403, Array(changed.utf8), head: twelve)
    }

    @Test func `answers 404 to a log it does not know`() throws {
        let minsk = try SigningKey(generatedFor: "minsk.example/1992")
        try expect(404, body(old: 12, size: 20, by: minsk), head: twelve)
        let composed = try SigningKey(generatedFor: "caf\u{E9}.example")
        let decomposed = try SigningKey(generatedFor: "cafe\u{301}.example")
        let witness = try Witness(key: Bishkek1994.witnessSigner(), logs: [composed.verifierKey])
        guard
            case .refuse(let response) = try witness.decide(
                body(old: 0, size: 20, by: decomposed), head: { _ in nil })
        else {
            Issue.record("it took one spelling for the other")
            return
        }
        #expect(response.status == 404)
    }

    @Test(arguments: [(0, 12), (11, 12), (13, 12), (20, 12), (12, 0), (1, 0)])
    func `answers 409 with the size it has cosigned`(old: Int, stored: Int) throws {
        let response = try refusal(body(old: old, size: 20), head: stored == 0 ? nil : twelve)
        #expect(response.status == 409)
        #expect(response.contentType == "text/x.tlog.size")
        #expect(response.body == Array("\(stored)\n".utf8))
    }

    @Test func `answers 422 to a proof that does not lead there`() throws {
        let proof = try MerkleTree.consistencyProof(from: 12, to: 20, from: store)
        let other = MerkleTree.leafHash(Array("June 1994".utf8))
        for damaged in [[], Array(proof.dropLast()), proof + [other], [other] + proof.dropFirst()] {
            try expect(422, body(old: 12, size: 20, proof: damaged), head: twelve)
        }
        try expect(422, body(old: 12, size: 20, root: other), head: twelve)
        let forked = Witness.Head(size: 12, root: other)
        try expect(422, body(old: 12, size: 20), head: forked)
    }

    @Test func `answers 422 to a proof from the beginning that is not empty`() throws {
        try expect(422, body(old: 0, size: 20, proof: [store.root]), head: nil)
        try expect(422, body(old: 0, size: 0, proof: [store.root]), head: nil)
    }

    @Test func `answers 422 to another root or a proof at the same size`() throws {
        try expect(422, body(old: 12, size: 12, root: store.root), head: twelve)
        try expect(422, body(old: 12, size: 12, proof: [store.root]), head: twelve)
    }

    @Test func `answers 422 to an empty log with the root of another`() throws {
        try expect(422, body(old: 0, size: 0, root: store.root), head: nil)
        let empty = Witness.Head(size: 0, root: MerkleTree.emptyRoot)
        try expect(422, body(old: 0, size: 0, root: store.root), head: empty)
    }

    @Test func `looks at the form, the origin, the signature, the sizes and the proof in this order`() throws
    {
        let wrong = try body(old: 21, size: 20, proof: [store.root])
        let stranger = try SigningKey(generatedFor: "minsk.example/1992")
        let impostor = try SigningKey(generatedFor: log.name)
        try expect(404, body(old: 21, size: 20, proof: [store.root], by: stranger), head: nil)
        try expect(403, body(old: 21, size: 20, proof: [store.root], by: impostor), head: nil)
        try expect(400, wrong, head: nil)
        #expect(try refusal(body(old: 3, size: 20, proof: []), head: nil).status == 409)
    }

    @Test func `passes on why its memory could not be read`() throws {
        struct DiskGone: Error {}
        let body = try body(old: 12, size: 20)
        #expect(throws: DiskGone.self) {
            try witness.decide(body) { _ throws(DiskGone) in throw DiskGone() }
        }
    }

    @Test func `needs a cosigner's key`() {
        #expect(throws: LogError(.wrongKey)) { try Witness(key: log, logs: [log.verifierKey]) }
    }

    @Test func `takes a cosigner for no log, whatever it is called`() throws {
        let cosigner = try Bishkek1994.witnessSigner()
        let late = try `A policy`.late()
        for other in [cosigner.verifierKey, late] {
            #expect(throws: LogError(.wrongKey)) {
                try Witness(key: cosigner, logs: [log.verifierKey, other])
            }
        }
        // Signed over a cosigner's message, under the log's own name: it is nobody's signature of a checkpoint.
        let posing = try SigningKey(generatedFor: log.name, algorithm: .ed25519Cosignature)
        let checkpoint = try Checkpoint(origin: log.name, size: 20, root: store.root)
        var note = try SignedNote(text: checkpoint.text)
        note.add(try Cosignature.sign(checkpoint, with: posing, timestamp: 768_355_200))
        try expect(403, AddCheckpointRequest(oldSize: 0, proof: [], note: note).bytes, head: nil)
    }
}

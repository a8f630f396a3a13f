import TransparencyLog

extension Judge {
    /// Checks everything in a folder: the checkpoint, each tile, each entry, proofs out of the tiles, and, where they
    /// are there, an older checkpoint, the request to a witness, proof files and the policy.
    static func verify(_ folder: Folder, log text: String, witnesses texts: [String]) throws {
        let log = try VerifierKey(text)
        let witnesses = try texts.map { text throws in try VerifierKey(text) }
        let checkpoint = try open(folder.read("checkpoint"), [log] + witnesses)
        let entries = try folder.entries(checkpoint.size)
        var tree = NodeStore()
        for entry in entries { tree.append(leafHash: MerkleTree.leafHash(entry)) }
        try Objection.unless(tree.root == checkpoint.root, "the entries have another root")
        for tile in try Tile.tiles(from: 0, to: checkpoint.size) {
            try Objection.unless(folder.read(tile.path) == tile.bytes(from: tree), "\(tile.path) differs")
        }
        let nodes = try TileNodes(folder, size: checkpoint.size)
        for index in Set([0, entries.count / 3, entries.count / 2, entries.count - 1]) where index >= 0 {
            let proof = try MerkleTree.inclusionProof(of: index, in: checkpoint.size, from: nodes)
            try MerkleTree.verifyInclusion(
                of: MerkleTree.leafHash(entries[index]), at: index, in: checkpoint.size,
                root: checkpoint.root, proof: proof)
        }
        if folder.has("checkpoint.old") { try verifyGrowth(folder, to: checkpoint, log, nodes) }
        let witnessed = witnesses.isEmpty ? "" : try Self.policyLines(for: witnesses)
        let policy = try Policy(
            parsing: Array("log \(log)\n\(witnessed)quorum \(witnesses.isEmpty ? "none" : "all")\n".utf8))
        let proofs = try folder.names(endingWith: ".tlog-proof")
        for name in proofs {
            let proof = try LogProof(parsing: folder.read(name))
            try Objection.unless(proof.index < entries.count, "\(name) is about an entry that is not there")
            try proof.verify(entry: entries[proof.index], policy: policy)
        }
        if folder.has("policy") {
            let own = try Policy(parsing: folder.read("policy"))
            let found = try own.evaluate(SignedNote(parsing: folder.read("checkpoint")))
            try Objection.unless(found.isQuorumMet, "the folder's own policy is not met")
        }
        if folder.has("log.skey") {
            let secret = try String(decoding: folder.read("log.skey").dropLast(), as: UTF8.self)
            try Objection.unless(SigningKey(secret).verifierKey == log, "log.skey is another key")
        }
        print("\(checkpoint.origin): \(checkpoint.size) entries, \(proofs.count) proof files")
    }

    /// The checkpoint in a note that each of the keys has signed.
    private static func open(_ bytes: [UInt8], _ keys: [VerifierKey]) throws -> Checkpoint {
        let note = try SignedNote(parsing: bytes)
        let signed = Set(try note.verified(by: keys).map(\.key))
        for key in keys { try Objection.unless(signed.contains(key), "\(key.name) has not signed") }
        let checkpoint = try Checkpoint(parsing: note.text)
        try Objection.unless(checkpoint.origin == keys[0].name, "a checkpoint of \(checkpoint.origin)")
        return checkpoint
    }

    private static func verifyGrowth(
        _ folder: Folder, to checkpoint: Checkpoint, _ log: VerifierKey, _ nodes: TileNodes
    ) throws {
        let old = try open(folder.read("checkpoint.old"), [log])
        let proof = try MerkleTree.consistencyProof(from: old.size, to: checkpoint.size, from: nodes)
        try MerkleTree.verifyConsistency(
            from: old.size, root: old.root, to: checkpoint.size, root: checkpoint.root, proof: proof)
        let request = try folder.read("request")
        let cosigner = try SigningKey(generatedFor: "judge.example", algorithm: .ed25519Cosignature)
        let witness = try Witness(key: cosigner, logs: [log])
        let decision = witness.decide(request) { _ in Witness.Head(size: old.size, root: old.root) }
        if case .refuse(let response) = decision {
            let reason = String(decoding: response.body, as: UTF8.self)
            throw Objection(description: "a witness answers \(response.status): \(reason)")
        }
    }

    private static func policyLines(for witnesses: [VerifierKey]) throws -> String {
        let names = witnesses.indices.map { "w\($0)" }
        let lines = zip(names, witnesses).map { "witness \($0) \($1)\n" }
        return lines.joined() + "group all all \(names.joined(separator: " "))\n"
    }
}

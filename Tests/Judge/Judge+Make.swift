import Foundation
import TransparencyLog

extension Judge {
    /// Writes a log with new keys: what ``verify(_:log:witnesses:)`` asks, and the keys and a policy.
    static func make(_ folder: Folder, size: Int, old: Int) throws {
        let log = try SigningKey(generatedFor: "bishkek.example/1994")
        let cosigner = try SigningKey(
            generatedFor: "baku.example/witness", algorithm: .ed25519Cosignature)
        let policy = "log \(log.verifierKey)\nwitness baku \(cosigner.verifierKey)\nquorum baku\n"
        for (name, text) in [
            ("log.vkey", "\(log.verifierKey)\n"), ("log.skey", "\(log.secretText)\n"),
            ("witness.vkey", "\(cosigner.verifierKey)\n"), ("policy", policy),
        ] {
            try folder.write(Array(text.utf8), to: name)
        }
        var tree = NodeStore()
        var bundled: [[UInt8]] = []
        for index in 0..<size {
            let entry = entry(index)
            tree.append(leafHash: MerkleTree.leafHash(entry))
            bundled.append(entry)
            guard bundled.count == 256 || index == size - 1 else { continue }
            let bundle = try EntryBundle(index: index / 256, entries: bundled)
            try folder.write(bundle.bytes, to: bundle.path)
            bundled = []
        }
        for tile in try Tile.tiles(from: 0, to: size) {
            try folder.write(tile.bytes(from: tree), to: tile.path)
        }
        try folder.write(
            Checkpoint(origin: log.name, size: old, root: MerkleTree.root(of: old, from: tree))
                .signed(by: log).bytes, to: "checkpoint.old")
        let checkpoint = try Checkpoint(origin: log.name, size: size, root: tree.root)
        var note = try checkpoint.signed(by: log)
        let growth = try MerkleTree.consistencyProof(from: old, to: size, from: tree)
        try folder.write(
            AddCheckpointRequest(oldSize: old, proof: growth, note: note).bytes, to: "request")
        let now = UInt64(Date.now.timeIntervalSince1970)
        note.add(try Cosignature.sign(checkpoint, with: cosigner, timestamp: now))
        try folder.write(note.bytes, to: "checkpoint")
        for index in Set([0, size / 2, size - 1]) {
            let hashes = try MerkleTree.inclusionProof(of: index, in: size, from: tree)
            let proof = try LogProof(index: index, hashes: hashes, note: note)
            try folder.write(proof.bytes, to: "entry-\(index).tlog-proof")
        }
    }

    /// Among the entries are an empty one and one of the greatest length.
    private static func entry(_ index: Int) -> [UInt8] {
        switch index {
        case 1: []
        case 2: [UInt8](repeating: 94, count: EntryBundle.maximumEntryByteCount)
        default: Array("Day \(index) of the ceasefire".utf8)
        }
    }
}

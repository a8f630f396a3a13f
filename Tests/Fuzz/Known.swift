import TransparencyLog

/// A log of two entries, its witness and their keys: what the examples of the corpus were made with.
enum Known {
    // The seeds are ours and the names are valid, so that none of these can throw.
    static let log = try! SigningKey(name: "bishkek.example/1994", seed: [UInt8](repeating: 94, count: 32))
    static let cosigner = try! SigningKey(
        name: "baku.example/witness", algorithm: .ed25519Cosignature, seed: [UInt8](repeating: 12, count: 32))
    static let keys = [log.verifierKey, cosigner.verifierKey]
    static let witness = try! Witness(key: cosigner, logs: [log.verifierKey])
    static let policyFile = Array(
        """
        # The log, and one of two witnesses.
        log \(log.verifierKey) https://bishkek.example/1994
        witness baku \(cosigner.verifierKey)
        witness yerevan \(yerevan.verifierKey)
        group cities any baku yerevan
        quorum cities

        """.utf8)
    static let policy = try! Policy(parsing: policyFile)
    static let entries = ["Kazimirov signs in Bishkek.", "Baku, 8 May 1994: Guliyev signs the photocopy."]
        .map { Array($0.utf8) }
    static let checkpoint = try! Checkpoint(origin: log.name, size: 2, root: tree.root)
    /// The checkpoint with the signatures of the log and its witness.
    static let note = try! cosigned()
    static let texts: Set<[UInt8]> = [note.text]

    /// Of the same log: two entries, two others, and three that go on from the others.
    static let stories: Set<[UInt8]> = [
        checkpoint.text, try! Checkpoint(origin: log.name, size: 2, root: otherTree(of: 2).root).text,
        try! Checkpoint(origin: log.name, size: 3, root: otherTree(of: 3).root).text,
    ]

    private static func otherTree(of size: Int) -> NodeStore {
        var tree = NodeStore()
        for entry in ["Nothing was signed.", "Nobody came.", "12 May 1994: silence."].prefix(size) {
            tree.append(leafHash: MerkleTree.leafHash(Array(entry.utf8)))
        }
        return tree
    }

    private static let yerevan = try! SigningKey(
        name: "yerevan.example/witness", algorithm: .ed25519Cosignature,
        seed: [UInt8](repeating: 44, count: 32))

    static let tree = {
        var tree = NodeStore()
        for entry in entries { tree.append(leafHash: MerkleTree.leafHash(entry)) }
        return tree
    }()

    private static func cosigned() throws -> SignedNote {
        var note = try checkpoint.signed(by: log)
        note.add(try Cosignature.sign(checkpoint, with: cosigner, timestamp: 768_355_200))
        return note
    }
}

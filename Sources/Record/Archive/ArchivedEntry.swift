package import Ceasefire
package import TransparencyLog

/// One entry as it is kept: its exact bytes, with the two hashes by which it is found.
package struct ArchivedEntry: Hashable, Sendable {
    /// The SHA-256 of the payload.
    package var id: TextDigest
    package var leafHash: Hash
    /// The leaf's bytes.
    package var body: [UInt8]

    package init(id: TextDigest, leafHash: Hash, body: [UInt8]) {
        self.id = id
        self.leafHash = leafHash
        self.body = body
    }

    package init(_ entry: LogEntry) {
        let leaf = entry.leaf
        self.init(id: entry.envelope.id, leafHash: MerkleTree.leafHash(leaf), body: leaf)
    }
}

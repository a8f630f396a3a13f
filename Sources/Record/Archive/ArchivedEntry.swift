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

    /// The entry with these bytes; what is no act is known by the digest of the whole.
    package init(body: [UInt8]) {
        let id = (try? LogEntry(leaf: body))?.envelope.id ?? TextDigest(of: body)
        self.init(id: id, leafHash: MerkleTree.leafHash(body), body: body)
    }

    package init(_ entry: LogEntry) {
        let leaf = entry.leaf
        self.init(id: entry.envelope.id, leafHash: MerkleTree.leafHash(leaf), body: leaf)
    }
}

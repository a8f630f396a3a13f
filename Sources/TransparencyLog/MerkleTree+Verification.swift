extension MerkleTree {
    /// Checks that a leaf is in the tree with the given root (RFC 6962 §2.1.1).
    /// - Throws: `outOfRange` if the tree has no such leaf, `invalidProof` if the proof does not lead to the
    ///   root.
    public static func verifyInclusion(
        of leafHash: Hash, at index: Int, in size: Int, root: Hash, proof: [Hash]
    ) throws(LogError) {
        guard index >= 0, index < size else {
            throw LogError(
                .outOfRange, "A tree of \(size) leaves has no leaf \(index).", section: "RFC 6962 §2.1.1")
        }
        let roots = try climb(index..<index + 1, count: size, hash: leafHash, proof: proof)
        guard roots.tree == root else { throw mismatch("root of \(size) leaves", "RFC 6962 §2.1.1") }
    }

    /// Checks that the tree of `newSize` leaves begins with the tree of `oldSize` leaves (RFC 6962 §2.1.2).
    ///
    /// The empty tree is the beginning of every tree, so a proof from it would prove nothing: a caller with
    /// an
    /// `oldSize` of 0 decides that case itself.
    /// - Throws: `outOfRange` unless 0 < `oldSize` ≤ `newSize`, `invalidProof` if the proof does not lead to
    ///   both roots.
    public static func verifyConsistency(
        from oldSize: Int, root oldRoot: Hash, to newSize: Int, root newRoot: Hash, proof: [Hash]
    ) throws(LogError) {
        guard oldSize > 0, oldSize <= newSize else {
            throw LogError(
                .outOfRange, "Nothing can be proved from size \(oldSize) to size \(newSize).",
                section: "RFC 6962 §2.1.2")
        }
        let roots = try climb(0..<oldSize, count: newSize, hash: oldRoot, proof: proof)
        guard roots.part == oldRoot else { throw mismatch("root of \(oldSize) leaves", "RFC 6962 §2.1.2") }
        guard roots.tree == newRoot else { throw mismatch("root of \(newSize) leaves", "RFC 6962 §2.1.2") }
    }

    /// Checks that a leaf lies in the subtree with the given root (Merkle Tree Certificates, Subtree
    /// Inclusion
    /// Proofs). `index` counts from the start of the log.
    /// - Throws: `outOfRange` unless `leaves` is a subtree with that leaf, `invalidProof` if the proof does
    ///   not
    ///   lead to the root.
    public static func verifySubtreeInclusion(
        of leafHash: Hash, at index: Int, in leaves: Range<Int>, root: Hash, proof: [Hash]
    ) throws(LogError) {
        guard isSubtree(leaves), leaves.contains(index) else { throw notASubtree(leaves, index) }
        let own = index - leaves.lowerBound
        let roots = try climb(own..<own + 1, count: leaves.count, hash: leafHash, proof: proof)
        guard roots.tree == root else { throw mismatch("root of the subtree", "Merkle Tree Certificates") }
    }

    /// Checks that the tree with the given root has the subtree with the given root (Merkle Tree
    /// Certificates,
    /// Subtree Consistency Proofs). A subtree without leaves has the empty root and needs no proof.
    /// - Throws: `outOfRange` unless `leaves` is a subtree inside the tree, `invalidProof` if the proof does
    ///   not
    ///   lead to both roots.
    public static func verifySubtreeConsistency(
        of leaves: Range<Int>, root subtreeRoot: Hash, in size: Int, root: Hash, proof: [Hash]
    ) throws(LogError) {
        guard isSubtree(leaves), leaves.upperBound <= size else { throw notASubtree(leaves, size) }
        guard !leaves.isEmpty else {
            guard subtreeRoot == emptyRoot, proof.isEmpty else {
                throw mismatch("root of an empty subtree", "Merkle Tree Certificates")
            }
            return
        }
        let roots = try climb(leaves, count: size, hash: subtreeRoot, proof: proof)
        guard roots.part == subtreeRoot else {
            throw mismatch("root of the subtree", "Merkle Tree Certificates")
        }
        guard roots.tree == root else {
            throw mismatch("root of \(size) leaves", "Merkle Tree Certificates")
        }
    }

    private static func mismatch(_ what: String, _ section: String) -> LogError {
        LogError(.invalidProof, "The proof does not lead to the \(what).", section: section)
    }

    /// The two roots a proof leads to: of the part it is about, and of the whole tree.
    private typealias Roots = (part: Hash, tree: Hash)

    private static func climb(
        _ leaves: Range<Int>, count: Int, hash: Hash, proof: [Hash]
    ) throws(LogError) -> Roots {
        var rest = proof[...]
        let roots = try climb(leaves, count, known: hash, &rest)
        guard rest.isEmpty else {
            throw LogError(
                .invalidProof, "The proof has \(rest.count) hashes too many.", section: "RFC 6962 §2.1.1")
        }
        return roots
    }

    /// Walks down as the maker of the proof did and takes one hash for each step on the way back. Where the
    /// part
    /// ends inside the tree, both roots grow from the same hashes, which is what ties one to the other.
    private static func climb(
        _ leaves: Range<Int>, _ count: Int, known: Hash?, _ rest: inout ArraySlice<Hash>
    ) throws(LogError) -> Roots {
        if leaves.lowerBound == 0, leaves.upperBound == count {
            let hash = if let known { known } else { try next(&rest) }
            return (hash, hash)
        }
        let split = split(count)
        if leaves.upperBound <= split {
            let below = try climb(leaves, split, known: known, &rest)
            return (below.part, nodeHash(below.tree, try next(&rest)))
        }
        if leaves.lowerBound >= split {
            let inner = leaves.lowerBound - split..<leaves.upperBound - split
            let below = try climb(inner, count - split, known: known, &rest)
            return (below.part, nodeHash(try next(&rest), below.tree))
        }
        let below = try climb(0..<leaves.upperBound - split, count - split, known: nil, &rest)
        let left = try next(&rest)
        return (nodeHash(left, below.part), nodeHash(left, below.tree))
    }

    private static func next(_ rest: inout ArraySlice<Hash>) throws(LogError) -> Hash {
        guard let hash = rest.popFirst() else {
            throw LogError(.invalidProof, "The proof has too few hashes.", section: "RFC 6962 §2.1.1")
        }
        return hash
    }
}

extension MerkleTree {
    /// The root over the first `size` leaves (RFC 6962 §2.1).
    /// - Throws: `outOfRange` for a negative size, `missingNode` if the source lacks a node.
    public static func root(of size: Int, from source: some NodeSource) throws(LogError) -> Hash {
        guard size >= 0 else {
            throw LogError(.outOfRange, "A tree cannot have \(size) leaves.", section: "RFC 6962 §2.1")
        }
        return size == 0 ? emptyRoot : try root(start: 0, count: size, from: source)
    }

    /// The proof that leaf `index` is in the tree of `size` leaves, from the leaf's sibling up
    /// (RFC 6962 §2.1.1).
    /// - Throws: `outOfRange` if there is no such leaf, `missingNode` if the source lacks a node.
    public static func inclusionProof(
        of index: Int, in size: Int, from source: some NodeSource
    ) throws(LogError) -> [Hash] {
        guard index >= 0, index < size else {
            throw LogError(
                .outOfRange, "A tree of \(size) leaves has no leaf \(index).", section: "RFC 6962 §2.1.1")
        }
        return try proof(of: index..<index + 1, in: size, from: source)
    }

    /// The proof that the tree of `newSize` leaves begins with the tree of `oldSize` leaves (RFC 6962
    /// §2.1.2);
    /// empty where both are the same or the older is empty.
    /// - Throws: `outOfRange` unless 0 ≤ `oldSize` ≤ `newSize`, `missingNode` if the source lacks a node.
    public static func consistencyProof(
        from oldSize: Int, to newSize: Int, from source: some NodeSource
    ) throws(LogError) -> [Hash] {
        guard oldSize >= 0, oldSize <= newSize else {
            throw LogError(
                .outOfRange, "There is no consistency proof from size \(oldSize) to size \(newSize).",
                section: "RFC 6962 §2.1.2")
        }
        return oldSize == 0 ? [] : try proof(of: 0..<oldSize, in: newSize, from: source)
    }

    /// The proof that a subtree belongs to the tree of `size` leaves (Merkle Tree Certificates, Subtree
    /// Consistency Proofs). With one leaf it is that leaf's inclusion proof, with a start of 0 an ordinary
    /// consistency proof.
    /// - Throws: `outOfRange` unless `leaves` is a subtree inside the tree, `missingNode` if the source lacks
    ///   a node.
    public static func subtreeConsistencyProof(
        of leaves: Range<Int>, in size: Int, from source: some NodeSource
    ) throws(LogError) -> [Hash] {
        guard isSubtree(leaves), leaves.upperBound <= size else { throw notASubtree(leaves, size) }
        return leaves.isEmpty ? [] : try proof(of: leaves, in: size, from: source)
    }

    /// The proof that leaf `index` lies in a subtree, from the leaf's sibling up to the subtree's root
    /// (Merkle Tree Certificates, Subtree Inclusion Proofs).
    /// - Throws: `outOfRange` unless `leaves` is a subtree that has that leaf, `missingNode` if the source
    ///   lacks a node.
    public static func subtreeInclusionProof(
        of index: Int, in leaves: Range<Int>, from source: some NodeSource
    ) throws(LogError) -> [Hash] {
        guard isSubtree(leaves), leaves.contains(index) else { throw notASubtree(leaves, index) }
        let own = index - leaves.lowerBound
        var hashes: [Hash] = []
        try collect(own..<own + 1, at: leaves.lowerBound, count: leaves.count, true, source, &hashes)
        return hashes
    }

    /// The root over a subtree's leaves.
    /// - Throws: `outOfRange` unless `leaves` is a subtree, `missingNode` if the source lacks a node.
    public static func root(
        ofSubtree leaves: Range<Int>, from source: some NodeSource
    ) throws(LogError) -> Hash {
        guard isSubtree(leaves) else { throw notASubtree(leaves, leaves.upperBound) }
        return leaves.isEmpty
            ? emptyRoot : try root(start: leaves.lowerBound, count: leaves.count, from: source)
    }

    /// Whether `leaves` can be a subtree: it starts at a multiple of the smallest power of two that is not
    /// less
    /// than its length, so that it lies under one node of every larger tree.
    public static func isSubtree(_ leaves: Range<Int>) -> Bool {
        guard leaves.lowerBound >= 0 else { return false }
        guard leaves.count > 1 else { return true }
        let height = Int.bitWidth - (leaves.count - 1).leadingZeroBitCount
        return leaves.lowerBound == 0 || leaves.lowerBound.trailingZeroBitCount >= height
    }

    static func notASubtree(_ leaves: Range<Int>, _ place: Int) -> LogError {
        LogError(
            .outOfRange,
            "Leaves \(leaves.lowerBound) to \(leaves.upperBound) are no subtree around \(place).",
            section: "Merkle Tree Certificates, Subtrees")
    }

    private static func proof(
        of leaves: Range<Int>, in size: Int, from source: some NodeSource
    ) throws(LogError) -> [Hash] {
        var hashes: [Hash] = []
        try collect(leaves, at: 0, count: size, true, source, &hashes)
        return hashes
    }

    /// Walks down to the node that covers `leaves` (counted from `start`) and writes the other side of each
    /// step
    /// on the way back, so from the bottom up. `known` says that the verifier already has that node's hash.
    private static func collect(
        _ leaves: Range<Int>, at start: Int, count: Int, _ known: Bool, _ source: some NodeSource,
        _ hashes: inout [Hash]
    ) throws(LogError) {
        if leaves.lowerBound == 0, leaves.upperBound == count {
            if !known { hashes.append(try root(start: start, count: count, from: source)) }
            return
        }
        let split = split(count)
        if leaves.upperBound <= split {
            try collect(leaves, at: start, count: split, known, source, &hashes)
            hashes.append(try root(start: start + split, count: count - split, from: source))
        } else {
            let within = leaves.lowerBound >= split
            let rest = max(0, leaves.lowerBound - split)..<leaves.upperBound - split
            try collect(rest, at: start + split, count: count - split, within && known, source, &hashes)
            hashes.append(try root(start: start, count: split, from: source))
        }
    }

    /// The root over `count` ≥ 1 leaves from `start`, which lies at a multiple of a power of two ≥ `count`.
    private static func root(
        start: Int, count: Int, from source: some NodeSource
    ) throws(LogError) -> Hash {
        var rest = count
        var level = rest.trailingZeroBitCount
        var hash = try source.node(level: level, index: (start + rest) >> level - 1)
        rest &= rest - 1
        while rest > 0 {
            level = rest.trailingZeroBitCount
            hash = nodeHash(try source.node(level: level, index: (start + rest) >> level - 1), hash)
            rest &= rest - 1
        }
        return hash
    }
}

/// What a log must remember of its tree in order to grow it: the roots of the complete subtrees, largest
/// first,
/// that together cover all leaves. It holds at most 63 hashes however large the tree is.
public struct Frontier: Hashable, Sendable {
    /// The number of leaves.
    public private(set) var size: Int
    /// The roots of the complete subtrees, one for each bit set in ``size``, from left (largest) to right.
    public private(set) var hashes: [Hash]

    /// The frontier of the empty tree.
    public init() {
        size = 0
        hashes = []
    }

    /// A frontier as it was stored.
    /// - Throws: `malformedFrontier` if `size` is negative or has another number of complete subtrees.
    public init(size: Int, hashes: [Hash]) throws(LogError) {
        guard size >= 0, hashes.count == size.nonzeroBitCount else {
            throw LogError(
                .malformedFrontier,
                "A tree of \(size) leaves does not have \(hashes.count) complete subtrees.",
                section: "RFC 6962 §2.1")
        }
        self.size = size
        self.hashes = hashes
    }

    /// Adds one leaf; constant time on average over many.
    public mutating func append(leafHash: Hash) {
        append(leafHash: leafHash) { _, _, _ in }
    }

    /// Adds one leaf and reports each node that it makes final: the leaf itself at level 0, then every
    /// complete
    /// subtree that it closes, with its level and its index in that level.
    public mutating func append(
        leafHash: Hash, completed: (_ level: Int, _ index: Int, _ hash: Hash) -> Void
    ) {
        completed(0, size, leafHash)
        var hash = leafHash
        var level = 0
        while size >> level & 1 == 1 {
            hash = MerkleTree.nodeHash(hashes.removeLast(), hash)
            level += 1
            completed(level, size >> level, hash)
        }
        hashes.append(hash)
        size += 1
    }

    /// The root of the whole tree (RFC 6962 §2.1).
    public var root: Hash { fold(hashes[...]) }

    /// The root over the first `count` leaves, which the frontier knows only at its own splits: nothing, all
    /// leaves, or a sum of its largest complete subtrees, so for 13 = 8 + 4 + 1 leaves at 0, 8, 12 and 13.
    /// Nil anywhere else.
    public func root(ofFirst count: Int) -> Hash? {
        guard count >= 0, count <= size else { return nil }
        let rest = size - count
        guard count == 0 || rest < 1 << count.trailingZeroBitCount, size & count == count else { return nil }
        return fold(hashes[..<count.nonzeroBitCount])
    }

    private func fold(_ subtrees: ArraySlice<Hash>) -> Hash {
        guard var root = subtrees.last else { return MerkleTree.emptyRoot }
        for left in subtrees.dropLast().reversed() { root = MerkleTree.nodeHash(left, root) }
        return root
    }
}

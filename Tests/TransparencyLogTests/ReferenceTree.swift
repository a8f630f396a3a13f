@testable import TransparencyLog

/// The definitions of RFC 6962 §2.1 and of Merkle Tree Certificates written down as they stand, slow and
/// obvious. Nothing here knows of levels, frontiers or stored nodes.
enum ReferenceTree {
    static func root(_ leaves: ArraySlice<Hash>) -> Hash {
        guard leaves.count > 1 else { return leaves.first ?? MerkleTree.emptyRoot }
        let middle = middle(of: leaves)
        return MerkleTree.nodeHash(root(leaves[..<middle]), root(leaves[middle...]))
    }

    /// PATH(m, D[n]) of RFC 6962 §2.1.1; `index` counts from the slice's own start.
    static func inclusionProof(of index: Int, in leaves: ArraySlice<Hash>) -> [Hash] {
        guard leaves.count > 1 else { return [] }
        let place = leaves.startIndex + index
        let middle = middle(of: leaves)
        return place < middle
            ? inclusionProof(of: index, in: leaves[..<middle]) + [root(leaves[middle...])]
            : inclusionProof(of: place - middle, in: leaves[middle...]) + [root(leaves[..<middle])]
    }

    /// PROOF(m, D[n]) of RFC 6962 §2.1.2 for 0 < m ≤ n.
    static func consistencyProof(from oldSize: Int, in leaves: ArraySlice<Hash>) -> [Hash] {
        subtreeProof(of: 0..<oldSize, in: leaves, isKnown: true)
    }

    /// SUBTREE_SUBPROOF(start, end, D_n, b) of Merkle Tree Certificates.
    static func subtreeProof(of part: Range<Int>, in leaves: ArraySlice<Hash>, isKnown: Bool) -> [Hash] {
        if part == 0..<leaves.count { return isKnown ? [] : [root(leaves)] }
        let middle = middle(of: leaves)
        let split = middle - leaves.startIndex
        let (left, right) = (leaves[..<middle], leaves[middle...])
        if part.upperBound <= split {
            return subtreeProof(of: part, in: left, isKnown: isKnown) + [root(right)]
        }
        if part.lowerBound >= split {
            let moved = part.lowerBound - split..<part.upperBound - split
            return subtreeProof(of: moved, in: right, isKnown: isKnown) + [root(left)]
        }
        return subtreeProof(of: 0..<part.upperBound - split, in: right, isKnown: false) + [root(left)]
    }

    /// Where the left side of the root ends: after the largest power of two less than the number of leaves.
    private static func middle(of leaves: ArraySlice<Hash>) -> Int {
        var split = 1
        while split * 2 < leaves.count { split *= 2 }
        return leaves.startIndex + split
    }
}

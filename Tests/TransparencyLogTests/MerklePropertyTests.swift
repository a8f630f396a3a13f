import Testing

@testable import TransparencyLog

/// Trees of random size against the definitions. The seed stands in the name of a failing case.
@Suite struct `Trees of up to 2000 leaves` {
    /// A tree of random size and the generator that made it.
    struct World {
        let leaves: [Hash]
        let store: NodeStore
        var generator: SplitMix64

        var size: Int { leaves.count }
        var root: Hash { store.root }

        init(seed: UInt64) {
            generator = SplitMix64(seed: seed)
            let size = Int.random(in: 1...2000, using: &generator)
            var leaves: [Hash] = []
            var store = NodeStore()
            for index in 0..<size {
                let leaf = MerkleTree.leafHash(Array("act \(index) of history \(seed)".utf8))
                leaves.append(leaf)
                store.append(leafHash: leaf)
            }
            self.leaves = leaves
            self.store = store
        }

        mutating func number(in range: ClosedRange<Int>) -> Int { .random(in: range, using: &generator) }

        /// A range that is a subtree: its start is a multiple of the power of two that covers its length.
        mutating func subtree() -> Range<Int> {
            let count = number(in: 1...size)
            var step = 1
            while step < count { step *= 2 }
            let start = step * number(in: 0...(size - count) / step)
            return start..<start + count
        }

        mutating func flipped(_ hash: Hash) -> Hash {
            var bytes = hash.bytes
            bytes[number(in: 0...31)] ^= 1 << UInt8(number(in: 0...7))
            return (try? Hash(bytes: bytes)) ?? hash
        }

        /// The proof with one bit flipped in each hash in turn, with each hash left out, with one added.
        mutating func damaged(_ proof: [Hash]) -> [[Hash]] {
            var damaged = [proof + [root]]
            for place in proof.indices {
                var changed = proof
                changed[place] = flipped(proof[place])
                damaged.append(changed)
                changed.remove(at: place)
                damaged.append(changed)
            }
            return damaged
        }
    }

    static let seeds: ClosedRange<UInt64> = 1...16

    @Test(arguments: seeds)
    func `have the root, the frontier and the beginnings of the definition`(seed: UInt64) throws {
        var world = World(seed: seed)
        #expect(world.root == ReferenceTree.root(world.leaves[...]))
        #expect(world.store.frontier.hashes.count == world.size.nonzeroBitCount)
        for _ in 0..<4 {
            let size = world.number(in: 0...world.size)
            #expect(
                try MerkleTree.root(of: size, from: world.store) == ReferenceTree.root(world.leaves[..<size]))
        }
    }

    @Test(arguments: seeds)
    func `prove that a leaf is in them, and nothing else in its place`(seed: UInt64) throws {
        var world = World(seed: seed)
        for _ in 0..<3 {
            let index = world.number(in: 0...world.size - 1)
            let proof = try MerkleTree.inclusionProof(of: index, in: world.size, from: world.store)
            #expect(proof == ReferenceTree.inclusionProof(of: index, in: world.leaves[...]))
            func isProved(_ leaf: Hash, at index: Int, _ root: Hash, _ proof: [Hash]) -> Bool {
                do {
                    try MerkleTree.verifyInclusion(
                        of: leaf, at: index, in: world.size, root: root, proof: proof)
                    return true
                } catch {
                    return false
                }
            }
            let leaf = world.leaves[index]
            let root = world.root
            #expect(isProved(leaf, at: index, root, proof))
            let (otherLeaf, otherRoot) = (world.flipped(leaf), world.flipped(root))
            #expect(!isProved(otherLeaf, at: index, root, proof))
            #expect(!isProved(leaf, at: index, otherRoot, proof))
            for other in [index - 1, index + 1, index ^ 1, -1, world.size] where other != index {
                #expect(!isProved(leaf, at: other, root, proof))
            }
            for damaged in world.damaged(proof) { #expect(!isProved(leaf, at: index, root, damaged)) }
        }
    }

    @Test(arguments: seeds)
    func `prove that they grew from a smaller one, and from no other`(seed: UInt64) throws {
        var world = World(seed: seed)
        for _ in 0..<3 {
            let old = world.number(in: 1...world.size)
            let proof = try MerkleTree.consistencyProof(from: old, to: world.size, from: world.store)
            #expect(proof == ReferenceTree.consistencyProof(from: old, in: world.leaves[...]))
            func isProved(_ oldRoot: Hash, _ root: Hash, _ proof: [Hash]) -> Bool {
                do {
                    try MerkleTree.verifyConsistency(
                        from: old, root: oldRoot, to: world.size, root: root, proof: proof)
                    return true
                } catch {
                    return false
                }
            }
            let oldRoot = ReferenceTree.root(world.leaves[..<old])
            let root = world.root
            #expect(isProved(oldRoot, root, proof))
            let (otherOld, otherRoot) = (world.flipped(oldRoot), world.flipped(root))
            #expect(!isProved(otherOld, root, proof))
            #expect(!isProved(oldRoot, otherRoot, proof))
            for damaged in world.damaged(proof) { #expect(!isProved(oldRoot, root, damaged)) }
        }
    }

    @Test(arguments: seeds)
    func `prove a subtree of theirs, and a leaf of that subtree`(seed: UInt64) throws {
        var world = World(seed: seed)
        for _ in 0..<4 {
            let part = world.subtree()
            #expect(MerkleTree.isSubtree(part))
            let partRoot = try MerkleTree.root(ofSubtree: part, from: world.store)
            #expect(partRoot == ReferenceTree.root(world.leaves[part]))
            let proof = try MerkleTree.subtreeConsistencyProof(of: part, in: world.size, from: world.store)
            #expect(proof == ReferenceTree.subtreeProof(of: part, in: world.leaves[...], isKnown: true))
            func isProved(_ partRoot: Hash, _ root: Hash, _ proof: [Hash]) -> Bool {
                do {
                    try MerkleTree.verifySubtreeConsistency(
                        of: part, root: partRoot, in: world.size, root: root, proof: proof)
                    return true
                } catch {
                    return false
                }
            }
            let root = world.root
            #expect(isProved(partRoot, root, proof))
            let (otherPart, otherRoot) = (world.flipped(partRoot), world.flipped(root))
            #expect(!isProved(otherPart, root, proof))
            #expect(!isProved(partRoot, otherRoot, proof))
            for damaged in world.damaged(proof) { #expect(!isProved(partRoot, root, damaged)) }

            let index = world.number(in: part.lowerBound...part.upperBound - 1)
            let path = try MerkleTree.subtreeInclusionProof(of: index, in: part, from: world.store)
            #expect(
                path == ReferenceTree.inclusionProof(of: index - part.lowerBound, in: world.leaves[part]))
            func isIn(_ leaf: Hash, _ path: [Hash]) -> Bool {
                do {
                    try MerkleTree.verifySubtreeInclusion(
                        of: leaf, at: index, in: part, root: partRoot, proof: path)
                    return true
                } catch {
                    return false
                }
            }
            let leaf = world.leaves[index]
            #expect(isIn(leaf, path))
            let otherLeaf = world.flipped(leaf)
            #expect(!isIn(otherLeaf, path))
            for damaged in world.damaged(path) { #expect(!isIn(leaf, damaged)) }
        }
    }

    @Test func `refuse to prove what they do not have`() throws {
        let world = World(seed: 1994)
        let (size, store) = (world.size, world.store)
        #expect(throws: LogError(.outOfRange)) { try MerkleTree.root(of: -1, from: store) }
        #expect(throws: LogError(.missingNode)) { try MerkleTree.root(of: size + 1, from: store) }
        for index in [-1, size] {
            #expect(throws: LogError(.outOfRange)) {
                try MerkleTree.inclusionProof(of: index, in: size, from: store)
            }
        }
        for (old, new) in [(-1, 1), (2, 1)] {
            #expect(throws: LogError(.outOfRange)) {
                try MerkleTree.consistencyProof(from: old, to: new, from: store)
            }
        }
        #expect(try MerkleTree.consistencyProof(from: 0, to: size, from: store).isEmpty)
        for part in [1..<3, 2..<5, 4..<9, -2..<0] {
            #expect(!MerkleTree.isSubtree(part))
            #expect(throws: LogError(.outOfRange)) { try MerkleTree.root(ofSubtree: part, from: store) }
            #expect(throws: LogError(.outOfRange)) {
                try MerkleTree.subtreeConsistencyProof(of: part, in: size, from: store)
            }
        }
        #expect(throws: LogError(.outOfRange)) {
            try MerkleTree.subtreeConsistencyProof(of: 0..<size + 1, in: size, from: store)
        }
        #expect(throws: LogError(.outOfRange)) {
            try MerkleTree.subtreeInclusionProof(of: 8, in: 0..<8, from: store)
        }
        #expect(throws: LogError(.outOfRange)) {
            try MerkleTree.verifyConsistency(
                from: 0, root: MerkleTree.emptyRoot, to: size, root: store.root, proof: [])
        }
    }

    @Test func `at the edge of the numbers are refused and not a crash`() throws {
        let leaf = MerkleTree.leafHash([])
        for index in [0, 1, Int.max / 2, Int.max - 1] {
            for length in [0, 1, 62, 63, 64] {
                #expect(throws: LogError(.invalidProof)) {
                    try MerkleTree.verifyInclusion(
                        of: leaf, at: index, in: .max, root: leaf,
                        proof: Array(repeating: leaf, count: length))
                }
            }
        }
        #expect(throws: LogError(.invalidProof)) {
            try MerkleTree.verifyConsistency(
                from: .max - 1, root: leaf, to: .max, root: leaf, proof: Array(repeating: leaf, count: 63))
        }
        #expect(throws: LogError(.missingNode)) {
            try MerkleTree.inclusionProof(of: Int.max - 1, in: .max, from: NodeStore())
        }
    }
}

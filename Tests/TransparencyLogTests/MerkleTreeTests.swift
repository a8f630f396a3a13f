import Testing

@testable import TransparencyLog

@Suite struct `The tree` {
    let leaves = (0..<71).map { MerkleTree.leafHash(Array("protocol \($0)".utf8)) }

    @Test func `grows to the roots of the definition and stores them`() throws {
        var store = NodeStore()
        for size in 0...70 {
            #expect(store.root == ReferenceTree.root(leaves[..<size]))
            #expect(try Frontier(size: size, hashes: store.frontier.hashes) == store.frontier)
            #expect(try MerkleTree.root(of: size, from: store) == store.root)
            for count in 0...size {
                if let root = store.frontier.root(ofFirst: count) {
                    #expect(root == ReferenceTree.root(leaves[..<count]))
                }
            }
            store.append(leafHash: leaves[size])
        }
    }

    @Test func `proves every leaf and every beginning up to 70 leaves`() throws {
        var store = NodeStore()
        for leaf in leaves { store.append(leafHash: leaf) }
        for size in 1...70 {
            let root = ReferenceTree.root(leaves[..<size])
            for index in 0..<size {
                let proof = try MerkleTree.inclusionProof(of: index, in: size, from: store)
                try MerkleTree.verifyInclusion(
                    of: leaves[index], at: index, in: size, root: root, proof: proof)
                #expect(throws: LogError.self) {
                    try MerkleTree.verifyInclusion(
                        of: leaves[70], at: index, in: size, root: root, proof: proof)
                }
                let old = index + 1
                let part = ReferenceTree.root(leaves[..<old])
                let path = try MerkleTree.consistencyProof(from: old, to: size, from: store)
                try MerkleTree.verifyConsistency(from: old, root: part, to: size, root: root, proof: path)
                #expect(throws: LogError.self) {
                    try MerkleTree.verifyConsistency(
                        from: old, root: leaves[70], to: size, root: root, proof: path)
                }
            }
        }
    }
}

import Testing

@testable import TransparencyLog

@Suite struct `The frontier` {
    let leaves = (0..<300).map { MerkleTree.leafHash(Array("line \($0)".utf8)) }

    @Test func `of thirteen leaves knows its beginnings at 0, 8, 12 and 13 only`() {
        var frontier = Frontier()
        for leaf in leaves[..<13] { frontier.append(leafHash: leaf) }
        for count in -1...14 {
            let expected = [0, 8, 12, 13].contains(count) ? ReferenceTree.root(leaves[..<count]) : nil
            #expect(frontier.root(ofFirst: count) == expected, "\(count)")
        }
    }

    @Test func `knows exactly the sums of its largest complete subtrees at every size up to 300`() {
        var frontier = Frontier()
        for size in 0...300 {
            var splits: Set<Int> = [0]
            var sum = 0
            for level in stride(from: 8, through: 0, by: -1) where size >> level & 1 == 1 {
                sum += 1 << level
                splits.insert(sum)
            }
            for count in 0...size {
                let known = frontier.root(ofFirst: count)
                #expect((known != nil) == splits.contains(count), "\(count) of \(size)")
                if let known, size.isMultiple(of: 13) {
                    #expect(known == ReferenceTree.root(leaves[..<count]))
                }
            }
            if size < 300 { frontier.append(leafHash: leaves[size]) }
        }
    }

    @Test func `that was stored grows on as if it had never stopped`() throws {
        var whole = Frontier()
        for leaf in leaves[..<200] { whole.append(leafHash: leaf) }
        var stored = try Frontier(size: 200, hashes: whole.hashes)
        for leaf in leaves[200...] {
            whole.append(leafHash: leaf)
            stored.append(leafHash: leaf)
        }
        #expect(stored == whole && stored.root == ReferenceTree.root(leaves[...]))
    }

    @Test(arguments: [(-1, 0), (-1, 64), (0, 1), (3, 1), (4, 2), (7, 2)])
    func `that does not fit its size is refused`(size: Int, count: Int) {
        #expect(throws: LogError(.malformedFrontier)) {
            try Frontier(size: size, hashes: Array(repeating: MerkleTree.emptyRoot, count: count))
        }
    }

    @Test func `reports every node once, and each is the root of the leaves below it`() {
        var frontier = Frontier()
        var seen: [String: Hash] = [:]
        for leaf in leaves[..<64] {
            frontier.append(leafHash: leaf) { level, index, hash in
                #expect(seen.updateValue(hash, forKey: "\(level)/\(index)") == nil)
                #expect(hash == ReferenceTree.root(leaves[index << level..<(index + 1) << level]))
            }
        }
        #expect(seen.count == 127)
    }
}

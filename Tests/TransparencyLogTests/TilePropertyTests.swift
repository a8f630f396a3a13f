import Testing

@testable import TransparencyLog

/// Trees published as tiles and read from them again, against the definitions. The seed stands in the name of a
/// failing case.
@Suite struct `Trees in tiles` {
    /// The files of a log, and nothing else.
    struct Files: NodeSource {
        private(set) var contents: [String: [UInt8]] = [:]
        var size = 0

        /// Publishes what a log publishes after growing.
        mutating func publish(_ store: NodeStore, from old: Int, to new: Int) throws {
            for tile in try Tile.tiles(from: old, to: new) {
                contents[tile.path] = try tile.bytes(from: store)
            }
            size = new
        }

        func hashes(_ level: Int, _ index: Int) throws(LogError) -> [Hash] {
            let width = Tile.width(level: level, index: index, size: size)
            let tile = try Tile(level: level, index: index, width: width)
            guard let content = contents[tile.path] else {
                throw LogError(.missingNode, "There is no file \(tile.path).", section: "")
            }
            return try tile.hashes(in: content)
        }

        func node(level: Int, index: Int) throws(LogError) -> Hash {
            let count = 1 << (level % 8)
            let first = index * count
            return ReferenceTree.root(
                try hashes(level / 8, first / 256)[(first % 256)..<(first % 256 + count)])
        }
    }

    static let seeds: ClosedRange<UInt64> = 1...12

    /// A tree of random size that grew in random steps, and its files.
    struct World {
        let leaves: [Hash]
        let store: NodeStore
        var files = Files()
        var steps: [Int] = []
        var generator: SplitMix64

        init(seed: UInt64) throws {
            generator = SplitMix64(seed: seed)
            // Around the edges of tiles as often as anywhere.
            let edge = [255, 256, 257, 511, 512, 1025].randomElement(using: &generator) ?? 256
            let size = Bool.random(using: &generator) ? edge : Int.random(in: 1...2000, using: &generator)
            leaves = (0..<size).map { MerkleTree.leafHash(Array("tile \($0) of \(seed)".utf8)) }
            var store = NodeStore()
            for leaf in leaves { store.append(leafHash: leaf) }
            self.store = store
            while files.size < size {
                let next = Int.random(in: files.size + 1...size, using: &generator)
                try files.publish(store, from: files.size, to: next)
                steps.append(next)
            }
        }
    }

    @Test(arguments: seeds)
    func `hold at each place the root that the definition puts there`(seed: UInt64) throws {
        let world = try World(seed: seed)
        for (level, row) in [0: 1, 1: 256] {
            for index in 0..<world.leaves.count / row {
                let part = world.leaves[index * row..<(index + 1) * row]
                #expect(try world.files.hashes(level, index / 256)[index % 256] == ReferenceTree.root(part))
            }
        }
        #expect(throws: LogError.self) { try world.files.hashes(2, 0) }
    }

    @Test(arguments: seeds)
    func `are all there, however often they were published on the way`(seed: UInt64) throws {
        let world = try World(seed: seed)
        var atOnce = Files()
        try atOnce.publish(world.store, from: 0, to: world.leaves.count)
        for (path, content) in atOnce.contents { #expect(world.files.contents[path] == content, "\(path)") }
        // What is there besides are partial tiles of the sizes on the way (tlog-tiles, Partial Tiles).
        for size in world.steps {
            for tile in try Tile.tiles(from: 0, to: size) {
                let content = try #require(world.files.contents[tile.path], "\(tile.path)")
                #expect(try tile.hashes(in: content) == tile.hashes(in: tile.bytes(from: world.store)))
            }
        }
        for path in world.files.contents.keys {
            let tile = try Tile(path: path)
            let isOfAStep = world.steps.contains {
                Tile.width(level: tile.level, index: tile.index, size: $0) == tile.width
            }
            #expect(isOfAStep, "\(path)")
        }
    }

    @Test(arguments: seeds)
    func `give every proof that the definition gives`(seed: UInt64) throws {
        var world = try World(seed: seed)
        let size = world.leaves.count
        #expect(try MerkleTree.root(of: size, from: world.files) == ReferenceTree.root(world.leaves[...]))
        for _ in 0..<4 {
            let index = Int.random(in: 0..<size, using: &world.generator)
            #expect(
                try MerkleTree.inclusionProof(of: index, in: size, from: world.files)
                    == ReferenceTree.inclusionProof(of: index, in: world.leaves[...]))
            #expect(
                try MerkleTree.consistencyProof(from: index + 1, to: size, from: world.files)
                    == ReferenceTree.consistencyProof(from: index + 1, in: world.leaves[...]))
        }
        // The tiles of a size hold the trees of all sizes before it.
        let before = Int.random(in: 1...size, using: &world.generator)
        #expect(
            try MerkleTree.root(of: before, from: world.files) == ReferenceTree.root(world.leaves[..<before]))
    }

    @Test(arguments: seeds)
    func `with one changed bit no longer give the root`(seed: UInt64) throws {
        var world = try World(seed: seed)
        let size = world.leaves.count
        for tile in try Tile.tiles(from: 0, to: size) where tile.level == 0 {
            var content = try tile.bytes(from: world.store)
            content[Int.random(in: content.indices, using: &world.generator)] ^= 1
            let changed = try tile.hashes(in: content)
            var leaves = world.leaves
            leaves.replaceSubrange(tile.index * 256..<tile.index * 256 + tile.width, with: changed)
            #expect(ReferenceTree.root(leaves[...]) != world.store.root)
        }
    }
}

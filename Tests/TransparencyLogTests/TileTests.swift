import Testing

@testable import TransparencyLog

@Suite struct `Tiles` {
    @Test(arguments: [
        ("tile/0/000", 0, 0, 256), ("tile/0/000.p/1", 0, 0, 1), ("tile/0/000.p/255", 0, 0, 255),
        ("tile/63/999", 63, 999, 256), ("tile/1/x001/000", 1, 1000, 256),
        ("tile/0/x001/067.p/12", 0, 1067, 12), ("tile/7/x001/x234/067", 7, 1_234_067, 256),
        ("tile/0/x001/x000/000", 0, 1_000_000, 256),
        ("tile/0/x009/x223/x372/x036/x854/x775/807", 0, .max, 256),
    ])
    func `have one path each`(path: String, level: Int, index: Int, width: Int) throws {
        let tile = try Tile(path: path)
        #expect(try tile == Tile(level: level, index: index, width: width))
        #expect(tile.path == path)
        let bundle = path.replacing("tile/\(level)/", with: "tile/entries/", maxReplacements: 1)
        #expect(try EntryBundle.place(path: bundle) == (index, width))
    }

    @Test(arguments: [
        "", "tile", "tile/0", "tile/0/", "/tile/0/000", "tiles/0/000", "TILE/0/000", "tile//000",
        "tile/64/000", "tile/00/000", "tile/01/000", "tile/-1/000", "tile/+1/000", "tile/x/000",
        "tile/9223372036854775808/000", "tile/entries/000",
    ])
    func `with another beginning are refused`(path: String) {
        #expect(throws: LogError(.malformedTile)) { try Tile(path: path) }
    }

    @Test(arguments: [
        "", "0", "00", "0000", "-01", "+01", " 000", "000 ", "000\n", "00a", "٠٠٠", "1067",
        "001/067", "x001", "x001/x067", "X001/067", "xx01/067", "x01/067", "x0001/067", "x001/67", "y001/067",
        "x000/067", "x000/x001/067", "x001//067", "x001/067/", "/000",
        "x009/x223/x372/x036/x854/x775/808", "x001/x000/x000/x000/x000/x000/x000/000",
        "000.p", "000.p/", "000.p/0", "000.p/00", "000.p/01", "000.p/256", "000.p/257", "000.p/-1",
        "000.p/+1",
        "000.p/a", "000.p/1/", "000.p/1/1", "000.P/1", "000.p.p/1", "000p/1", "000/1", "x001.p/067", ".p/1",
        "000.p/18446744073709551617",
    ])
    func `and bundles with another place are refused`(place: String) {
        #expect(throws: LogError(.malformedTile)) { try Tile(path: "tile/0/\(place)") }
        #expect(throws: LogError(.malformedTile)) { try EntryBundle.place(path: "tile/entries/\(place)") }
    }

    @Test(arguments: [(-1, 0, 1), (64, 0, 1), (0, -1, 1), (0, 0, 0), (0, 0, 257), (0, 0, -1)])
    func `that cannot be are refused`(level: Int, index: Int, width: Int) {
        #expect(throws: LogError(.malformedTile)) { try Tile(level: level, index: index, width: width) }
    }

    @Test func `are as wide as the tree has complete subtrees for them`() {
        #expect(Tile.width(level: 0, index: 0, size: 0) == 0)
        #expect(Tile.width(level: 0, index: 0, size: 255) == 255)
        #expect(Tile.width(level: 0, index: 0, size: 256) == 256)
        #expect(Tile.width(level: 0, index: 1, size: 256) == 0)
        #expect(Tile.width(level: 1, index: 0, size: 255) == 0)
        #expect(Tile.width(level: 1, index: 0, size: 70_000) == 256)
        #expect(Tile.width(level: 1, index: 1, size: 70_000) == 17)
        #expect(Tile.width(level: 7, index: 0, size: .max) == 127)
        for (level, index, size) in [(-1, 0, 9), (8, 0, .max), (0, -1, 9), (0, 0, -1), (0, .max, .max)] {
            #expect(Tile.width(level: level, index: index, size: size) == 0)
        }
    }

    @Test func `that a growing log publishes are the new and the widened ones`() throws {
        #expect(try Tile.tiles(from: 5, to: 5).isEmpty)
        #expect(try Tile.tiles(from: 0, to: 5).map(\.path) == ["tile/0/000.p/5"])
        #expect(try Tile.tiles(from: 255, to: 256).map(\.path) == ["tile/0/000", "tile/1/000.p/1"])
        #expect(try Tile.tiles(from: 256, to: 257).map(\.path) == ["tile/0/001.p/1"])
        #expect(
            try Tile.tiles(from: 300, to: 513).map(\.path)
                == ["tile/0/001", "tile/0/002.p/1", "tile/1/000.p/2"])
        for (old, new) in [(-1, 1), (2, 1)] {
            #expect(throws: LogError(.outOfRange)) { try Tile.tiles(from: old, to: new) }
        }
    }

    @Test func `give back their hashes, and refuse any other length`() throws {
        var store = NodeStore()
        for index in 0..<257 { store.append(leafHash: MerkleTree.leafHash(Array("\(index)".utf8))) }
        let tile = try Tile(level: 0, index: 1, width: 1)
        let bytes = try tile.bytes(from: store)
        #expect(try tile.hashes(in: bytes) == [store.node(level: 0, index: 256)])
        let above = try Tile(level: 1, index: 0, width: 1)
        #expect(try above.bytes(from: store) == store.node(level: 8, index: 0).bytes)
        for wrong in [[], Array(bytes.dropLast()), bytes + [0], bytes + bytes] {
            #expect(throws: LogError(.malformedTile)) { try tile.hashes(in: wrong) }
        }
        #expect(throws: LogError(.missingNode)) {
            try Tile(level: 0, index: 1, width: 2).bytes(from: store)
        }
        #expect(throws: LogError(.outOfRange)) {
            try Tile(level: 8, index: 0, width: 1).bytes(from: store)
        }
        #expect(throws: LogError(.outOfRange)) {
            try Tile(level: 0, index: .max, width: 1).bytes(from: store)
        }
    }
}

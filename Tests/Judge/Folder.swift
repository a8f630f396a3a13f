import Foundation
import TransparencyLog

/// A log as static files (tlog-tiles v0.1.0).
struct Folder {
    let url: URL

    init(_ path: String) { url = URL(fileURLWithPath: path) }

    func has(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: url.appending(path: name).path)
    }

    func read(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: url.appending(path: name)))
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    func names(endingWith suffix: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).filter { $0.hasSuffix(suffix) }.sorted()
    }

    /// All entries of a log of `size`.
    func entries(_ size: Int) throws -> [[UInt8]] {
        var entries: [[UInt8]] = []
        for index in 0..<(size + 255) / 256 {
            let width = min(256, size - 256 * index)
            let name = "tile/entries/\(try Tile(level: 0, index: index, width: width).path.dropFirst(7))"
            entries += try EntryBundle(index: index, width: width, decoding: read(name)).entries
        }
        return entries
    }
}

/// The nodes of a tree, out of nothing but its tiles.
struct TileNodes: NodeSource {
    private let tiles: [Int: [Int: [Hash]]]

    init(_ folder: Folder, size: Int) throws {
        var tiles: [Int: [Int: [Hash]]] = [:]
        for tile in try Tile.tiles(from: 0, to: size) {
            tiles[tile.level, default: [:]][tile.index] = try tile.hashes(in: folder.read(tile.path))
        }
        self.tiles = tiles
    }

    func node(level: Int, index: Int) throws(LogError) -> Hash {
        let count = 1 << (level % 8)
        let first = index * count
        guard let tile = tiles[level / 8]?[first / 256], tile.count >= first % 256 + count else {
            throw LogError(
                .missingNode, "No tile has node \(index) at level \(level).", section: "tlog-tiles")
        }
        var row = Array(tile[(first % 256)..<(first % 256 + count)])
        while row.count > 1 {
            row = stride(from: 0, to: row.count, by: 2).map { MerkleTree.nodeHash(row[$0], row[$0 + 1]) }
        }
        return row[0]
    }
}

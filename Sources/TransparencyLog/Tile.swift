/// The place of a run of up to 256 hashes of one level, published as one file (tlog-tiles v0.1.0, Merkle
/// Tree).
public struct Tile: Hashable, Sendable {
    /// Eight levels of the tree to one level of tiles; 0 to 63.
    public let level: Int
    /// The position among the tiles of the level.
    public let index: Int
    /// The number of hashes: 256, or less for a partial tile.
    public let width: Int

    /// A tile by its place.
    /// - Throws: `malformedTile` unless the level is 0 to 63, the index not negative and the width 1 to 256.
    public init(level: Int, index: Int, width: Int = 256) throws(LogError) {
        guard 0...63 ~= level, index >= 0 else {
            throw TilePath.malformed("There is no tile \(index) at level \(level).")
        }
        try TilePath.checkWidth(width)
        self.level = level
        self.index = index
        self.width = width
    }

    /// The tile at a path such as `tile/0/x001/067.p/12`.
    /// - Throws: `malformedTile` if the path breaks the form.
    public init(path: String) throws(LogError) {
        let parts = path.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "tile", let level = Decimal.decode(parts[1].utf8),
            let place = TilePath.parse(parts[2])
        else { throw TilePath.malformed("\"\(path)\" is not the path of a tile.") }
        try self.init(level: level, index: place.index, width: place.width)
    }

    /// The path below the log's prefix, such as `tile/0/x001/067.p/12`.
    public var path: String { "tile/\(level)/\(TilePath.text(index: index, width: width))" }

    /// How wide tile `index` of `level` is in a tree of `size` leaves: 256, less where it is partial, and 0
    /// where
    /// there is none (tlog-tiles v0.1.0, Partial Tiles).
    public static func width(level: Int, index: Int, size: Int) -> Int {
        guard 0...7 ~= level, size >= 0, index >= 0 else { return 0 }
        let hashes = size >> (8 * level)
        guard index <= hashes / TilePath.fullWidth else { return 0 }
        return min(TilePath.fullWidth, hashes - index * TilePath.fullWidth)
    }

    /// The tiles that a tree of `newSize` leaves has and one of `oldSize` leaves had not, or had narrower:
    /// what a log publishes after growing, from level 0 up.
    public static func tiles(from oldSize: Int, to newSize: Int) throws(LogError) -> [Tile] {
        guard oldSize >= 0, oldSize <= newSize else {
            throw LogError(
                .outOfRange, "A log does not grow from \(oldSize) to \(newSize).",
                section: "tlog-tiles v0.1.0")
        }
        var tiles: [Tile] = []
        for level in 0...7 {
            let old = oldSize >> (8 * level)
            let new = newSize >> (8 * level)
            guard new > old else { break }
            for index in old / TilePath.fullWidth...(new - 1) / TilePath.fullWidth {
                tiles.append(
                    try Tile(
                        level: level, index: index, width: width(level: level, index: index, size: newSize)))
            }
        }
        return tiles
    }

    /// The content of the tile: its hashes one after the other, 32 bytes each.
    /// - Throws: `missingNode` if the source lacks one, `outOfRange` for levels no tree of representable size
    ///   has.
    public func bytes(from source: some NodeSource) throws(LogError) -> [UInt8] {
        guard level <= 7, index < Int.max / TilePath.fullWidth else {
            throw LogError(
                .outOfRange, "No tree reaches tile \(index) at level \(level).", section: "tlog-tiles v0.1.0")
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(width * Hash.byteCount)
        for place in 0..<width {
            let hash = try source.node(level: 8 * level, index: index * TilePath.fullWidth + place)
            withUnsafeBytes(of: hash) { bytes.append(contentsOf: $0) }
        }
        return bytes
    }

    /// The hashes in the content of this tile.
    /// - Throws: `malformedTile` if the content is not as long as the width asks.
    public func hashes(in bytes: [UInt8]) throws(LogError) -> [Hash] {
        guard bytes.count == width * Hash.byteCount else {
            throw TilePath.malformed("\(path) has \(bytes.count) bytes, not \(width * Hash.byteCount).")
        }
        var hashes: [Hash] = []
        hashes.reserveCapacity(width)
        for start in stride(from: 0, to: bytes.count, by: Hash.byteCount) {
            hashes.append(try Hash(bytes: bytes[start..<start + Hash.byteCount]))
        }
        return hashes
    }
}

import TransparencyLog

/// The hashes of a tree as the tiles of a source state them: asked for only where a fork must be shown.
actor SourceTiles: TreeRows {
    private let source: any LogSource
    private let size: Int
    private var held: [String: [Hash]] = [:]

    init(_ source: any LogSource, size: Int) {
        self.source = source
        self.size = size
    }

    func hashes(level: Int, from: Int, limit: Int) async throws(ArchiveError) -> [Hash] {
        var found: [Hash] = []
        while found.count < limit {
            let place = from + found.count
            let row = try await tile(level, place / 256).dropFirst(place % 256).prefix(limit - found.count)
            guard !row.isEmpty else { break }
            found += row
        }
        return found
    }

    private func tile(_ level: Int, _ index: Int) async throws(ArchiveError) -> [Hash] {
        let width = Tile.width(level: level, index: index, size: size)
        guard width > 0 else { return [] }
        do throws(LogError) {
            let tile = try Tile(level: level, index: index, width: width)
            if let hashes = held[tile.path] { return hashes }
            let bytes = try await file(tile)
            let hashes = try tile.hashes(in: bytes)
            if held.count >= 64 { held = [:] }
            held[tile.path] = hashes
            return hashes
        } catch {
            throw ArchiveError(
                .damaged, "The source gives no tile: \(error)", remedy: "Ask another source of the same log.")
        }
    }

    private func file(_ tile: Tile) async throws(LogError) -> [UInt8] {
        let bytes = tile.width * Hash.byteCount
        do throws(SourceFault) {
            if let file = try await source.file(tile.path, from: 0, limit: bytes) { return file.bytes }
            // A partial tile may be gone once the full one is there (tlog-tiles v0.1.0, Partial Tiles).
            let full = 256 * Hash.byteCount
            if tile.width < 256, let whole = try? Tile(level: tile.level, index: tile.index),
                let file = try await source.file(whole.path, from: 0, limit: full)
            {
                return Array(file.bytes.prefix(bytes))
            }
        } catch {
            throw LogError(.missingNode, error.description, section: "tlog-tiles v0.1.0")
        }
        throw LogError(.missingNode, "\(tile.path) is missing.", section: "tlog-tiles v0.1.0")
    }
}

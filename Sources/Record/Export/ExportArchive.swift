package import Ceasefire
package import TransparencyLog

/// An exported or published record, read where it lies. It can be verified, served and imported, and not written.
package struct ExportArchive: Archive {
    private let files: any ExportFiles
    private let note: SignedNote
    private let size: Int
    private let root: Hash
    /// The log's key as the export states it; entry 0 has the last word.
    package let log: VerifierKey
    package let policy: Policy
    /// Names of files that belong to no export.
    package var strangers: [String] { ExportArchive.strangers(among: files.names, to: size) }

    /// - Throws: `damaged` or `foreign` if the file is no export.
    package init(_ path: String) throws(ArchiveError) { try self.init(path, TarFile(path)) }

    /// A record as it is published in a folder, or an export that was unpacked there.
    /// - Throws: `damaged` or `foreign` if the folder holds none.
    package init(published folder: String) throws(ArchiveError) {
        try self.init(folder, PublishedFiles(folder: folder))
    }

    private init(_ path: String, _ files: any ExportFiles) throws(ArchiveError) {
        self.files = files
        do throws(LogError) {
            note = try SignedNote(parsing: try ExportArchive.required("checkpoint", files))
            let checkpoint = try Checkpoint(parsing: note.text)
            size = checkpoint.size
            root = checkpoint.root
            let text = String(decoding: try ExportArchive.required("log.vkey", files), as: UTF8.self)
            let key = try VerifierKey(String(text.dropLast()))
            log = key
            policy = try Policy(parsing: try ExportArchive.required("policy", files))
            guard text == "\(key)\n", policy.logs.contains(where: { $0.key == key }) else {
                throw LogError(
                    .malformedPolicy, "log.vkey and policy name different logs.", section: "tlog-policy")
            }
        } catch {
            throw ArchiveError(
                !files.names.contains("checkpoint") ? .foreign : .damaged,
                "\(path) is no export of a record: \(error)",
                remedy: "Get the export again.")
        }
    }

    package func head() async throws(ArchiveError) -> Head? {
        do throws(LogError) {
            // The last tiles of each level hold what the tree needs in order to grow.
            var hashes: [Hash] = []
            for bit in stride(from: Int.bitWidth - 2, through: 0, by: -1) where size >> bit & 1 == 1 {
                let start = (size >> (bit + 1)) << 1
                hashes.append(try node(level: bit, index: start))
            }
            return Head(frontier: try Frontier(size: size, hashes: hashes), root: root, note: note)
        } catch {
            throw ArchiveError(
                .damaged, "The tiles do not make a head: \(error)", remedy: "Get the export again.")
        }
    }

    package func append(
        _ entries: [ArchivedEntry], head: Head, expecting oldSize: Int
    ) async throws(ArchiveError) -> Bool { throw ExportArchive.readOnly }

    package func append(
        to head: Head, expecting oldSize: Int,
        next: @escaping @Sendable () throws(ArchiveError) -> [ArchivedEntry]
    ) async throws(ArchiveError) -> Bool { throw ExportArchive.readOnly }

    package func keep(attachment bytes: [UInt8]) async throws(ArchiveError) -> TextDigest {
        throw ExportArchive.readOnly
    }

    package func entries(from: Int, limit: Int) async throws(ArchiveError) -> [ArchivedEntry] {
        let end = min(size, from.addingReportingOverflow(limit).overflow ? .max : from + limit)
        var found: [ArchivedEntry] = []
        var index = from
        while index < end {
            let bundle = try bundle(index / 256)
            for body in bundle.dropFirst(index % 256).prefix(end - index) {
                found.append(ArchivedEntry(body: body))
                index += 1
            }
        }
        return found
    }

    package func index(of id: TextDigest) async throws(ArchiveError) -> Int? {
        for start in stride(from: 0, to: size, by: 256) {
            let entries = try await entries(from: start, limit: 256)
            if let place = entries.firstIndex(where: { $0.id == id }) { return start + place }
        }
        return nil
    }

    package func hashes(level: Int, from: Int, limit: Int) async throws(ArchiveError) -> [Hash] {
        do throws(LogError) {
            let count = size >> (8 * level)
            let end = min(count, from.addingReportingOverflow(limit).overflow ? .max : from + limit)
            var found: [Hash] = []
            var place = from
            while place < end {
                let hashes = try tile(level, place / 256)
                let part = hashes.dropFirst(place % 256).prefix(end - place)
                guard !part.isEmpty else { break }
                found.append(contentsOf: part)
                place += part.count
            }
            return found
        } catch {
            throw ArchiveError(.damaged, "\(error)", remedy: "Get the export again.")
        }
    }

    package func attachment(_ digest: TextDigest) async throws(ArchiveError) -> [UInt8]? {
        try files.contents(of: "sha256/\(digest.hex)")
    }

    package func attachments() async throws(ArchiveError) -> [TextDigest] {
        files.names.compactMap { $0.hasPrefix("sha256/") ? TextDigest(hex: String($0.dropFirst(7))) : nil }
            .sorted()
    }

    private static let readOnly = ArchiveError(
        .readOnly, "An export is not written to.", remedy: "Import it into a folder first.")

    private func bundle(_ index: Int) throws(ArchiveError) -> [[UInt8]] {
        do throws(LogError) {
            let width = min(256, size - index * 256)
            let path = EntryBundle.path(index: index, width: width)
            let bytes = try ExportArchive.required(path, files)
            return try EntryBundle(index: index, width: width, decoding: bytes).entries
        } catch {
            throw ArchiveError(.damaged, "\(error)", remedy: "Get the export again.")
        }
    }

    private func tile(_ level: Int, _ index: Int) throws(LogError) -> [Hash] {
        let width = Tile.width(level: level, index: index, size: size)
        let tile = try Tile(level: level, index: index, width: width)
        return try tile.hashes(in: try ExportArchive.required(tile.path, files))
    }

    /// The root of a complete subtree, out of the tile that holds it or its leaves.
    private func node(level: Int, index: Int) throws(LogError) -> Hash {
        let count = 1 << (level % 8)
        let first = index * count
        var row = Array(try tile(level / 8, first / 256).dropFirst(first % 256).prefix(count))
        guard row.count == count else {
            throw LogError(.missingNode, "Tile \(first / 256) is too narrow.", section: "tlog-tiles v0.1.0")
        }
        while row.count > 1 {
            row = stride(from: 0, to: row.count, by: 2).map { MerkleTree.nodeHash(row[$0], row[$0 + 1]) }
        }
        return row[0]
    }

    private static func required(_ name: String, _ files: any ExportFiles) throws(LogError) -> [UInt8] {
        do throws(ArchiveError) {
            if let bytes = try files.contents(of: name) { return bytes }
        } catch {
            throw LogError(.malformedTile, error.description, section: "tlog-tiles v0.1.0")
        }
        throw LogError(.missingNode, "The file \(name) is missing.", section: "tlog-tiles v0.1.0")
    }

    private static func strangers(among names: some Sequence<String>, to size: Int) -> [String] {
        names.filter { !belongs($0, to: size) }.sorted()
    }

    private static func belongs(_ name: String, to size: Int) -> Bool {
        if ["checkpoint", "log.vkey", "policy"].contains(name) { return true }
        if name.hasPrefix("sha256/") { return TextDigest(hex: String(name.dropFirst(7))) != nil }
        if name.hasPrefix("tile/entries/") {
            guard let place = try? EntryBundle.place(path: name) else { return false }
            return place.width == min(256, size - place.index * 256)
        }
        guard let tile = try? Tile(path: name) else { return false }
        return tile.width == Tile.width(level: tile.level, index: tile.index, size: size)
    }
}

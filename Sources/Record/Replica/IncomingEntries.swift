import Foundation
package import TransparencyLog

/// Entries on their way into a replica: in one file, each with its length before it as in bundles.
///
/// The file is the whole state, so that whoever was interrupted goes on at the byte where it stopped. Hashes are computed
/// while entries arrive. Nothing here is believed: the root is compared with what the log signed once all are there.
package actor IncomingEntries {
    /// Where the next bytes belong.
    package struct Place: Sendable, Hashable {
        /// Which bundle of the log.
        package var bundle: Int
        /// How many of its entries are held already, and how many bytes they take in it.
        package var entries: Int
        package var bytes: Int
    }

    package nonisolated let path: String
    /// How many entries come before those in the file.
    package nonisolated let first: Int
    let base: (any Archive)?
    private let file: FileHandle
    /// How many bytes of the first bundle lie in the base.
    private let baseBytes: Int
    /// Where in the file each bundle begins, the first of them perhaps in its middle.
    private var starts: [Int] = [0]
    private var length = 0
    package private(set) var frontier: Frontier
    private(set) var nodes: [Int: [Int: Hash]] = [:]
    private let watched: Set<Int>
    /// The roots at the sizes that were asked for, as far as entries have come.
    package private(set) var roots: [Int: Hash] = [:]
    private(set) var target: Head?

    /// Takes up the file at `path`, or begins it.
    ///
    /// - Parameter base: the archive that the entries follow; `nil` for a new one.
    /// - Parameter sizes: at which sizes the root is noted.
    package init(
        _ path: String, after base: (any Archive)?, watching sizes: Set<Int> = []
    ) async throws(ArchiveError) {
        let frontier = try await base?.head()?.frontier ?? Frontier()
        var bytes = 0
        if let base, frontier.size % 256 > 0 {
            let start = frontier.size / 256 * 256
            let held = try await base.entries(from: start, limit: frontier.size - start)
            bytes = held.reduce(0) { $0 + 2 + $1.body.count }
        }
        self.path = path
        self.base = base
        self.frontier = frontier
        first = frontier.size
        baseBytes = bytes
        watched = sizes
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(
                atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        guard let file = FileHandle(forUpdatingAtPath: path) else {
            throw ArchiveError(
                .readOnly, "\(path) cannot be written.", remedy: "Look at the folder's rights.")
        }
        self.file = file
        if watched.contains(first) { roots[first] = frontier.root }
        let reader = IncomingReader(path)
        while case let bodies = try reader.bodies(), !bodies.isEmpty { count(bodies) }
        try truncate()
    }

    /// How many entries there are, those of the base included.
    package var size: Int { frontier.size }
    package var byteCount: Int { length }

    package var next: Place {
        let bundle = size / 256
        let start = starts[bundle - first / 256]
        return Place(
            bundle: bundle, entries: size % 256,
            bytes: length - start + (bundle == first / 256 ? baseBytes : 0))
    }

    /// Takes the next entries, as bytes of a bundle.
    ///
    /// - Returns: `false`, with nothing taken, unless the bytes are exactly so many entries, or more where others may
    ///   follow.
    package func take(_ bytes: [UInt8], count: Int, othersFollow: Bool = false) throws(ArchiveError) -> Bool {
        var bodies: [[UInt8]] = []
        var place = 0
        while bodies.count < count {
            guard let body = IncomingReader.body(in: bytes, at: &place) else { return false }
            bodies.append(body)
        }
        guard place == bytes.count || othersFollow else { return false }
        do {
            try file.seek(toOffset: UInt64(length))
            try file.write(contentsOf: bytes.prefix(place))
        } catch {
            throw unwritable(error)
        }
        self.count(bodies)
        return true
    }

    /// States which head the entries are said to have. Without it they are no archive.
    package func aim(at note: SignedNote) {
        target = Head(frontier: frontier, root: frontier.root, note: note)
    }

    /// Throws away what came from a bundle on. The file is then taken up anew.
    func cut(before bundle: Int) throws(ArchiveError) {
        length = starts[max(0, min(bundle - first / 256, starts.count - 1))]
        try truncate()
    }

    package nonisolated func reader() -> IncomingReader { IncomingReader(path) }

    /// The entries of a bundle that lie in the file, with the index of the first.
    func group(_ bundle: Int) throws(ArchiveError) -> (first: Int, bodies: [[UInt8]]) {
        let place = bundle - first / 256
        guard starts.indices.contains(place) else { return (bundle * 256, []) }
        let end = place + 1 < starts.count ? starts[place + 1] : length
        do {
            try file.seek(toOffset: UInt64(starts[place]))
            let bytes = Array(try file.read(upToCount: end - starts[place]) ?? Data())
            var offset = 0
            var bodies: [[UInt8]] = []
            while let body = IncomingReader.body(in: bytes, at: &offset) { bodies.append(body) }
            return (max(first, bundle * 256), bodies)
        } catch {
            throw ArchiveError(path, cannotBe: "read", SystemFault(error))
        }
    }

    private func count(_ bodies: [[UInt8]]) {
        for body in bodies {
            length += 2 + body.count
            frontier.append(leafHash: MerkleTree.leafHash(body)) { level, index, hash in
                if level > 0, level.isMultiple(of: 8) { nodes[level / 8, default: [:]][index] = hash }
            }
            if watched.contains(frontier.size) { roots[frontier.size] = frontier.root }
            if frontier.size.isMultiple(of: 256) { starts.append(length) }
        }
    }

    private func truncate() throws(ArchiveError) {
        do {
            try file.truncate(atOffset: UInt64(length))
        } catch {
            throw unwritable(error)
        }
    }

    private func unwritable(_ error: any Error) -> ArchiveError {
        ArchiveError(path, cannotBe: "written", SystemFault(error))
    }
}

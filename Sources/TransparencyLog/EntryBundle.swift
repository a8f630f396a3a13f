/// A run of up to 256 entries, published as one file: each with its length in two bytes, most significant
/// first
/// (tlog-tiles v0.1.0, Log entries).
public struct EntryBundle: Hashable, Sendable {
    /// The greatest length of an entry in bytes.
    public static let maximumEntryByteCount = Int(UInt16.max)

    /// The position among the bundles; its first entry is the log's entry 256 · index.
    public let index: Int
    /// The entries' exact bytes.
    public let entries: [[UInt8]]

    /// A bundle of entries.
    /// - Throws: `malformedBundle` unless there are 1 to 256, `entryTooLong` if one exceeds 65,535 bytes.
    public init(index: Int, entries: [[UInt8]]) throws(LogError) {
        guard index >= 0, 1...TilePath.fullWidth ~= entries.count else {
            throw Self.malformed("Bundle \(index) cannot have \(entries.count) entries.")
        }
        for (place, entry) in entries.enumerated() where entry.count > Self.maximumEntryByteCount {
            throw LogError(
                .entryTooLong,
                "Entry \(place) of bundle \(index) has \(entry.count) bytes, at most 65535 are possible.",
                section: "tlog-tiles v0.1.0, Log entries")
        }
        self.index = index
        self.entries = entries
    }

    /// The bundle that a file of `width` entries stands for.
    /// - Throws: `malformedBundle` unless the width is 1 to 256, or if the file ends early or has bytes after
    ///   the last entry.
    public init(index: Int, width: Int, decoding bytes: [UInt8]) throws(LogError) {
        guard 1...TilePath.fullWidth ~= width else {
            throw Self.malformed("Bundle \(index) cannot have \(width) entries.")
        }
        var entries: [[UInt8]] = []
        entries.reserveCapacity(width)
        var rest = bytes[...]
        for place in 0..<width {
            guard let high = rest.popFirst(), let low = rest.popFirst(),
                rest.count >= Int(high) << 8 | Int(low)
            else { throw Self.malformed("Bundle \(index) ends within entry \(place) of \(width).") }
            let count = Int(high) << 8 | Int(low)
            entries.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        guard rest.isEmpty else {
            throw Self.malformed("Bundle \(index) has \(rest.count) bytes after its \(width) entries.")
        }
        try self.init(index: index, entries: entries)
    }

    /// The content of the file.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.reduce(0) { $0 + 2 + $1.count })
        for entry in entries {
            bytes.append(UInt8(entry.count >> 8))
            bytes.append(UInt8(entry.count & 255))
            bytes += entry
        }
        return bytes
    }

    /// The path below the log's prefix, such as `tile/entries/x001/067.p/12`.
    public var path: String { Self.path(index: index, width: entries.count) }

    /// The path below the log's prefix of bundle `index` where it has `width` entries.
    public static func path(index: Int, width: Int) -> String {
        "tile/entries/\(TilePath.text(index: index, width: width))"
    }

    /// The index and width that a bundle's path stands for.
    /// - Throws: `malformedTile` if the path breaks the form.
    public static func place(path: String) throws(LogError) -> (index: Int, width: Int) {
        let prefix = "tile/entries/"
        guard path.hasPrefix(prefix), let place = TilePath.parse(path.dropFirst(prefix.count)) else {
            throw TilePath.malformed("\"\(path)\" is not the path of an entry bundle.")
        }
        return place
    }

    private static func malformed(_ message: String) -> LogError {
        LogError(.malformedBundle, message, section: "tlog-tiles v0.1.0, Log entries")
    }
}

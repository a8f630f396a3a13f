import Foundation

/// A single range of bytes that somebody asks for (RFC 9110, section 14.1.2).
struct ByteRange: Equatable {
    private var first: Int?
    private var last: Int?

    /// `nil` unless it is one range of bytes; several ranges may be answered with the whole.
    init?(_ header: String) {
        guard header.hasPrefix("bytes="), !header.contains(",") else { return nil }
        let ends = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2 else { return nil }
        first = Int(ends[0])
        last = Int(ends[1])
        guard first != nil || last != nil, (first ?? 0) >= 0, (last ?? 0) >= 0 else { return nil }
    }

    /// The bytes of a file of this size; `nil` where it has none of them.
    func within(_ size: Int) -> ClosedRange<Int>? {
        if let first {
            let end = min(last ?? size - 1, size - 1)
            return first <= end ? first...end : nil
        }
        // The last so many bytes.
        guard let last, last > 0, size > 0 else { return nil }
        return max(0, size - last)...(size - 1)
    }

    static func size(of path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }
}

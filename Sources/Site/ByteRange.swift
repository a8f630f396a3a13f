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
        guard ends.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return nil }
        first = Int(ends[0])
        last = Int(ends[1])
        // A number that is too large for a file is none.
        guard (first == nil) == ends[0].isEmpty, (last == nil) == ends[1].isEmpty, first != nil || last != nil
        else { return nil }
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

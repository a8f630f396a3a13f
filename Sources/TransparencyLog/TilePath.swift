/// The common form of tile and bundle paths: an index in groups of three digits, then the width of a partial
/// one
/// (tlog-tiles v0.1.0, Merkle Tree).
enum TilePath {
    /// The number of hashes or entries in a full tile or bundle.
    static let fullWidth = 256

    static func text(index: Int, width: Int) -> String {
        var groups: [String] = []
        var rest = index
        repeat {
            let digits = String(rest % 1000)
            let padded = String(repeating: "0", count: 3 - digits.utf8.count) + digits
            groups.append(groups.isEmpty ? padded : "x" + padded)
            rest /= 1000
        } while rest > 0
        let path = groups.reversed().joined(separator: "/")
        return width == fullWidth ? path : "\(path).p/\(width)"
    }

    /// The index and width that a path stands for, or nil if it is not exactly what ``text(index:width:)``
    /// writes.
    static func parse(_ text: Substring) -> (index: Int, width: Int)? {
        var parts = text.split(separator: "/", omittingEmptySubsequences: false)
        var width = fullWidth
        if parts.count >= 2, parts[parts.count - 2].hasSuffix(".p") {
            guard let partial = Decimal.decode(parts.removeLast().utf8), 1..<fullWidth ~= partial else {
                return nil
            }
            width = partial
            parts[parts.count - 1].removeLast(2)
        }
        guard parts.count <= 7 else { return nil }
        var index = 0
        for (position, part) in parts.enumerated() {
            let digits = position < parts.count - 1 ? part.dropFirst() : part
            guard digits.utf8.count == 3, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
                let value = Int(digits)
            else { return nil }
            let (shifted, overflow) = index.multipliedReportingOverflow(by: 1000)
            let (sum, tooLarge) = shifted.addingReportingOverflow(value)
            guard !overflow, !tooLarge else { return nil }
            index = sum
        }
        return self.text(index: index, width: width) == text ? (index, width) : nil
    }

    static func checkWidth(_ width: Int) throws(LogError) {
        guard 1...fullWidth ~= width else {
            throw malformed("A tile or bundle is 1 to 256 wide, not \(width).")
        }
    }

    static func malformed(_ message: String) -> LogError {
        LogError(.malformedTile, message, section: "tlog-tiles v0.1.0, Merkle Tree")
    }
}

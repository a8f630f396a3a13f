package import Ceasefire

/// Which record an act is for, so that no other log can reuse it.
///
/// The log's origin and the SHA-256 of entry 0's payload, `origin#hex`; within entry 0 itself, where that hash is not
/// known yet, the origin alone.
package struct RecordID: Hashable, Sendable, CustomStringConvertible {
    package let origin: String
    /// `nil` within entry 0.
    package let opening: TextDigest?

    package init(origin: String, opening: TextDigest?) {
        self.origin = origin
        self.opening = opening
    }

    /// `nil` unless the origin can be the name of a log's key and what follows `#` is a SHA-256.
    package init?(_ text: String) {
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard let origin = parts.first, !origin.isEmpty, origin.utf8.count <= 255,
            !origin.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0 == "+" })
        else { return nil }
        self.origin = String(origin)
        if parts.count == 2 {
            guard let digest = TextDigest(hex: String(parts[1])) else { return nil }
            opening = digest
        } else {
            opening = nil
        }
    }

    package var description: String { opening.map { "\(origin)#\($0.hex)" } ?? origin }
}

extension RecordID: WireValue {
    package init<R: WireReader>(from r: inout R) throws(WireFault) {
        let text = try r.string()
        guard let value = RecordID(text) else {
            throw r.fault("“\(text)” is no record: its origin, #, and the SHA-256 of the payload of entry 0")
        }
        self = value
    }

    package func write(to w: inout JSONWriter) { w.string(description) }
}

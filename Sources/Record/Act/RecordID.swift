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
        var text = text
        // Every entry states its record: bytes are looked at, and no characters.
        let parts = text.withUTF8 { utf8 -> (origin: String, opening: TextDigest?)? in
            let end = utf8.firstIndex(of: UInt8(ascii: "#"))
            let origin = UnsafeBufferPointer(rebasing: utf8[..<(end ?? utf8.endIndex)])
            guard !origin.isEmpty, origin.count <= 255 else { return nil }
            let name = String(decoding: origin, as: UTF8.self)
            guard !RecordID.hasForeignSign(origin, name) else { return nil }
            guard let end else { return (name, nil) }
            guard let opening = TextDigest(hex: utf8[(end + 1)...]) else { return nil }
            return (name, opening)
        }
        guard let parts else { return nil }
        (origin, opening) = parts
    }

    /// White space of any kind, or a plus sign: neither can be in the name of a log's key.
    private static func hasForeignSign(_ utf8: UnsafeBufferPointer<UInt8>, _ name: String) -> Bool {
        if utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "+") }) { return false }
        return name.unicodeScalars.contains { $0.properties.isWhitespace || $0 == "+" }
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

package import Ceasefire
import Foundation

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
        self.init(utf8: Array(text.utf8)[...])
    }

    /// - Parameter utf8: valid UTF-8.
    private init?(utf8: ArraySlice<UInt8>) {
        // Every entry states its record: bytes are looked at, and no characters.
        let end = utf8.firstIndex(of: UInt8(ascii: "#"))
        let name = utf8[..<(end ?? utf8.endIndex)]
        guard !name.isEmpty, name.count <= 255 else { return nil }
        origin = String(decoding: name, as: UTF8.self)
        // White space of any kind, or a plus sign: neither can be in the name of a log's key.
        guard
            name.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "+") })
                || !origin.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0 == "+" })
        else { return nil }
        if let end {
            guard let digest = TextDigest(hex: utf8[(end + 1)...]) else { return nil }
            opening = digest
        } else {
            opening = nil
        }
    }

    /// A record with its id as it is written. Nearly every statement is for the record that is being read, and its origin
    /// need not be made anew for each.
    package final class Spelled: Sendable {
        let id: RecordID
        let utf8: [UInt8]

        init(_ id: RecordID) {
            self.id = id
            utf8 = Array(id.description.utf8)
        }

        /// Whether `text` is how the record's id is written.
        fileprivate func isWritten(_ text: ArraySlice<UInt8>) -> Bool {
            utf8.withUnsafeBytes { id in
                text.withUnsafeBytes { text in
                    id.count == text.count && memcmp(id.baseAddress!, text.baseAddress!, id.count) == 0
                }
            }
        }
    }

    package var description: String { opening.map { "\(origin)#\($0.hex)" } ?? origin }
}

extension RecordID: WireValue {
    package init<R: WireReader>(from r: inout R) throws(WireFault) {
        let utf8 = try r.utf8()
        if let known = r.record, known.isWritten(utf8) {
            self = known.id
            return
        }
        guard let value = RecordID(utf8: utf8) else {
            let text = String(decoding: utf8, as: UTF8.self)
            throw r.fault("“\(text)” is no record: its origin, #, and the SHA-256 of the payload of entry 0")
        }
        self = value
    }

    package func write(to w: inout JSONWriter) { w.string(description) }
}

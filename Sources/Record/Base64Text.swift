/// Padded base64 with one spelling for each sequence of bytes (RFC 4648 §4), over arrays only: every entry passes here.
package enum Base64Text {
    private static let letters = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let pad = UInt8(ascii: "=")

    /// For each letter its six bits; 0xFF for whatever is no letter.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()

    package static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var place = 0
        while place < bytes.count {
            let left = bytes.count - place
            let group =
                UInt32(bytes[place]) << 16 | (left > 1 ? UInt32(bytes[place + 1]) << 8 : 0)
                | (left > 2 ? UInt32(bytes[place + 2]) : 0)
            text.append(letters[Int(group >> 18)])
            text.append(letters[Int(group >> 12 & 63)])
            text.append(left > 1 ? letters[Int(group >> 6 & 63)] : pad)
            text.append(left > 2 ? letters[Int(group & 63)] : pad)
            place += 3
        }
        return text
    }

    package static func string(_ bytes: [UInt8]) -> String { String(decoding: encode(bytes), as: UTF8.self) }

    /// `nil` unless `text` is what ``encode(_:)`` writes.
    package static func decode(_ text: [UInt8]) -> [UInt8]? { decode(text[...]) }

    package static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.count.isMultiple(of: 4) else { return nil }
        guard !text.isEmpty else { return [] }
        let pads = text.last == pad ? (text[text.endIndex - 2] == pad ? 2 : 1) : 0
        let count = text.count / 4 * 3 - pads
        let values = Base64Text.values
        var isForeign = false
        var rest: UInt32 = 0
        let bytes = text.withUnsafeBufferPointer { text in
            [UInt8](unsafeUninitializedCapacity: count) { bytes, initialized in
                var written = 0
                var place = 0
                let letters = text.count - pads
                while place < text.count {
                    var group: UInt32 = 0
                    for next in place..<place + 4 {
                        let value = next < letters ? values[Int(text[next])] : 0
                        if value == 0xFF { isForeign = true }
                        group = group << 6 | UInt32(value & 63)
                    }
                    for shift in [UInt32(16), 8, 0] {
                        if written < count {
                            bytes[written] = UInt8(group >> shift & 255)
                            written += 1
                        } else {
                            rest |= group >> shift & 255
                        }
                    }
                    place += 4
                }
                initialized = written
            }
        }
        return isForeign || rest != 0 ? nil : bytes
    }
}

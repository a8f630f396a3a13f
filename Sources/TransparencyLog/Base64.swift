/// Standard base64 with padding (RFC 4648 §4), strict in both directions: one text for each sequence of
/// bytes.
package enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")

    /// The base64 text of `bytes` as ASCII.
    package static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var group: UInt32 = 0
        var held = 0
        for byte in bytes {
            group = group << 8 | UInt32(byte)
            held += 1
            if held == 3 {
                for shift in [18, 12, 6, 0] as [UInt32] { text.append(alphabet[Int(group >> shift & 63)]) }
                group = 0
                held = 0
            }
        }
        switch held {
        case 1:
            text.append(alphabet[Int(group >> 2 & 63)])
            text.append(alphabet[Int(group << 4 & 63)])
            text.append(padding)
            text.append(padding)
        case 2:
            text.append(alphabet[Int(group >> 10 & 63)])
            text.append(alphabet[Int(group >> 4 & 63)])
            text.append(alphabet[Int(group << 2 & 63)])
            text.append(padding)
        default: break
        }
        return text
    }

    /// The base64 text of `bytes` as a string.
    package static func string(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: encode(bytes), as: Unicode.ASCII.self)
    }

    /// The bytes that `text` stands for, or nil if it is not the only base64 text for them: white space,
    /// missing
    /// or surplus padding, foreign letters and unused bits that are not zero are all refused.
    package static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        let count = text.count
        guard count.isMultiple(of: 4) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count / 4 * 3)
        var group: UInt32 = 0
        var held = 0
        var pads = 0
        for letter in text {
            if letter == padding {
                pads += 1
                group <<= 6
            } else {
                guard pads == 0, let value = value(of: letter) else { return nil }
                group = group << 6 | UInt32(value)
            }
            held += 1
            guard held == 4 else { continue }
            guard pads <= 2 else { return nil }
            bytes.append(UInt8(group >> 16 & 255))
            if pads < 2 { bytes.append(UInt8(group >> 8 & 255)) }
            if pads < 1 { bytes.append(UInt8(group & 255)) }
            let unused: UInt32 = pads == 2 ? 0xFFFF : pads == 1 ? 0xFF : 0
            guard group & unused == 0 else { return nil }
            group = 0
            held = 0
        }
        return bytes
    }

    private static func value(of letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): letter - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}

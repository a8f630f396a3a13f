/// Padded base64 with one spelling for each sequence of bytes (RFC 4648 §4), over arrays only: every entry passes here.
package enum Base64Text {
    private static let letters = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let pad = UInt8(ascii: "=")

    /// For each byte as the first, second, third or fourth letter of a group, its six bits where they belong among the
    /// 24; beyond those, bits for whatever is no letter.
    private static let values: [UInt32] = {
        var values = [UInt32](repeating: foreign, count: 4 * 256)
        for (value, letter) in letters.enumerated() {
            for place in 0..<4 { values[256 * place + Int(letter)] = UInt32(value) << UInt32(18 - 6 * place) }
        }
        return values
    }()
    private static let foreign: UInt32 = 0xFF00_0000

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
        guard let count = count(of: text) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        return decode(text, to: &bytes) ? bytes : nil
    }

    /// How many bytes `text` stands for, if it stands for any.
    static func count(of text: ArraySlice<UInt8>) -> Int? {
        guard text.count.isMultiple(of: 4) else { return nil }
        guard text.last == pad else { return text.count / 4 * 3 }
        return text.count / 4 * 3 - (text[text.endIndex - 2] == pad ? 2 : 1)
    }

    /// Adds the bytes that `text` stands for.
    /// - Returns: whether it stands for any; nothing that was added means anything where it does not.
    static func decode(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) -> Bool {
        guard let count = count(of: text) else { return false }
        guard count > 0 else { return text.isEmpty }
        return values.withUnsafeBufferPointer { values in
            text.withUnsafeBufferPointer { text in
                withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { room in
                    guard decode(text, pads: 3 * text.count / 4 - count, by: values, into: room) else {
                        return false
                    }
                    bytes.append(contentsOf: UnsafeBufferPointer(room))
                    return true
                }
            }
        }
    }

    /// - Parameters:
    ///   - text: a multiple of four letters, at least four.
    ///   - bytes: room for three bytes for each four letters, less the pads.
    /// - Returns: whether all letters are letters, and bits that say nothing are zero.
    private static func decode(
        _ text: UnsafeBufferPointer<UInt8>, pads: Int, by values: UnsafeBufferPointer<UInt32>,
        into bytes: UnsafeMutableBufferPointer<UInt8>
    ) -> Bool {
        // What is no letter is looked for once, at the end.
        var seen: UInt32 = 0
        func value(_ place: Int, _ letter: UInt8) -> UInt32 { values[256 * place + Int(letter)] }
        let whole = text.count / 4 - (pads > 0 ? 1 : 0)
        let (letters, room) = (UnsafeRawBufferPointer(text), UnsafeMutableRawBufferPointer(bytes))
        func bits(_ group: Int) -> UInt32 {
            let word = UInt32(littleEndian: letters.loadUnaligned(fromByteOffset: 4 * group, as: UInt32.self))
            let bits =
                value(0, UInt8(truncatingIfNeeded: word)) | value(1, UInt8(truncatingIfNeeded: word >> 8))
                | value(2, UInt8(truncatingIfNeeded: word >> 16)) | value(3, UInt8(word >> 24))
            seen |= bits
            return bits
        }
        // Four bytes are written for three as long as the next group writes over the fourth.
        var group = 0
        while group + 1 < whole {
            room.storeBytes(of: (bits(group) << 8).bigEndian, toByteOffset: 3 * group, as: UInt32.self)
            group += 1
        }
        if group < whole {
            let bits = bits(group)
            bytes[3 * group] = UInt8(truncatingIfNeeded: bits >> 16)
            bytes[3 * group + 1] = UInt8(truncatingIfNeeded: bits >> 8)
            bytes[3 * group + 2] = UInt8(truncatingIfNeeded: bits)
        }
        var rest: UInt32 = 0
        if pads > 0 {
            let third = pads == 1 ? value(2, text[4 * whole + 2]) : 0
            let bits = value(0, text[4 * whole]) | value(1, text[4 * whole + 1]) | third
            seen |= bits
            bytes[3 * whole] = UInt8(truncatingIfNeeded: bits >> 16)
            if pads == 1 { bytes[3 * whole + 1] = UInt8(truncatingIfNeeded: bits >> 8) }
            rest = bits & (pads == 1 ? 0xFF : 0xFFFF)
        }
        return seen & foreign == 0 && rest == 0
    }
}

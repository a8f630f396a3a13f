/// Standard base64 with padding (RFC 4648 §4), strict in both directions: one text for each sequence of bytes.
///
/// White space, missing or surplus padding, foreign letters and unused bits that are not zero are all refused. Over arrays
/// only: every entry of a record passes here.
package enum Base64 {
    private static let letters = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let pad = UInt8(ascii: "=")

    /// The six bits of each byte that is a letter; of any other, all eight. Small, so that little is fetched of it where
    /// much else was done since the last text.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()

    /// The text of `bytes` in ASCII.
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

    /// The text of `bytes` as a string.
    package static func string(_ bytes: [UInt8]) -> String { String(decoding: encode(bytes), as: UTF8.self) }

    /// `nil` unless `text` is what ``encode(_:)`` writes.
    package static func decode(_ text: [UInt8]) -> [UInt8]? { decode(text[...]) }

    /// The same for text that stands in other text.
    package static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard let count = count(of: text) else { return nil }
        var isText = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, used in
            isText = decode(text, into: UnsafeMutableBufferPointer(rebasing: room[..<count]))
            used = isText ? count : 0
        }
        return isText ? bytes : nil
    }

    /// How many bytes `text` stands for, if it stands for any.
    package static func count(of text: ArraySlice<UInt8>) -> Int? {
        guard text.count.isMultiple(of: 4) else { return nil }
        guard text.last == pad else { return text.count / 4 * 3 }
        return text.count / 4 * 3 - (text[text.endIndex - 2] == pad ? 2 : 1)
    }

    /// Writes the bytes that `text` stands for.
    /// - Parameter bytes: room for as many as ``count(of:)`` says.
    /// - Returns: whether it stands for any; nothing that was written means anything where it does not.
    package static func decode(
        _ text: ArraySlice<UInt8>, into bytes: UnsafeMutableBufferPointer<UInt8>
    ) -> Bool {
        guard !bytes.isEmpty else { return text.isEmpty }
        return values.withUnsafeBufferPointer { values in
            text.withUnsafeBufferPointer { text in
                decode(text, pads: 3 * text.count / 4 - bytes.count, by: values, into: bytes)
            }
        }
    }

    /// - Parameters:
    ///   - text: a multiple of four letters, at least four.
    ///   - bytes: room for three bytes for each four letters, less the pads.
    /// - Returns: whether all letters are letters, and bits that say nothing are zero.
    private static func decode(
        _ text: UnsafeBufferPointer<UInt8>, pads: Int, by values: UnsafeBufferPointer<UInt8>,
        into bytes: UnsafeMutableBufferPointer<UInt8>
    ) -> Bool {
        // What is no letter is looked for once, at the end.
        var seen: UInt32 = 0
        func bits(_ letter: UInt8) -> UInt32 {
            let bits = UInt32(values[Int(letter)])
            seen |= bits
            return bits
        }
        let whole = text.count / 4 - (pads > 0 ? 1 : 0)
        let (letters, room) = (UnsafeRawBufferPointer(text), UnsafeMutableRawBufferPointer(bytes))
        func group(_ group: Int) -> UInt32 {
            let word = UInt32(littleEndian: letters.loadUnaligned(fromByteOffset: 4 * group, as: UInt32.self))
            return (bits(UInt8(truncatingIfNeeded: word)) << 18)
                | (bits(UInt8(truncatingIfNeeded: word >> 8)) << 12)
                | (bits(UInt8(truncatingIfNeeded: word >> 16)) << 6) | bits(UInt8(word >> 24))
        }
        // Four bytes are written for three as long as the next group writes over the fourth.
        var next = 0
        while next + 1 < whole {
            room.storeBytes(of: (group(next) << 8).bigEndian, toByteOffset: 3 * next, as: UInt32.self)
            next += 1
        }
        if next < whole {
            let bits = group(next)
            bytes[3 * next] = UInt8(truncatingIfNeeded: bits >> 16)
            bytes[3 * next + 1] = UInt8(truncatingIfNeeded: bits >> 8)
            bytes[3 * next + 2] = UInt8(truncatingIfNeeded: bits)
        }
        var rest: UInt32 = 0
        if pads > 0 {
            let third = pads == 1 ? bits(text[4 * whole + 2]) << 6 : 0
            let bits = (bits(text[4 * whole]) << 18) | (bits(text[4 * whole + 1]) << 12) | third
            bytes[3 * whole] = UInt8(truncatingIfNeeded: bits >> 16)
            if pads == 1 { bytes[3 * whole + 1] = UInt8(truncatingIfNeeded: bits >> 8) }
            rest = bits & (pads == 1 ? 0xFF : 0xFFFF)
        }
        return seen < 64 && rest == 0
    }
}

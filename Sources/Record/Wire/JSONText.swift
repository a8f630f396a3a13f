import Foundation

/// What the strings of compact JSON hold as it stands.
enum JSONText {
    /// The first byte of `range` that a string cannot hold as it is: the closing quote, an escape or a control.
    /// Most of an entry is read here, eight bytes at a time.
    static func plainEnd(in bytes: [UInt8], _ range: Range<Int>) -> (place: Int, isASCII: Bool) {
        bytes.withUnsafeBytes { buffer in
            let (ones, highs) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
            let quotes = ones &* UInt64(UInt8(ascii: "\""))
            let escapes = ones &* UInt64(UInt8(ascii: "\\"))
            var seen: UInt64 = 0
            var next = range.lowerBound
            while next + 8 <= range.upperBound {
                let word = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: next, as: UInt64.self))
                // The high bit of the lowest byte that is below 0x20 or has no difference to a quote or an escape; bits
                // above it may be wrong, since a byte borrows from the next.
                let stops =
                    ((word &- ones &* 0x20) & ~word) | (((word ^ quotes) &- ones) & ~(word ^ quotes))
                    | (((word ^ escapes) &- ones) & ~(word ^ escapes))
                if stops & highs != 0 {
                    let count = (stops & highs).trailingZeroBitCount / 8
                    let before = count == 0 ? 0 : word << (64 - 8 * UInt64(count))
                    return (next + count, (seen | before) & highs == 0)
                }
                seen |= word
                next += 8
            }
            while next < range.upperBound {
                let byte = buffer[next]
                if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
                seen |= UInt64(byte)
                next += 1
            }
            return (next, seen & highs == 0)
        }
    }

    /// The first quote of `range`.
    static func quote(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        bytes.withUnsafeBytes { buffer in
            guard !range.isEmpty, let start = buffer.baseAddress,
                let found = memchr(start + range.lowerBound, Int32(UInt8(ascii: "\"")), range.count)
            else { return nil }
            return UnsafeRawPointer(found) - start
        }
    }

    /// U+FDD0–FDEF and the last two code points of every plane, in text that is known to be UTF-8.
    static func hasNoncharacter(_ utf8: ArraySlice<UInt8>) -> Bool {
        utf8.withUnsafeBufferPointer { buffer in
            for place in buffer.indices where buffer[place] >= 0xEF {
                let byte = buffer[place]
                if byte == 0xEF {
                    let pair = (buffer[place + 1], buffer[place + 2])
                    if pair.0 == 0xB7, (0x90...0xAF).contains(pair.1) { return true }
                    if pair.0 == 0xBF, pair.1 >= 0xBE { return true }
                } else if buffer[place + 1] & 0x0F == 0x0F, buffer[place + 2] == 0xBF,
                    buffer[place + 3] >= 0xBE
                {
                    return true
                }
            }
            return false
        }
    }
}

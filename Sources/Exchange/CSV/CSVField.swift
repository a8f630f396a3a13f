/// A field as it stands in the table, quotation marks included.
///
/// Whoever makes one answers for the bytes: they stay where they are as long as it lives.
struct CSVField {
    /// What stands between the quotation marks, if there are any.
    let content: UnsafeRawBufferPointer
    /// Whether quotation marks within are written twice.
    let hasDoubledQuotes: Bool

    @inline(__always)
    init(_ bytes: UnsafeRawBufferPointer) {
        if bytes.count >= 2, bytes[0] == 0x22 {
            content = UnsafeRawBufferPointer(rebasing: bytes[1..<(bytes.count - 1)])
            hasDoubledQuotes = content.contains(0x22)
        } else {
            content = bytes
            hasDoubledQuotes = false
        }
    }

    var text: String {
        hasDoubledQuotes
            ? String(decoding: singleQuoted, as: UTF8.self) : String(decoding: content, as: UTF8.self)
    }

    /// The content with each quotation mark once.
    var singleQuoted: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(content.count)
        var isSecond = false
        for byte in content {
            isSecond = byte == 0x22 && !isSecond
            if !isSecond { bytes.append(byte) }
        }
        return bytes
    }

    /// The content without spaces around it.
    @inline(__always)
    var trimmed: UnsafeRawBufferPointer {
        var lower = 0
        var upper = content.count
        while lower < upper, content[lower] == 0x20 || content[lower] == 0x09 { lower += 1 }
        while lower < upper, content[upper - 1] == 0x20 || content[upper - 1] == 0x09 { upper -= 1 }
        return UnsafeRawBufferPointer(rebasing: content[lower..<upper])
    }

    /// Whether trimmed bytes are nothing, or a word for nothing.
    static func isMissing(_ bytes: UnsafeRawBufferPointer) -> Bool {
        if bytes.isEmpty { return true }
        if bytes.count > 4 || bytes[0] | 0x20 != 0x6E { return false }  // all of the words begin with n
        return ["na", "nan", "null"].contains(String(decoding: bytes, as: UTF8.self).lowercased())
    }
}

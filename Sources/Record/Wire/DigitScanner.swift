import Ceasefire

/// Reads dates, times and offsets digit by digit.
struct DigitScanner {
    private let utf8: ArraySlice<UInt8>
    private var position: Int

    init(_ utf8: ArraySlice<UInt8>) {
        self.utf8 = utf8
        position = utf8.startIndex
    }

    var isAtEnd: Bool { position == utf8.endIndex }

    /// Exactly `count` digits.
    mutating func number(_ count: Int) -> Int? {
        guard position + count <= utf8.endIndex else { return nil }
        var value = 0
        for byte in utf8[position..<position + count] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        position += count
        return value
    }

    /// Goes past `sign` if it comes next.
    mutating func skip(_ sign: Unicode.Scalar) -> Bool {
        guard position < utf8.endIndex, utf8[position] == UInt8(ascii: sign) else { return false }
        position += 1
        return true
    }

    mutating func date() -> (year: Int, month: Int, day: Int)? {
        guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2) else {
            return nil
        }
        return (year, month, day)
    }

    /// Whether an offset could come next.
    var isAtSign: Bool {
        position < utf8.endIndex
            && (utf8[position] == UInt8(ascii: "+") || utf8[position] == UInt8(ascii: "-"))
    }

    /// `+hh:mm` or `-hh:mm`.
    mutating func offset() -> UTCOffset? {
        let isEast = skip("+")
        guard isEast || skip("-"), let hours = number(2), skip(":"), let minutes = number(2), minutes < 60
        else {
            return nil
        }
        let size = hours * 60 + minutes
        guard isEast || size > 0 else { return nil }
        return UTCOffset(minutes: isEast ? size : -size)
    }
}

/// SHA-256 of the exact bytes of a text or an attachment, as `sha256sum` prints it: 64 lower-case hex digits.
public struct TextDigest: Hashable, Sendable, Comparable, CustomStringConvertible {
    // Four words, the first bytes in the highest places, so that their order is that of the digits: a record holds a
    // digest for each entry, and none of them should be an object of its own.
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// How many bytes a digest has.
    public static let byteCount = 32

    /// `nil` unless `hex` is 64 digits of `0–9a–f`.
    public init?(hex: String) {
        guard hex.utf8.count == 2 * TextDigest.byteCount else { return nil }
        var words: [UInt64] = [0, 0, 0, 0]
        for (place, letter) in hex.utf8.enumerated() {
            let digit: UInt8
            switch letter {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = letter - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = letter - UInt8(ascii: "a") + 10
            default: return nil
            }
            words[place / 16] = words[place / 16] << 4 | UInt64(digit)
        }
        self.words = (words[0], words[1], words[2], words[3])
    }

    /// `nil` unless there are exactly 32 bytes.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == TextDigest.byteCount else { return nil }
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        for (place, byte) in bytes.enumerated() {
            switch place / 8 {
            case 0: words.0 = words.0 << 8 | UInt64(byte)
            case 1: words.1 = words.1 << 8 | UInt64(byte)
            case 2: words.2 = words.2 << 8 | UInt64(byte)
            default: words.3 = words.3 << 8 | UInt64(byte)
            }
        }
        self.words = words
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        [words.0, words.1, words.2, words.3].flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64($0))) }
        }
    }

    public var hex: String {
        String(unsafeUninitializedCapacity: 2 * TextDigest.byteCount) { text in
            for (place, byte) in bytes.enumerated() {
                text[2 * place] = TextDigest.letter(byte >> 4)
                text[2 * place + 1] = TextDigest.letter(byte & 15)
            }
            return 2 * TextDigest.byteCount
        }
    }

    public var description: String { hex }

    public static func == (left: Self, right: Self) -> Bool { left.words == right.words }

    public static func < (left: Self, right: Self) -> Bool { left.words < right.words }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }

    private static func letter(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
}

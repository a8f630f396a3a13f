/// SHA-256 of the exact bytes of a text or an attachment, as `sha256sum` prints it: 64 lower-case hex digits.
public struct TextDigest: Hashable, Sendable, Comparable, CustomStringConvertible {
    // Four words, the first bytes in the highest places, so that their order is that of the digits: a record holds a
    // digest for each entry, and none of them should be an object of its own.
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// How many bytes a digest has.
    public static let byteCount = 32

    /// `nil` unless `hex` is 64 digits of `0–9a–f`.
    public init?(hex: Substring) {
        var hex = hex
        guard let words = hex.withUTF8({ TextDigest.words(hex: $0) }) else { return nil }
        self.words = words
    }

    /// `nil` unless `hex` is 64 digits of `0–9a–f`.
    public init?(hex: String) { self.init(hex: hex[...]) }

    /// `nil` unless `hex` is 64 digits of `0–9a–f` in ASCII.
    public init?(hex: ArraySlice<UInt8>) {
        guard let words = hex.withUnsafeBufferPointer({ TextDigest.words(hex: $0) }) else { return nil }
        self.words = words
    }

    private static func words(
        hex digits: UnsafeBufferPointer<UInt8>
    ) -> (UInt64, UInt64, UInt64, UInt64)? {
        guard digits.count == 2 * TextDigest.byteCount else { return nil }
        let raw = UnsafeRawBufferPointer(digits)
        var foreign: UInt64 = 0
        /// Eight digits at a time: their values in eight bytes, then pushed together into four.
        func half(_ place: Int) -> UInt64 {
            let letters = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self))
            let (ones, nibbles) = (0x0101_0101_0101_0101 as UInt64, 0x0F0F_0F0F_0F0F_0F0F as UInt64)
            let isLetter = letters >> 6 & ones
            let values = (letters & nibbles) &+ 9 &* isLetter
            // What these values are written as must be what stands there, and none may be more than a digit holds.
            let above9 = (values &+ 6 &* ones) >> 4 & ones
            foreign |= values & (ones << 4)
            foreign |= letters ^ ((values & nibbles) &+ 0x30 &* ones &+ 0x27 &* above9)
            let pairs = (values | values >> 4) & 0x00FF_00FF_00FF_00FF
            let quads = (pairs | pairs >> 8) & 0x0000_FFFF_0000_FFFF
            return (quads | quads >> 16) & 0xFFFF_FFFF
        }
        func word(_ place: Int) -> UInt64 { half(2 * place) << 32 | half(2 * place + 1) }
        let words = (word(0), word(1), word(2), word(3))
        return foreign == 0 ? words : nil
    }

    /// `nil` unless there are exactly 32 bytes.
    public init?(bytes: UnsafeRawBufferPointer) {
        guard bytes.count == TextDigest.byteCount else { return nil }
        words = TextDigest.words(in: bytes)
    }

    /// `nil` unless there are exactly 32 bytes.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == TextDigest.byteCount else { return nil }
        // Outside of this module the collection is not specialised: its bytes are looked at as raw memory.
        let words = bytes.withContiguousStorageIfAvailable {
            TextDigest.words(in: UnsafeRawBufferPointer($0))
        }
        self.words = words ?? Array(bytes).withUnsafeBytes { TextDigest.words(in: $0) }
    }

    private static func words(in bytes: UnsafeRawBufferPointer) -> (UInt64, UInt64, UInt64, UInt64) {
        func word(_ place: Int) -> UInt64 {
            UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self))
        }
        return (word(0), word(1), word(2), word(3))
    }

    /// The first eight bytes.
    package var leadingWord: UInt64 { words.0 }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: TextDigest.byteCount) { bytes, count in
            let raw = UnsafeMutableRawBufferPointer(bytes)
            for (place, word) in [words.0, words.1, words.2, words.3].enumerated() {
                raw.storeBytes(of: word.bigEndian, toByteOffset: 8 * place, as: UInt64.self)
            }
            count = TextDigest.byteCount
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

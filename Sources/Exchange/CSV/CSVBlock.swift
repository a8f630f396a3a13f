/// Where the bytes that shape a table stand among 64 bytes: bit n is the n-th byte.
struct CSVBlock {
    let quotes: UInt64
    let separators: UInt64
    let lineFeeds: UInt64
    let returns: UInt64
    /// Whether all 64 bytes are ASCII.
    let isASCII: Bool

    @inline(__always)
    init(_ bytes: UnsafeRawPointer, separator: UInt8) {
        let a = bytes.loadUnaligned(fromByteOffset: 0, as: SIMD16<UInt8>.self)
        let b = bytes.loadUnaligned(fromByteOffset: 16, as: SIMD16<UInt8>.self)
        let c = bytes.loadUnaligned(fromByteOffset: 32, as: SIMD16<UInt8>.self)
        let d = bytes.loadUnaligned(fromByteOffset: 48, as: SIMD16<UInt8>.self)
        quotes = Self.places(of: 0x22, a, b, c, d)
        separators = Self.places(of: separator, a, b, c, d)
        lineFeeds = Self.places(of: 0x0A, a, b, c, d)
        returns = Self.places(of: 0x0D, a, b, c, d)
        let all = unsafeBitCast(a | b | c | d, to: SIMD2<UInt64>.self)
        isASCII = (all[0] | all[1]) & 0x8080_8080_8080_8080 == 0
    }

    /// Each group of eight bytes leaves its matches in a bit plane of its own, so that the planes lie in one word
    /// as an 8 × 8 matrix of bits. Turned over, it holds the matches in the order of the bytes.
    @inline(__always)
    private static func places(
        of byte: UInt8, _ a: SIMD16<UInt8>, _ b: SIMD16<UInt8>, _ c: SIMD16<UInt8>, _ d: SIMD16<UInt8>
    ) -> UInt64 {
        let wanted = SIMD16<UInt8>(repeating: byte)
        let planes =
            plane(0, where: a .== wanted) | plane(2, where: b .== wanted) | plane(4, where: c .== wanted)
            | plane(6, where: d .== wanted)
        let halves = unsafeBitCast(planes, to: SIMD2<UInt64>.self)
        let matrix = halves[0] | halves[1]
        return matrix == 0 ? 0 : transposed(matrix)
    }

    @inline(__always)
    private static func plane(_ bit: UInt8, where mask: SIMDMask<SIMD16<Int8>>) -> SIMD16<UInt8> {
        let low: UInt8 = 1 << bit
        let high: UInt8 = 2 << bit
        let bits = SIMD16<UInt8>(
            low, low, low, low, low, low, low, low, high, high, high, high, high, high, high, high)
        return SIMD16<UInt8>(repeating: 0).replacing(with: bits, where: mask)
    }

    /// Bit 8i + k and bit 8k + i change places: first within 2 × 2 squares, then 4 × 4, then the whole.
    @inline(__always)
    private static func transposed(_ matrix: UInt64) -> UInt64 {
        var m = matrix
        var swap = (m ^ (m &>> 7)) & 0x00AA_00AA_00AA_00AA
        m ^= swap ^ (swap &<< 7)
        swap = (m ^ (m &>> 14)) & 0x0000_CCCC_0000_CCCC
        m ^= swap ^ (swap &<< 14)
        swap = (m ^ (m &>> 28)) & 0x0000_0000_F0F0_F0F0
        return m ^ swap ^ (swap &<< 28)
    }

    /// Bit n of the answer is the parity of bits 0 to n: from the places of quotes, what stands inside them.
    @inline(__always)
    static func runningParity(_ bits: UInt64) -> UInt64 {
        var parity = bits
        parity ^= parity &<< 1
        parity ^= parity &<< 2
        parity ^= parity &<< 4
        parity ^= parity &<< 8
        parity ^= parity &<< 16
        parity ^= parity &<< 32
        return parity
    }
}

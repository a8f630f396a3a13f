/// Stable sorting by whole-number keys in linear time, which keeps linkage linear in the number of reports.
enum RadixSort {
    /// A key and the place it came from.
    struct Keyed: BitwiseCopyable {
        var key: UInt64
        var index: UInt32
    }

    private static let digitBits = 11

    /// Sorts by the bits of the key from `firstBit` upwards; elements that agree there keep their order.
    ///
    /// Least significant digit first. A digit in which all keys agree costs nothing.
    @inline(__always)
    static func sort<Element: BitwiseCopyable>(
        _ elements: inout [Element], firstBit: Int = 0, by key: (Element) -> UInt64
    ) {
        guard let first = elements.first else { return }
        var differing: UInt64 = 0
        for element in elements { differing |= key(element) ^ key(first) }
        var scratch = elements
        let mask = (1 << digitBits) - 1
        for shift in stride(from: firstBit, to: 64, by: digitBits)
        where (differing >> UInt64(shift)) & UInt64(mask) != 0 {
            var places = [Int](repeating: 0, count: mask + 1)
            for element in elements {
                places[Int(truncatingIfNeeded: key(element) >> UInt64(shift)) & mask] += 1
            }
            var next = 0
            for digit in 0...mask {
                let count = places[digit]
                places[digit] = next
                next += count
            }
            for element in elements {
                let digit = Int(truncatingIfNeeded: key(element) >> UInt64(shift)) & mask
                scratch[places[digit]] = element
                places[digit] += 1
            }
            swap(&elements, &scratch)
        }
    }

    /// The places of keys in ascending order, equal keys in the order in which they stand.
    static func order(_ keys: [UInt64]) -> [UInt32] {
        var keyed: [Keyed] = []
        keyed.reserveCapacity(keys.count)
        for (index, key) in keys.enumerated() { keyed.append(Keyed(key: key, index: UInt32(index))) }
        sort(&keyed) { $0.key }
        return keyed.map(\.index)
    }

    /// A key that sorts as the signed number does.
    @inline(__always)
    static func key(_ number: Int) -> UInt64 { UInt64(bitPattern: Int64(number)) ^ (1 << 63) }

    /// A key that sorts as the finite number does, both zeros being one.
    @inline(__always)
    static func key(_ number: Double) -> UInt64 {
        let bits = (number + 0).bitPattern
        return bits >> 63 == 0 ? bits | (1 << 63) : ~bits
    }
}

/// Stable sorting by whole-number keys in linear time.
///
/// Least significant digit first, each digit by counting. Keys that differ in few bits, as days and the cells of a grid
/// do, take few passes.
enum RadixSort {
    /// A key and the place it came from.
    struct Keyed: BitwiseCopyable {
        var key: UInt64
        var index: UInt32
    }

    private static let widest = 11

    /// Sorts by the bits of the key from `firstBit` upwards; elements that agree there keep their order.
    @inline(__always)
    static func sort<Element: BitwiseCopyable>(
        _ elements: inout [Element], firstBit: Int = 0, by key: (Element) -> UInt64
    ) {
        guard let first = elements.first else { return }
        var differing: UInt64 = 0
        for element in elements { differing |= key(element) ^ key(first) }
        differing &= ~0 << UInt64(firstBit)
        guard differing != 0 else { return }
        let lowBit = differing.trailingZeroBitCount
        let bits = UInt64.bitWidth - differing.leadingZeroBitCount - lowBit
        let passes = (bits + widest - 1) / widest
        let width = (bits + passes - 1) / passes
        var scratch = elements
        var places = [Int](repeating: 0, count: 1 << width)
        for pass in 0..<passes {
            let shift = UInt64(lowBit + pass * width)
            guard differing >> shift & UInt64(places.count - 1) != 0 else { continue }
            deal(elements, into: &scratch, by: shift, &places, key)
            swap(&elements, &scratch)
        }
    }

    /// Deals the elements out by one digit of their keys, keeping the order of equal ones.
    @inline(__always)
    private static func deal<Element: BitwiseCopyable>(
        _ elements: [Element], into sorted: inout [Element], by shift: UInt64, _ places: inout [Int],
        _ key: (Element) -> UInt64
    ) {
        let mask = UInt64(places.count - 1)
        // Buffers, because this is most of the time that a survival curve takes.
        elements.withUnsafeBufferPointer { elements in
            sorted.withUnsafeMutableBufferPointer { sorted in
                places.withUnsafeMutableBufferPointer { places in
                    places.update(repeating: 0)
                    for element in elements {
                        places[Int(truncatingIfNeeded: key(element) &>> shift & mask)] &+= 1
                    }
                    var next = 0
                    for digit in places.indices {
                        let count = places[digit]
                        places[digit] = next
                        next &+= count
                    }
                    for element in elements {
                        let digit = Int(truncatingIfNeeded: key(element) &>> shift & mask)
                        sorted[places[digit]] = element
                        places[digit] &+= 1
                    }
                }
            }
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

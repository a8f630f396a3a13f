/// Which position comes first, second, third when numbers are put in ascending order.
///
/// A radix sort of the bit patterns: whole numbers, which is what days are, differ in few bits, so that two
/// passes order them. Equal numbers keep the order they came in.
enum AscendingOrder {
    /// The positions of finite numbers in ascending order.
    static func of(_ values: [Double]) -> [Int] {
        let count = values.count
        guard let first = values.first else { return [] }
        var least = ordinal(first)
        var most = least
        for value in values {
            let ordinal = ordinal(value)
            least = Swift.min(least, ordinal)
            most = Swift.max(most, ordinal)
        }
        var items: [Item] = []
        items.reserveCapacity(count)
        var used: UInt64 = 0
        for (position, value) in values.enumerated() {
            let key = ordinal(value) &- least
            used |= key
            items.append(Item(key: key, position: position))
        }
        if used != 0 { sort(&items, from: used.trailingZeroBitCount, to: 64 - used.leadingZeroBitCount) }
        var order: [Int] = []
        order.reserveCapacity(count)
        for item in items { order.append(item.position) }
        return order
    }

    private struct Item {
        var key: UInt64
        var position: Int
    }

    /// A whole number that rises with the value; both zeros have the same.
    private static func ordinal(_ value: Double) -> UInt64 {
        let bits = (value + 0).bitPattern
        return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
    }

    private static func sort(_ items: inout [Item], from lowBit: Int, to highBit: Int) {
        let passes = (highBit - lowBit + 10) / 11
        let width = (highBit - lowBit + passes - 1) / passes
        var spare = items
        var places = [Int](repeating: 0, count: 1 << width)
        for pass in 0..<passes {
            deal(&items, into: &spare, by: UInt64(lowBit + pass * width), &places)
            swap(&items, &spare)
        }
    }

    /// One pass: deals the items out by one digit of their keys, keeping the order of equal ones.
    private static func deal(
        _ items: inout [Item], into sorted: inout [Item], by shift: UInt64, _ places: inout [Int]
    ) {
        let mask = UInt64(places.count - 1)
        // Buffers, because this is most of the time that a survival curve takes.
        items.withUnsafeMutableBufferPointer { items in
            sorted.withUnsafeMutableBufferPointer { sorted in
                places.withUnsafeMutableBufferPointer { places in
                    places.update(repeating: 0)
                    for item in items { places[Int(truncatingIfNeeded: item.key &>> shift & mask)] &+= 1 }
                    var place = 0
                    for digit in places.indices {
                        let count = places[digit]
                        places[digit] = place
                        place &+= count
                    }
                    for item in items {
                        let digit = Int(truncatingIfNeeded: item.key &>> shift & mask)
                        sorted[places[digit]] = item
                        places[digit] &+= 1
                    }
                }
            }
        }
    }
}

/// Which position comes first, second, third when numbers are put in ascending order.
///
/// Whole numbers, which is what days are, differ in few bits, so that a radix sort of the bit patterns orders them in two
/// passes. Equal numbers keep the order they came in.
enum AscendingOrder {
    private struct Item: BitwiseCopyable {
        var key: UInt64
        var position: Int
    }

    /// The positions of finite numbers in ascending order.
    static func of(_ values: [Double]) -> [Int] {
        var least = UInt64.max
        for value in values { least = Swift.min(least, RadixSort.key(value)) }
        var items: [Item] = []
        items.reserveCapacity(values.count)
        // Less the least of them, the keys differ in fewer bits still.
        for (position, value) in values.enumerated() {
            items.append(Item(key: RadixSort.key(value) &- least, position: position))
        }
        RadixSort.sort(&items) { $0.key }
        var order: [Int] = []
        order.reserveCapacity(values.count)
        for item in items { order.append(item.position) }
        return order
    }
}

import RealModule

/// Points on the sphere sorted into the cubes of a grid laid through it, for finding all points within a radius.
///
/// A cube's space diagonal is just below the radius, so that points in one cube are always neighbours, and
/// neighbours are never more than two cubes apart along an axis. Cubes in space have no poles and no date line.
struct SphereGrid: Sendable {
    /// Occupied cells that are near enough to hold neighbours.
    struct Pair: Sendable {
        let first: Int32
        let second: Int32
    }

    /// The points, those of one cell side by side.
    let vectors: [UnitVector]
    /// For each sorted place, the point's index in the input.
    let order: [Int]
    /// Where each cell begins among the sorted points, with the end after the last.
    let starts: [Int]
    /// Each two occupied cells at most two apart along every axis, once.
    let nearby: [Pair]
    /// Whether any two points in one cell are within the radius.
    let cellsAreTight: Bool

    var cellCount: Int { starts.count - 1 }

    @inline(__always)
    func range(of cell: Int) -> Range<Int> { starts[cell]..<starts[cell + 1] }

    /// - Parameter radius: in kilometres, positive.
    init(_ points: [GeographicPoint], radius: Double) {
        // The margin of a millionth is far above the rounding of coordinates and cell numbers.
        let exact = Double.sqrt(UnitVector.squaredChord(ofArc: radius) / 3) * (1 - 1e-6)
        // Three cell numbers share one word: below about ten metres the cells stop shrinking and may hold
        // strangers.
        let smallest = 2.0 / Double(1 << 20)
        cellsAreTight = exact >= smallest
        let perUnit = 1 / Swift.max(exact, smallest)

        var unsorted: [UnitVector] = []
        unsorted.reserveCapacity(points.count)
        var least = CellNumber(x: .max, y: .max, z: .max)
        var greatest = CellNumber(x: 0, y: 0, z: 0)
        var numbers: [CellNumber] = []
        numbers.reserveCapacity(points.count)
        for point in points {
            let vector = UnitVector(point)
            let number = CellNumber(vector, perUnit: perUnit)
            least.lower(to: number)
            greatest.raise(to: number)
            unsorted.append(vector)
            numbers.append(number)
        }
        let layout = CellKey(least: least, greatest: greatest)
        var keyed: [CellKey.Keyed] = []
        keyed.reserveCapacity(points.count)
        for (index, number) in numbers.enumerated() {
            keyed.append(CellKey.Keyed(key: layout.key(number), index: Int32(index)))
        }
        RadixSort.sort(&keyed) { UInt64(bitPattern: $0.key) }

        var order: [Int] = []
        var vectors: [UnitVector] = []
        order.reserveCapacity(points.count)
        vectors.reserveCapacity(points.count)
        var starts: [Int] = []
        var keys: [Int64] = []
        for (place, element) in keyed.enumerated() {
            if keys.last != element.key {
                keys.append(element.key)
                starts.append(place)
            }
            order.append(Int(element.index))
            vectors.append(unsorted[Int(element.index)])
        }
        starts.append(points.count)
        (self.order, self.vectors, self.starts) = (order, vectors, starts)
        nearby = layout.nearbyPairs(keys)
    }
}

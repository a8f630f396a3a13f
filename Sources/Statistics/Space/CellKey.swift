/// How the three numbers of a grid cell make one sortable number, in no more bits than the data need.
struct CellKey: Sendable {
    /// A cell's key and the point that lies in it.
    struct Keyed: Sendable, BitwiseCopyable {
        /// Never negative.
        let key: Int64
        let index: Int32
    }

    private let least: CellNumber
    private let xShift: Int64
    private let yShift: Int64
    /// Cells of room on either side, so that a neighbour's number never runs into the next field.
    private static let room: Int32 = 2

    /// The layout for cell numbers between two corners; any layout will do where there are none.
    init(least: CellNumber, greatest: CellNumber) {
        self.least = least
        yShift = Self.width(least.z, greatest.z)
        xShift = yShift + Self.width(least.y, greatest.y)
    }

    private static func width(_ least: Int32, _ greatest: Int32) -> Int64 {
        guard greatest >= least else { return 1 }
        return Int64(Int32.bitWidth - (greatest - least + 2 * room).leadingZeroBitCount)
    }

    @inline(__always)
    func key(_ number: CellNumber) -> Int64 {
        let x = Int64(number.x - least.x + Self.room)
        let y = Int64(number.y - least.y + Self.room)
        let z = Int64(number.z - least.z + Self.room)
        return x << xShift | y << yShift | z
    }

    /// Each two cells at most two apart along every axis, once.
    ///
    /// Cells that differ only along the last axis lie side by side in the order of the keys. So the neighbours in
    /// each of the twelve rows ahead are a short stretch that only moves forward as the cell does.
    /// - Parameter keys: of the occupied cells, ascending.
    func nearbyPairs(_ keys: [Int64]) -> [SphereGrid.Pair] {
        let room = Int64(Self.room)
        var pairs: [SphereGrid.Pair] = []
        pairs.reserveCapacity(keys.count * 8)
        for x in 0...room {
            for y in (x == 0 ? 0 : -room)...room {
                let isOwnRow = x == 0 && y == 0
                let step = x << xShift + y << yShift
                var start = 0
                for (cell, key) in keys.enumerated() {
                    let (from, through) = (key + step - room, key + step + room)
                    while start < keys.count && keys[start] < from { start += 1 }
                    if start == keys.count { break }
                    var other = isOwnRow ? cell + 1 : start
                    while other < keys.count && keys[other] <= through {
                        pairs.append(SphereGrid.Pair(first: Int32(cell), second: Int32(other)))
                        other += 1
                    }
                }
            }
        }
        return pairs
    }
}

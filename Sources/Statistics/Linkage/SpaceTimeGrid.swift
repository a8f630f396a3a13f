/// Reports sorted into cells of time and space, so that near pairs are found without comparing all.
///
/// Cells are sorted by column of space and, within a column, by time. A cell's neighbours in one column are
/// then one stretch of reports, and while the cells are walked in order every such stretch only moves forward.
struct SpaceTimeGrid: Sendable {
    private struct Cell: BitwiseCopyable {
        /// Where in space: east in the upper half, north, made positive, in the lower.
        var column: Int64
        /// Where in time.
        var slot: Int
        /// The first of its reports.
        var start: Int

        @inline(__always)
        func isBefore(_ column: Int64, _ slot: Int) -> Bool {
            self.column < column || (self.column == column && self.slot < slot)
        }
    }

    /// A column of space beside a cell's own, and the stretch of it that is within reach in time.
    private struct Reach {
        let column: Int64
        let slots: ClosedRange<Int>
        var first = 0
        var last = 0
        var isOwn: Bool { column == 0 && slots.lowerBound == 0 }
    }

    /// How long a cell lasts, which is also the farthest two reports may be apart in time.
    let span: Double
    /// How wide a cell is, which is also the farthest two reports may be apart in space.
    let width: Double
    /// The rows of the reports that a full cell had no room for.
    let overflow: [UInt32]
    /// Cell by cell, in the order of time within a cell.
    private let reports: [PlacedReport]
    private let cells: [Cell]

    /// Sorts reports, which come in the order of time, into cells; a cell keeps the first `limit` of its own.
    init(_ placed: [PlacedReport], span: Double, width: Double, limit: Int) {
        var keyed: [RadixSort.Keyed] = []
        keyed.reserveCapacity(placed.count)
        for (place, report) in placed.enumerated() {
            let column = Self.column(Self.floor(report.x, width), Self.floor(report.y, width) + 1 << 31)
            keyed.append(.init(key: RadixSort.key(Int(column)), index: UInt32(place)))
        }
        RadixSort.sort(&keyed) { $0.key }

        var reports: [PlacedReport] = []
        var overflow: [UInt32] = []
        var cells: [Cell] = []
        reports.reserveCapacity(keyed.count)
        for element in keyed {
            let report = placed[Int(element.index)]
            let column = Int64(bitPattern: element.key ^ (1 << 63))
            let slot = Self.floor(report.hours, span)
            if let cell = cells.last, cell.column == column, cell.slot == slot {
                if reports.count - cell.start == limit {
                    overflow.append(report.row)
                    continue
                }
            } else {
                cells.append(Cell(column: column, slot: slot, start: reports.count))
            }
            reports.append(report)
        }
        cells.append(Cell(column: .max, slot: .max, start: reports.count))

        self.span = span
        self.width = width
        self.overflow = overflow
        self.reports = reports
        self.cells = cells
    }

    /// Calls `body` once for every pair of reports within a cell's span and width of each other.
    ///
    /// Each cell is compared with itself and its 13 forward neighbours. With a gap, the pairs are those whose
    /// second report is the gap later, give or take the span, and each cell is compared with all cells there.
    /// The body is given two reports, the hours between them and the square of the kilometres.
    @inline(__always)
    func forEachPair(
        gap: Double = 0, _ body: (PlacedReport, PlacedReport, Double, Double) -> Void
    ) {
        var reaches = gap == 0 ? Self.forward : around(gap)
        let square = width * width
        for index in 0..<max(0, cells.count - 1) {
            let cell = cells[index]
            let end = cells[index + 1].start
            for which in reaches.indices {
                let column = cell.column + reaches[which].column
                let slots = reaches[which].slots
                var first = reaches[which].first
                while cells[first].isBefore(column, cell.slot + slots.lowerBound) { first += 1 }
                var last = max(first, reaches[which].last)
                while cells[last].isBefore(column, cell.slot + slots.upperBound + 1) { last += 1 }
                reaches[which].first = first
                reaches[which].last = last
                let isOwn = reaches[which].isOwn
                let stop = cells[last].start
                for place in cell.start..<end {
                    let one = reports[place]
                    var second = isOwn ? place + 1 : cells[first].start
                    while second < stop {
                        let other = reports[second]
                        let apart = other.hours - one.hours
                        let east = other.x - one.x
                        let north = other.y - one.y
                        let distance = east * east + north * north
                        if (apart - gap).magnitude <= span && distance <= square {
                            body(one, other, apart.magnitude, distance)
                        }
                        second += 1
                    }
                }
            }
        }
    }

    /// The cell itself and its 13 forward neighbours.
    private static let forward: [Reach] = [
        Reach(column: 0, slots: 0...1),
        Reach(column: column(0, 1), slots: -1...1),
        Reach(column: column(1, -1), slots: -1...1),
        Reach(column: column(1, 0), slots: -1...1),
        Reach(column: column(1, 1), slots: -1...1),
    ]

    /// The cells a gap later, in the column of a cell and the eight around it.
    private func around(_ gap: Double) -> [Reach] {
        let slots = Self.floor(gap - span, span)...(Self.floor(gap + span, span) + 1)
        var reaches: [Reach] = []
        for east in -1...1 {
            for north in -1...1 { reaches.append(Reach(column: Self.column(east, north), slots: slots)) }
        }
        return reaches
    }

    @inline(__always)
    private static func column(_ east: Int, _ north: Int) -> Int64 { Int64(east) << 32 + Int64(north) }

    /// Tables and windows are bounded so that the quotient is far inside the whole numbers.
    @inline(__always)
    private static func floor(_ value: Double, _ step: Double) -> Int { Int((value / step).rounded(.down)) }
}

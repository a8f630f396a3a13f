/// A report that has a place, in the 48 bytes that comparing it needs.
struct PlacedReport: BitwiseCopyable, Sendable {
    let hours: Double
    let x: Double
    let y: Double
    let row: UInt32
    let source: Int32
    let type: Int32
    let weapon: Int32
    let casualties: Int32

    /// Whether both state the same type.
    @inline(__always)
    func isOfType(of other: PlacedReport) -> Bool { type == other.type && type != ReportTable.missing }
}

extension ReportTable {
    /// The row as a report to compare.
    @inline(__always)
    func report(_ row: Int) -> PlacedReport {
        PlacedReport(
            hours: hours[row], x: x[row], y: y[row], row: UInt32(truncatingIfNeeded: row),
            source: sources[row],
            type: types[row], weapon: weapons[row], casualties: casualties[row])
    }

    /// The rows that have a place.
    var placed: [PlacedReport] {
        var placed: [PlacedReport] = []
        placed.reserveCapacity(count)
        for row in 0..<count where !x[row].isNaN { placed.append(report(row)) }
        return placed
    }
}

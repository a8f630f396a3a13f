/// Reports as columns, in the order of time, equal times in the order of their numbers.
///
/// Everything after this works on rows of the table, so nothing can depend on the order in which the reports
/// came. The order of time keeps near reports near in memory: with a million reports, waiting for memory is
/// most of the work.
struct ReportTable: Sendable {
    /// Rows, and everything built on them, must fit the 26 bits that a packed pair has for each.
    static let rowBits = 26
    /// Stands in a column of codes for what was not said.
    static let missing: Int32 = -1
    private static let farthestHour = 1e9
    private static let farthestKilometre = 1e5

    let ids: [Int]
    let sources: [Int32]
    let hours: [Double]
    /// Not a number where the place is missing.
    let x: [Double]
    let y: [Double]
    let types: [Int32]
    let weapons: [Int32]
    let casualties: [Int32]
    /// For every row, where its report stood in the input.
    let positions: [UInt32]
    /// The rows in the order of their numbers.
    let rowsByNumber: [UInt32]
    /// For every row, its place in the order of the numbers.
    let numberRanks: [UInt32]

    var count: Int { ids.count }

    init(_ reports: [EventReport]) throws(StatisticsError) {
        guard reports.count < 1 << Self.rowBits else {
            throw StatisticsError(
                .outOfRange,
                "Linkage takes fewer than \(1 << Self.rowBits) reports at a time; split by period.")
        }
        let rows = try Self.rows(of: reports)
        let count = rows.count
        var ids: [Int] = []
        var sources: [Int32] = []
        var hours: [Double] = []
        var x: [Double] = []
        var y: [Double] = []
        var types: [Int32] = []
        var weapons: [Int32] = []
        var casualties: [Int32] = []
        ids.reserveCapacity(count)
        sources.reserveCapacity(count)
        hours.reserveCapacity(count)
        x.reserveCapacity(count)
        y.reserveCapacity(count)
        types.reserveCapacity(count)
        weapons.reserveCapacity(count)
        casualties.reserveCapacity(count)
        for row in rows {
            let report = reports[Int(row)]

            if let place = report.place {
                guard place.x.magnitude <= Self.farthestKilometre, place.y.magnitude <= Self.farthestKilometre
                else {
                    throw StatisticsError(
                        .malformedInput,
                        "Report \(report.id): (\(place.x), \(place.y)) is not a place in kilometres within ±10⁵."
                    )
                }
            }
            ids.append(report.id)
            sources.append(try Self.code(report.source, "source", of: report))
            hours.append(report.hours)
            x.append(report.place?.x ?? .nan)
            y.append(report.place?.y ?? .nan)
            types.append(try Self.code(report.type, "type", of: report))
            weapons.append(try Self.code(report.weapon, "weapon", of: report))
            casualties.append(try Self.code(report.casualties, "number of casualties", of: report))
        }
        self.ids = ids
        self.sources = sources
        self.hours = hours
        self.x = x
        self.y = y
        self.types = types
        self.weapons = weapons
        self.casualties = casualties
        positions = rows
        rowsByNumber = RadixSort.order(ids.map { RadixSort.key($0) })
        var ranks = [UInt32](repeating: 0, count: count)
        for (rank, row) in rowsByNumber.enumerated() { ranks[Int(row)] = UInt32(rank) }
        numberRanks = ranks
    }

    /// Two rows as one number that sorts by the smaller number of their reports, then by the larger.
    @inline(__always)
    func numberOrder(_ one: Int, _ other: Int) -> UInt64 {
        let ranks = (UInt64(numberRanks[one]), UInt64(numberRanks[other]))
        return min(ranks.0, ranks.1) << UInt64(Self.rowBits) | max(ranks.0, ranks.1)
    }

    /// The row of the report with a number, found by halving.
    func row(of id: Int) -> Int? {
        var low = 0
        var high = ids.count
        while low < high {
            let middle = (low + high) / 2
            if ids[Int(rowsByNumber[middle])] < id { low = middle + 1 } else { high = middle }
        }
        guard low < ids.count, ids[Int(rowsByNumber[low])] == id else { return nil }
        return Int(rowsByNumber[low])
    }

    /// The row of the report with a number that a caller named.
    func existingRow(of id: Int) throws(StatisticsError) -> Int {
        guard let row = row(of: id) else {
            throw StatisticsError(.malformedInput, "No report has the number \(id).")
        }
        return row
    }

    /// Where the report of every row stands in the input.
    private static func rows(of reports: [EventReport]) throws(StatisticsError) -> [UInt32] {
        var keyed: [RadixSort.Keyed] = []
        keyed.reserveCapacity(reports.count)
        for (index, report) in reports.enumerated() {
            keyed.append(.init(key: RadixSort.key(report.id), index: UInt32(index)))
        }
        RadixSort.sort(&keyed) { $0.key }
        var last: UInt64?
        for place in keyed.indices {
            let report = reports[Int(keyed[place].index)]
            guard keyed[place].key != last else {
                throw StatisticsError(
                    .malformedInput, "Two reports have the number \(report.id); give every report its own.")
            }
            guard report.hours.magnitude <= farthestHour else {
                throw StatisticsError(
                    .malformedInput,
                    "Report \(report.id): \(report.hours) is not a time in hours within ±10⁹.")
            }
            last = keyed[place].key
            keyed[place].key = RadixSort.key(report.hours)
        }
        RadixSort.sort(&keyed) { $0.key }
        return keyed.map(\.index)
    }

    private static func code(
        _ value: Int?, _ name: String, of report: EventReport
    ) throws(StatisticsError) -> Int32 {
        guard let value else { return missing }
        guard value >= 0, let code = Int32(exactly: value) else {
            throw StatisticsError(
                .malformedInput, "Report \(report.id): \(value) is not a \(name) from 0 to \(Int32.max).")
        }
        return code
    }
}

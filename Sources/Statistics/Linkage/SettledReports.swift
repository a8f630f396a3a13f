/// The rows of a table after a source's own duplicates and a person's decisions, before any score.
struct SettledReports: Sendable {
    /// For every row, the row that speaks for it: its own, or that of the report it duplicates.
    private(set) var speaker: [UInt32]
    /// For every row that speaks, the first row of those a person linked with it.
    private(set) var group: [UInt32]
    /// For rows that speak, the rows a person keeps them apart from.
    private(set) var apart: [UInt32: [UInt32]] = [:]
    /// Rows that were not looked at as duplicates, since their cell was full.
    private(set) var overflow: [UInt32] = []

    init(
        _ table: ReportTable, placed: [PlacedReport], limit: Int, _ decisions: LinkageDecisions
    )
        throws(StatisticsError)
    {
        speaker = (0..<UInt32(table.count)).map { $0 }
        group = speaker
        var kept: [UInt32: [UInt32]] = [:]
        for (one, other) in try Self.rows(decisions.mustNotLink, table) {
            kept[one, default: []].append(other)
            kept[other, default: []].append(one)
        }
        overflow = collapseDuplicates(table, placed, limit: limit, apart: kept)
        for (one, other) in try Self.rows(decisions.mustLink, table) {
            join(speaker[Int(one)], speaker[Int(other)])
        }
        for row in group.indices { group[row] = root(UInt32(row)) }
        for (row, others) in kept {
            for other in others {
                let pair = (speaker[Int(row)], speaker[Int(other)])
                guard group[Int(pair.0)] != group[Int(pair.1)] else {
                    throw StatisticsError(
                        .malformedInput,
                        "Reports \(table.ids[Int(row)]) and \(table.ids[Int(other)]) are kept apart by one "
                            + "decision and linked by others; withdraw one of them.")
                }
                apart[pair.0, default: []].append(pair.1)
            }
        }
    }

    func speaksForItself(_ row: Int) -> Bool { speaker[row] == row }

    /// Whether a person keeps apart two rows that speak for themselves.
    func isKeptApart(_ one: Int, _ other: Int) -> Bool {
        apart[UInt32(one)]?.contains(UInt32(other)) ?? false
    }

    /// Lets the smaller of two duplicates speak for the larger, in the order of their numbers.
    ///
    /// A report that itself has a speaker speaks for nobody, so duplicates are near the one report that
    /// stays and cannot form a chain.
    private mutating func collapseDuplicates(
        _ table: ReportTable, _ placed: [PlacedReport], limit: Int, apart: [UInt32: [UInt32]]
    ) -> [UInt32] {
        let grid = SpaceTimeGrid(
            placed, span: OwnDuplicate.hours, width: OwnDuplicate.kilometres, limit: limit)
        var pairs: [UInt64] = []
        grid.forEachPair { one, other, _, _ in
            if one.source == other.source && one.type == other.type && one.weapon == other.weapon
                && one.casualties == other.casualties
            {
                pairs.append(table.numberOrder(Int(one.row), Int(other.row)))
            }
        }
        pairs.sort()
        for pair in pairs {
            let first = table.rowsByNumber[Int(pair >> UInt64(ReportTable.rowBits))]
            let second = table.rowsByNumber[Int(pair & (1 << UInt64(ReportTable.rowBits) - 1))]
            guard speaker[Int(first)] == first, speaker[Int(second)] == second else { continue }
            let isKeptApart = apart[second]?.contains { speaker[Int($0)] == first } ?? false
            if !isKeptApart { speaker[Int(second)] = first }
        }
        return grid.overflow
    }

    private mutating func join(_ one: UInt32, _ other: UInt32) {
        let first = root(one)
        let second = root(other)
        group[Int(max(first, second))] = min(first, second)
    }

    private mutating func root(_ row: UInt32) -> UInt32 {
        var top = row
        while group[Int(top)] != top { top = group[Int(top)] }
        var step = row
        while group[Int(step)] != top {
            let next = group[Int(step)]
            group[Int(step)] = top
            step = next
        }
        return top
    }

    private static func rows(
        _ pairs: Set<ReportPair>, _ table: ReportTable
    ) throws(StatisticsError) -> [(UInt32, UInt32)] {
        var rows: [(UInt32, UInt32)] = []
        for pair in pairs.sorted() {
            guard pair.first != pair.second else {
                throw StatisticsError(
                    .malformedInput, "Report \(pair.first) cannot be linked with or kept apart from itself.")
            }
            rows.append(
                (
                    UInt32(try table.existingRow(of: pair.first)),
                    UInt32(try table.existingRow(of: pair.second))
                ))
        }
        return rows
    }
}

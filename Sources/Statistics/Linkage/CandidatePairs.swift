/// The pairs of reports near enough to be of one event, each with the pattern of its agreement.
///
/// First a source's own duplicates are put behind the report with the smallest number: two reports of one
/// source that state the same type, weapon and casualties within 0.25 hours and 0.25 kilometres. Then every
/// cell of the grid is compared with itself and its 13 forward neighbours, and pairs of different sources
/// within the window are kept. A second pass keeps pairs of different sources and one stated type that are 24
/// hours apart, give or take three, and within three kilometres: dates slip by a day.
///
/// The order of the reports makes no difference to anything here.
public struct CandidatePairs: Sendable {
    /// What could not be compared, by the numbers of the reports.
    public struct Uncompared: Sendable, Hashable {
        /// Reports without a place.
        public let unplaced: [Int]
        /// Reports for which a cell of the window had no room.
        public let overflow: [Int]
        /// Reports for which a cell of the search for a source's own duplicates had no room.
        public let duplicateOverflow: [Int]
        /// Reports for which a cell of the search for slipped dates had no room.
        public let slipOverflow: [Int]
    }

    /// Packs a pair into 64 bits: twelve of the pattern, 26 of the smaller row, 26 of the larger.
    struct Packed {
        static let rowMask: UInt64 = 1 << 26 - 1

        @inline(__always)
        static func pack(_ one: PlacedReport, _ other: PlacedReport, _ pattern: Int) -> UInt64 {
            UInt64(truncatingIfNeeded: pattern) << 52 | UInt64(min(one.row, other.row)) << 26
                | UInt64(max(one.row, other.row))
        }

        @inline(__always)
        static func first(_ pair: UInt64) -> Int { Int(truncatingIfNeeded: (pair >> 26) & rowMask) }

        @inline(__always)
        static func second(_ pair: UInt64) -> Int { Int(truncatingIfNeeded: pair & rowMask) }

        @inline(__always)
        static func pattern(_ pair: UInt64) -> Int { Int(truncatingIfNeeded: pair >> 52) }
    }

    /// How near two reports had to be.
    public let window: LinkageWindow
    /// The bins of distance and time.
    public let levels: ComparisonLevels
    /// What a person had decided.
    public let decisions: LinkageDecisions
    /// What could not be compared.
    public let uncompared: Uncompared
    let table: ReportTable
    let settled: SettledReports
    /// In the order of the cells.
    let pairs: [UInt64]
    /// In the order of their cells; the level of time in the pattern says nothing.
    let slips: [UInt64]

    /// Compares all reports that are near each other.
    ///
    /// - Parameters:
    ///   - reports: The reports of all sources, in any order.
    ///   - window: How near two reports must be.
    ///   - levels: The bins of distance and time.
    ///   - decisions: What a person has decided.
    /// - Throws: ``StatisticsError`` `.malformedInput` where two reports have one number, a number is not finite
    ///   or is beyond any place or time, a code is negative, or decisions name an unknown report or
    ///   contradict each other; `.outOfRange` from 2²⁶ reports on.
    public init(
        _ reports: [EventReport], window: LinkageWindow = .standard, levels: ComparisonLevels = .standard,
        decisions: LinkageDecisions = .none
    ) throws(StatisticsError) {
        let table = try ReportTable(reports)
        var placed = table.placed
        var unplaced: [Int] = []
        for row in table.rowsByNumber where table.x[Int(row)].isNaN { unplaced.append(table.ids[Int(row)]) }
        let settled = try SettledReports(table, placed: placed, limit: window.cellLimit, decisions)
        placed.removeAll { !settled.speaksForItself(Int($0.row)) }
        let comparison = PairComparison(levels)
        let grid = SpaceTimeGrid(
            placed, span: window.hours, width: window.kilometres, limit: window.cellLimit)
        var pairs: [UInt64] = []
        grid.forEachPair { one, other, apart, square in
            if one.source != other.source {
                pairs.append(
                    Packed.pack(one, other, comparison.pattern(one, other, apart: apart, square: square)))
            }
        }
        let daily = SpaceTimeGrid(
            placed, span: DateSlip.tolerance, width: DateSlip.kilometres, limit: window.cellLimit)
        var slips: [UInt64] = []
        daily.forEachPair(gap: DateSlip.gap) { one, other, apart, square in
            let isInWindow =
                apart <= window.hours && square <= window.kilometres * window.kilometres
            if one.source != other.source && one.isOfType(of: other) && !isInWindow {
                slips.append(
                    Packed.pack(one, other, comparison.pattern(one, other, apart: 0, square: square)))
            }
        }
        self.window = window
        self.levels = levels
        self.decisions = decisions
        self.table = table
        self.settled = settled
        self.pairs = pairs
        self.slips = slips
        uncompared = Uncompared(
            unplaced: unplaced, overflow: Self.ids(grid.overflow, table),
            duplicateOverflow: Self.ids(settled.overflow, table),
            slipOverflow: Self.ids(daily.overflow, table))
    }

    /// How many pairs there are.
    public var count: Int { pairs.count }

    /// A source's own duplicates: the report that speaks for both, and the one behind it.
    public var ownDuplicates: [ReportPair] {
        var duplicates: [ReportPair] = []
        for row in 0..<table.count where !settled.speaksForItself(row) {
            duplicates.append(ReportPair(table.ids[Int(settled.speaker[row])], table.ids[row]))
        }
        return duplicates.sorted()
    }

    /// Pairs drawn at random without repetition, ascending, for a person to label.
    ///
    /// All candidate pairs are as likely as each other, which ``MatchWeights/init(labels:of:)`` relies on.
    /// - Returns: As many pairs as asked for, or all where there are no more.
    public func sample(_ size: Int, using generator: inout SeededGenerator) -> [ReportPair] {
        var drawn: [ReportPair] = []
        var left = min(max(0, size), pairs.count)
        for index in pairs.indices where left > 0 {
            // Each pair is taken with the chance that makes all samples equally likely (Knuth, algorithm S).
            if generator.uniform() * Double(pairs.count - index) < Double(left) {
                drawn.append(pair(pairs[index]))
                left -= 1
            }
        }
        return drawn.sorted()
    }

    /// The numbers of the two reports of a packed pair.
    func pair(_ packed: UInt64) -> ReportPair {
        ReportPair(table.ids[Packed.first(packed)], table.ids[Packed.second(packed)])
    }

    /// Whether two rows were compared: different sources, within the window, and not left out.
    func isCompared(_ one: Int, _ other: Int) -> Bool {
        isCandidate(one, other) && !isLeftOut(one, uncompared.overflow)
            && !isLeftOut(other, uncompared.overflow)
    }

    /// Whether two rows were found a day apart.
    func isSlip(_ one: Int, _ other: Int) -> Bool {
        let east = table.x[one] - table.x[other]
        let north = table.y[one] - table.y[other]
        let apart = (table.hours[one] - table.hours[other]).magnitude
        return table.sources[one] != table.sources[other] && table.types[one] == table.types[other]
            && table.types[one] != ReportTable.missing
            && (apart - DateSlip.gap).magnitude <= DateSlip.tolerance
            && east * east + north * north <= DateSlip.kilometres * DateSlip.kilometres
            && !isCandidate(one, other) && !isLeftOut(one, uncompared.slipOverflow)
            && !isLeftOut(other, uncompared.slipOverflow)
    }

    private func isLeftOut(_ row: Int, _ overflow: [Int]) -> Bool { overflow.contains(table.ids[row]) }

    private static func ids(_ rows: [UInt32], _ table: ReportTable) -> [Int] {
        rows.map { table.ids[Int($0)] }.sorted()
    }
}

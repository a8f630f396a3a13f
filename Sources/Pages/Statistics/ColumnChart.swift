/// Counts by period as columns, with what changed and where nobody looked.
///
/// Each column is a rate, so that periods of unequal length can be compared. Sides are stacked, the first at the
/// bottom. A chart is a pure value; the same value always gives the same bytes.
package struct ColumnChart: Sendable {
    /// One period.
    package struct Column: Hashable, Sendable {
        package var days: Range<Day>
        /// The rate of each series; `nil` where nobody looked, which is not zero.
        package var values: [Double]?
        /// The lowest and highest that the sum may be.
        package var bounds: ClosedRange<Double>?

        package init(_ days: Range<Day>, _ values: [Double]?, bounds: ClosedRange<Double>? = nil) {
            self.days = days
            self.values = values
            self.bounds = bounds
        }

        var total: Double? {
            guard let values else { return nil }
            return values.reduce(0, +)
        }
    }

    /// A rate that held for a time.
    package struct Level: Hashable, Sendable {
        package var days: Range<Day>
        package var value: Double

        package init(_ days: Range<Day>, _ value: Double) {
            self.days = days
            self.value = value
        }
    }

    /// A day that is marked.
    package struct Mark: Hashable, Sendable {
        package enum Kind: Sendable { case beginning, change, alarm }
        /// The first day of what begins, or the last before a change.
        package var day: Day
        package var kind: Kind
        /// Said above the columns, before the date.
        package var words: String

        package init(_ day: Day, _ kind: Kind, _ words: String = "") {
            self.day = day
            self.kind = kind
            self.words = words
        }

        /// Where the line stands: a change lies behind its day, which is the last of what was before.
        var start: Day { kind == .change ? day.advanced(days: 1) : day }
    }

    /// What the chart shows, as a heading: “Recorded violations a day”.
    package var title: String
    /// Said below: the source, and what the counts do not show.
    package var note: String
    /// The sides, or one name where there are none.
    package var series: [String]
    package var columns: [Column]
    package var levels: [Level] = []
    package var marks: [Mark] = []
    /// Whether the whiskers are to be explained, and in which words: “low to high estimate”.
    package var boundsName: String?

    package init(title: String, note: String = "", series: [String], columns: [Column]) {
        self.title = title
        self.note = note
        self.series = series
        self.columns = columns.sorted { $0.days.lowerBound < $1.days.lowerBound }
    }

    /// From the first period to the last.
    var days: Range<Day> {
        guard let first = columns.first else { return Day(0)..<Day(1) }
        let end = columns.map(\.days.upperBound).max() ?? first.days.upperBound
        return first.days.lowerBound..<max(end, first.days.lowerBound.advanced(days: 1))
    }

    /// The stretches in which nobody looked: said so, or between two periods.
    var gaps: [Range<Day>] {
        var gaps: [Range<Day>] = []
        var reached = days.lowerBound
        func add(_ gap: Range<Day>) {
            if let last = gaps.last, last.upperBound >= gap.lowerBound {
                gaps[gaps.count - 1] = last.lowerBound..<max(last.upperBound, gap.upperBound)
            } else {
                gaps.append(gap)
            }
        }
        for column in columns {
            if column.days.lowerBound > reached { add(reached..<column.days.lowerBound) }
            if column.values == nil, !column.days.isEmpty { add(column.days) }
            reached = max(reached, column.days.upperBound)
        }
        return gaps
    }

    /// Columns that are no narrower than `least` days: neighbours are joined, and a joined rate is that of the days
    /// on which somebody looked.
    func columns(least: Double) -> [Column] {
        var joined: [Column] = []
        var group: [Column] = []
        var length = 0
        for column in columns {
            group.append(column)
            length += column.days.upperBound.number - column.days.lowerBound.number
            guard Double(length) >= least else { continue }
            joined.append(ColumnChart.joined(group))
            group = []
            length = 0
        }
        if !group.isEmpty { joined.append(ColumnChart.joined(group)) }
        return joined
    }

    private static func joined(_ group: [Column]) -> Column {
        guard group.count > 1 else { return group[0] }
        let days = group[0].days.lowerBound..<(group.map(\.days.upperBound).max() ?? group[0].days.upperBound)
        var sums: [Double] = []
        var (observed, low, high) = (0.0, 0.0, 0.0)
        var isBounded = false
        for column in group {
            guard let values = column.values else { continue }
            let length = Double(column.days.upperBound.number - column.days.lowerBound.number)
            while sums.count < values.count { sums.append(0) }
            for (index, value) in values.enumerated() { sums[index] += value * length }
            let total = column.total ?? 0
            low += (column.bounds?.lowerBound ?? total) * length
            high += (column.bounds?.upperBound ?? total) * length
            if column.bounds != nil { isBounded = true }
            observed += length
        }
        guard observed > 0 else { return Column(days, nil) }
        return Column(
            days, sums.map { $0 / observed },
            bounds: isBounded ? min(low, high) / observed...max(low, high) / observed : nil)
    }
}

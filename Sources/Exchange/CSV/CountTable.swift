/// Counts by period, and by side where the table tells them apart: one row for each period and side.
///
/// | what | accepted names of the column |
/// | --- | --- |
/// | first day of a period | `period_start`, `start`, `start_date`, `date_start`, `from`, `week_start` |
/// | last day | `period_end`, `end`, `end_date`, `date_end`, `to`, `until`, `week_end` |
/// | number of days | `days` |
/// | or the whole period in one | `period`, `date`, `day`, `week`, `month`, `year` |
/// | counts | `violations`, `count`, `counts`, `events`, `incidents`, `n`, `deaths`, `best` |
/// | side | `side`, `party`, `actor`, `attributed_to` |
/// | effort | `effort`, `days_observed`, `observed_days`, `hours_observed`, `patrols`, `coverage` |
///
/// A period in one field is a day (`2020-07-27`), a week (`2020-W31`), a month (`2020-07`) or a year (`2020`); in a
/// column called `week` a date is the first day of seven. Without a last day, `days` gives it, and without that a
/// period is one day, or seven under `week_start`.
public struct CountTable: Sendable, Hashable {
    /// The columns to read, where they are not to be found by their accepted names.
    public struct Columns: Sendable, Hashable {
        public var start: String?
        public var end: String?
        public var period: String?
        /// The names of the columns of counts; where empty, the first accepted name.
        public var counts: [String]
        public var side: String?
        public var effort: String?

        public init(
            start: String? = nil, end: String? = nil, period: String? = nil, counts: [String] = [],
            side: String? = nil, effort: String? = nil
        ) {
            self.start = start
            self.end = end
            self.period = period
            self.counts = counts
            self.side = side
            self.effort = effort
        }
    }

    /// What was counted in one period, for one side.
    public struct Row: Sendable, Hashable {
        /// First and last day: see ``DayNumber``.
        public var days: ClosedRange<Int>
        public var side: String?
        /// The counts, in the order of ``CountTable/countNames``. A missing one is nil and not zero.
        public var counts: [Double?]
        /// How much was observed, in the table's own unit; nil where it does not say.
        public var effort: Double?
    }

    /// The columns that the counts come from.
    public let countNames: [String]
    /// In the order of the table.
    public let rows: [Row]
    public let report: LossReport

    private static let start = ["period_start", "start", "start_date", "date_start", "from", "week_start"]
    private static let end = ["period_end", "end", "end_date", "date_end", "to", "until", "week_end"]
    private static let period = ["period", "date", "day", "week", "month", "year"]
    private static let count = [
        "violations", "count", "counts", "events", "incidents", "n", "deaths", "best",
    ]
    private static let side = ["side", "party", "actor", "attributed_to"]
    private static let effort = [
        "effort", "days_observed", "observed_days", "hours_observed", "patrols", "coverage",
    ]

    /// Reads a whole table.
    ///
    /// Counts and effort are finite and not negative; other values cannot be read. A row is left out, and reported,
    /// where its period cannot be read, ends before it begins, or has not as many days as `days` says.
    /// - Throws: ``CSVFault``, where the table cannot be read, or has no period or no counts.
    public init(_ reader: consuming CSVReader, columns: Columns = .init()) throws(CSVFault) {
        var reader = reader
        let header = reader.header
        var tally = LossTally()
        let startIndex = columns.period == nil ? try header.find(columns.start, or: Self.start) : nil
        let start = tally.use(startIndex, of: header)
        let end = startIndex == nil ? nil : tally.use(try header.find(columns.end, or: Self.end), of: header)
        let length = startIndex == nil ? nil : tally.use(try header.find(["days"]), of: header)
        let periodIndex = startIndex == nil ? try header.find(columns.period, or: Self.period) : nil
        let period = tally.use(periodIndex, of: header)
        guard startIndex != nil || periodIndex != nil else {
            throw Self.missing("a period", Self.start + Self.period, header)
        }
        var counts: [LossTally.Column] = []
        for name in columns.counts {
            if let column = tally.use(try header.index(of: name), of: header) { counts.append(column) }
        }
        if counts.isEmpty, let column = tally.use(try header.find(Self.count), of: header) {
            counts.append(column)
        }
        if counts.isEmpty { throw Self.missing("counts", Self.count, header) }
        let sideColumn = tally.use(try header.find(columns.side, or: Self.side), of: header)
        let effortColumn = tally.use(try header.find(columns.effort, or: Self.effort), of: header)
        countNames = counts.map { header.label(of: $0.index) }
        let isWeekly =
            (periodIndex ?? startIndex).map { header.names[$0].lowercased().hasPrefix("week") } ?? false

        var rows: [Row] = []
        while try reader.advance() {
            var days: ClosedRange<Int>?
            if let period {
                days = tally.value(period, in: reader, CSVPeriod.days)
                if isWeekly, let day = days, day.count == 1 { days = day.lowerBound...(day.lowerBound + 6) }
            } else if let first = tally.day(start, in: reader) {
                let written = tally.integer(length, in: reader) { $0 >= 1 && $0 <= 366_000 }
                let usual = first + (written ?? (isWeekly ? 7 : 1)) - 1
                var last = usual
                if let end {
                    // An end that is there and cannot be read is not made up for.
                    let cell = reader.day(at: end.index)
                    if cell == .unreadable {
                        last = first - 1
                        _ = tally.day(end, in: reader)
                    } else {
                        last = tally.day(end, in: reader) ?? usual
                    }
                }
                if let written, last >= first, last - first + 1 != written {
                    tally.refuse("days says \(written), the dates say \(last - first + 1).", in: reader)
                    continue
                }
                days = last < first ? nil : first...last
            }
            guard let days else {
                tally.refuse("its period cannot be read, or ends before it begins.", in: reader)
                continue
            }
            var values: [Double?] = []
            for column in counts { values.append(tally.decimal(column, in: reader) { $0 >= 0 }) }
            rows.append(
                Row(
                    days: days, side: tally.text(sideColumn, in: reader), counts: values,
                    effort: tally.decimal(effortColumn, in: reader) { $0 >= 0 }))
        }
        self.rows = rows
        report = tally.report(on: reader)
    }

    private static func missing(_ what: String, _ names: [String], _ header: CSVHeader) -> CSVFault {
        CSVFault(
            .missingColumn,
            "no column holds \(what). Name it, or call it one of: \(names.joined(separator: ", ")). The file has: "
                + "\(header.names.prefix(20).joined(separator: ", ")).",
            row: header.row)
    }
}

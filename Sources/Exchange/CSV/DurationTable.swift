/// How long things lasted, and whether they ended: one row for each.
///
/// | what | accepted names of the column |
/// | --- | --- |
/// | first day | `start`, `start_date`, `date_start`, `began`, `from`, `effective` |
/// | last day | `end`, `end_date`, `date_end`, `to`, `until` |
/// | or the duration as a number | `duration`, `time`, `days`, `weeks`, `months` |
/// | whether it ended | `ended`, `event`, `status`, `failed`, `end_observed` |
/// | group | `group`, `class`, `type`, `arm`, `x` |
///
/// Dates come before a duration where a table has both. `ended` is 1, true or yes, or else 0, false or no; where there
/// is no such column, a row with a last day ended and one without goes on.
public struct DurationTable: Sendable, Hashable {
    /// The columns to read, where they are not to be found by their accepted names.
    public struct Columns: Sendable, Hashable {
        public var start: String?
        public var end: String?
        public var duration: String?
        public var ended: String?
        public var group: String?
        /// Until which day those without a last day were observed: see ``DayNumber``.
        public var observedUntil: Int?

        public init(
            start: String? = nil, end: String? = nil, duration: String? = nil, ended: String? = nil,
            group: String? = nil, observedUntil: Int? = nil
        ) {
            self.start = start
            self.end = end
            self.duration = duration
            self.ended = ended
            self.group = group
            self.observedUntil = observedUntil
        }
    }

    /// One thing that lasted.
    public struct Spell: Sendable, Hashable {
        /// See ``DayNumber``; nil where the table gives durations.
        public var start: Int?
        /// The last day, or the last on which it was observed.
        public var end: Int?
        /// In days where it comes from dates, the last day less the first; else in the table's own unit.
        public var duration: Double
        /// Whether it was seen to end; nil where the table leaves open whether it did, or when.
        public var ended: Bool?
        public var group: String?
    }

    /// In the order of the table.
    public let spells: [Spell]
    public let report: LossReport

    private static let start = ["start", "start_date", "date_start", "began", "from", "effective"]
    private static let end = ["end", "end_date", "date_end", "to", "until"]
    private static let duration = ["duration", "time", "days", "weeks", "months"]
    private static let ended = ["ended", "event", "status", "failed", "end_observed"]
    private static let group = ["group", "class", "type", "arm", "x"]

    /// Reads a whole table.
    ///
    /// A row is left out, and reported, where it has no duration: its first day or its number cannot be read, it ends
    /// before it begins, or it has no last day and nobody says until when it was observed.
    /// - Throws: ``CSVFault``, where the table cannot be read or has neither dates nor durations.
    public init(_ reader: consuming CSVReader, columns: Columns = .init()) throws(CSVFault) {
        var reader = reader
        let header = reader.header
        var tally = LossTally()
        let startIndex = columns.duration == nil ? try header.find(columns.start, or: Self.start) : nil
        let start = tally.use(startIndex, of: header)
        let end = startIndex == nil ? nil : tally.use(try header.find(columns.end, or: Self.end), of: header)
        let durationIndex = startIndex == nil ? try header.find(columns.duration, or: Self.duration) : nil
        let duration = tally.use(durationIndex, of: header)
        guard startIndex != nil || durationIndex != nil else {
            throw CSVFault(
                .missingColumn,
                "no column says how long anything lasted. Name it, or call it one of: "
                    + "\((Self.start + Self.duration).joined(separator: ", ")).",
                row: header.row)
        }
        let endedColumn = tally.use(try header.find(columns.ended, or: Self.ended), of: header)
        let groupColumn = tally.use(try header.find(columns.group, or: Self.group), of: header)

        var spells: [Spell] = []
        while try reader.advance() {
            var spell = Spell(duration: 0)
            spell.ended = tally.value(endedColumn, in: reader, CSVTruth.read)
            spell.group = tally.text(groupColumn, in: reader)
            if let duration {
                guard let length = tally.decimal(duration, in: reader, where: { $0 >= 0 }) else {
                    tally.refuse("its duration is missing, cannot be read or is negative.", in: reader)
                    continue
                }
                spell.duration = length
            } else {
                guard let first = tally.day(start, in: reader) else {
                    tally.refuse("its first day is missing or cannot be read.", in: reader)
                    continue
                }
                if let end, reader.day(at: end.index) == .unreadable {
                    _ = tally.day(end, in: reader)
                    tally.refuse("its last day cannot be read.", in: reader)
                    continue
                }
                let written = tally.day(end, in: reader)
                guard let last = written ?? columns.observedUntil else {
                    tally.refuse("it has no last day. Say until when it was observed.", in: reader)
                    continue
                }
                if last < first {
                    tally.refuse("its last day lies before its first.", in: reader)
                    continue
                }
                spell.start = first
                spell.end = last
                spell.duration = Double(last - first)
                if endedColumn == nil { spell.ended = written != nil }
                // It ended on a day that nobody wrote down.
                if written == nil, spell.ended == true { spell.ended = nil }
            }
            spells.append(spell)
        }
        self.spells = spells
        report = tally.report(on: reader)
    }
}

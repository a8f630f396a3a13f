/// What was lost on the way from a table to values.
public struct LossReport: Sendable, Hashable, Encodable {
    /// How many refusals are kept with their reason.
    public static let shownRefusals = 20

    /// A row that was left out, and why.
    public struct Refusal: Sendable, Hashable, Encodable {
        public var row: Int
        /// Where the row begins in the file.
        public var byte: Int
        public var reason: String
    }

    /// What became of the values of one column.
    public struct Column: Sendable, Hashable, Encodable {
        public var name: String
        /// Values that were read.
        public var read = 0
        /// Empty fields.
        public var missing = 0
        /// Fields that hold something else than the column should.
        public var unreadable = 0
        /// The first of them, and its row.
        public var firstUnreadable: String?
        public var firstUnreadableRow: Int?
    }

    /// Rows that were read, those that were refused afterwards among them.
    public var rowsRead = 0
    /// Rows that were left out.
    public var rowsRefused = 0
    /// Empty lines, which count as nothing.
    public var blankRows = 0
    /// The first rows that were left out.
    public var refusals: [Refusal] = []
    /// The columns that were used.
    public var columns: [Column] = []
    /// Columns of the table that were not used.
    public var unused: [String] = []
    /// Columns that were looked for and are not in the table.
    public var absent: [String] = []

    /// Nothing read and nothing lost.
    public init() {}

    /// Whether every row was taken, every value read and every column used. Empty fields are no loss.
    public var isLossless: Bool {
        rowsRefused == 0 && unused.isEmpty && columns.allSatisfy { $0.unreadable == 0 }
    }

    /// The report in sentences, one a line.
    public var text: String {
        var lines = ["\(rowsRead) \(rowsRead == 1 ? "row" : "rows") read, \(rowsRefused) of them left out."]
        lines += refusals.map { "Row \($0.row) (byte \($0.byte)): \($0.reason)" }
        if rowsRefused > refusals.count { lines.append("… and \(rowsRefused - refusals.count) more.") }
        for column in columns where column.unreadable > 0 {
            var line =
                "Column \(column.name): \(column.unreadable) \(column.unreadable == 1 ? "value" : "values") could not be read"
            if let first = column.firstUnreadable, let row = column.firstUnreadableRow {
                // It may hold anything; nothing in it steers a terminal.
                var scalars = String.UnicodeScalarView()
                for scalar in first.unicodeScalars {
                    scalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
                }
                line += "; the first is “\(String(scalars))” in row \(row)"
            }
            lines.append(line + ".")
        }
        let gaps = columns.filter { $0.missing > 0 }.map { "\($0.name) \($0.missing)" }
        if !gaps.isEmpty { lines.append("Empty fields, taken as missing: \(gaps.joined(separator: ", ")).") }
        if !unused.isEmpty { lines.append("Columns not used: \(unused.joined(separator: ", ")).") }
        if !absent.isEmpty { lines.append("Columns not there: \(absent.joined(separator: ", ")).") }
        return lines.joined(separator: "\n")
    }
}

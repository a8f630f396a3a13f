/// Reads a table row by row (RFC 4180), holding a fixed stretch of it in memory.
///
/// ```swift
/// var reader = try CSVReader(path: "violations.csv")
/// let violations = try reader.header.index(of: "violations")
/// while try reader.advance() {
///     if case .value(let count) = reader.integer(at: violations) { total += count }
/// }
/// ```
///
/// - Fields are parted by commas, semicolons or tabs, rows by CRLF, LF or CR. A field in quotation marks may hold all
///   of these, and a quotation mark written twice. A byte order mark is skipped.
/// - Only UTF-8 is read. Bytes that are none end the reading with their row, column and place; so do a quotation
///   mark where none may stand, and fields and rows beyond the limits of the ``CSVFormat``.
/// - Rows of another length than the header's are left out and kept in ``refusals``, unless the format says that they
///   end the reading. Empty lines are skipped.
/// - The first row names the columns. Names may be missing or occur twice, as long as nobody asks for them.
/// - A field is decoded when it is asked for, and costs nothing otherwise.
public struct CSVReader: ~Copyable {
    /// Rows that were left out: how many, and the first of them.
    public struct Refusals: Sendable, Hashable {
        public internal(set) var count = 0
        public internal(set) var first: [LossReport.Refusal] = []
    }

    /// The names of the columns.
    public let header: CSVHeader
    /// What stands between fields.
    public let separator: CSVFormat.Separator
    /// The number of the row at hand, counted from 1 with the header as the first.
    public private(set) var row = 0
    /// How many rows have been handed out, without the header.
    public private(set) var rowsRead = 0
    /// How many empty lines were skipped.
    public private(set) var blankRows = 0
    /// The rows that were left out because their length is not the header's.
    public private(set) var refusals = Refusals()

    let format: CSVFormat
    private let source: CSVSource
    private(set) var index: CSVIndex
    /// The place in the file where the stretch in memory begins.
    private var origin = 0
    private var sourceIsEmpty = false
    private var rowInIndex = 0
    /// The row at hand: its first byte, and the first of the separators that end its fields.
    private(set) var start = 0
    private(set) var firstSeparator = 0
    private var nextStart = 0
    private var nextSeparator = 0
    /// Rows that begin here or later are somebody else's.
    private let limit: Int

    /// A table in a file.
    /// - Throws: ``CSVFault``, where the file cannot be read or its header not be understood.
    public init(path: String, format: CSVFormat = .init()) throws(CSVFault) {
        try self.init(CSVSource(CSVFile(path: path)), format: format)
    }

    /// A table in memory.
    /// - Throws: ``CSVFault``, where its header cannot be understood.
    public init(bytes: [UInt8], format: CSVFormat = .init()) throws(CSVFault) {
        var format = format
        format.bufferBytes = min(format.bufferBytes, bytes.count + 1)
        try self.init(CSVSource(bytes), format: format)
    }

    /// A table that is piped into the program.
    /// - Throws: ``CSVFault``, where its header cannot be understood.
    public static func standardInput(format: CSVFormat = .init()) throws(CSVFault) -> CSVReader {
        try CSVReader(CSVSource(CSVFile.standardInput), format: format)
    }

    init(_ source: CSVSource, format: CSVFormat) throws(CSVFault) {
        try format.check()
        var index = CSVIndex(capacity: format.bufferBytes)
        let opening = try CSVOpening(&index, from: source, format: format)
        self.init(
            source, format, index: index, header: opening.header, separator: opening.separator, limit: .max)
        sourceIsEmpty = opening.sourceIsEmpty
        nextStart = opening.bodyStart
        row = opening.header.row ?? opening.blankRows
        blankRows = opening.blankRows
        reindex()
    }

    /// The rows that begin between two places, of which the first is known or supposed to begin a row.
    init(
        _ source: CSVSource, from start: Int, to limit: Int, header: CSVHeader,
        separator: CSVFormat.Separator,
        format: CSVFormat
    ) {
        self.init(
            source, format, index: CSVIndex(capacity: format.bufferBytes), header: header,
            separator: separator,
            limit: limit)
        origin = start
    }

    private init(
        _ source: CSVSource, _ format: CSVFormat, index: consuming CSVIndex, header: CSVHeader,
        separator: CSVFormat.Separator, limit: Int
    ) {
        self.source = source
        self.format = format
        self.index = index
        self.header = header
        self.separator = separator
        self.limit = limit
    }

    /// The place in the file where the row after the one at hand begins.
    var position: Int { origin + nextStart }

    /// The place in the file where the row at hand begins.
    public var rowByte: Int { origin + start }

    /// Goes to the next row.
    /// - Returns: false at the end of the table.
    public mutating func advance() throws(CSVFault) -> Bool {
        while true {
            while rowInIndex == index.rowCount {
                guard try refill() else { return false }
            }
            if position >= limit { return false }
            let last = Int(index.rowEnds[rowInIndex])
            let end = Int(index.separators[last])
            rowInIndex += 1
            row += 1
            start = nextStart
            firstSeparator = nextSeparator
            nextStart = index.start(after: end)
            nextSeparator = last + 1
            if end - start > min(format.maximumFieldBytes, format.maximumRowBytes) {
                try checkLengths(end: end)
            }
            let fields = nextSeparator - firstSeparator
            if fields == header.count, fields > 1 || end > start {
                rowsRead += 1
                return true
            }
            if end == start {
                blankRows += 1
            } else {
                try refuseRagged(fields)
            }
        }
    }

    private func checkLengths(end: Int) throws(CSVFault) {
        if end - start > format.maximumRowBytes {
            throw Self.tooLong(row: row, byte: origin + start, limit: format.maximumRowBytes)
        }
        for column in 0..<(nextSeparator - firstSeparator) {
            let field = bounds(of: column)
            if field.upper - field.lower > format.maximumFieldBytes {
                throw CSVFault(
                    .fieldTooLong,
                    "the field is \(field.upper - field.lower) bytes long, \(format.maximumFieldBytes) are allowed. "
                        + "Raise the limit, or look for a quotation mark too many.",
                    row: row, column: column + 1, byte: origin + field.lower)
            }
        }
    }

    static func tooLong(row: Int, byte: Int, limit: Int) -> CSVFault {
        CSVFault(
            .rowTooLong,
            "the row is longer than \(limit) bytes. Raise the limit, or look for a quotation mark that opens a field "
                + "and is not closed.",
            row: row, byte: byte)
    }

    private mutating func refuseRagged(_ fields: Int) throws(CSVFault) {
        let reason =
            "\(fields) \(fields == 1 ? "field" : "fields") where the header has \(header.count). "
            + "Quote fields that hold the separator."
        if format.raggedRows == .refuseFile {
            throw CSVFault(.raggedRow, reason, row: row, byte: origin + start)
        }
        refusals.count += 1
        if refusals.first.count < LossReport.shownRefusals {
            refusals.first.append(.init(row: row, byte: origin + start, reason: reason))
        }
    }

    /// Brings more of the table into memory.
    /// - Returns: false where there is no more.
    private mutating func refill() throws(CSVFault) -> Bool {
        if let flaw = index.flaw { throw fault(flaw) }
        if sourceIsEmpty {
            if index.endsInQuote { throw unclosedQuote() }
            return false
        }
        if nextStart == 0, index.filled == index.capacity {
            if index.filled > format.maximumRowBytes + 2 {
                throw Self.tooLong(row: row + 1, byte: origin, limit: format.maximumRowBytes)
            }
            // What a row may have, its line end, and one byte to see that it has more.
            index.grow(to: min(2 * index.capacity, max(index.capacity, format.maximumRowBytes) + 3))
        } else {
            index.drop(before: nextStart)
            origin += nextStart
            nextStart = 0
        }
        sourceIsEmpty = try index.fill(from: source)
        reindex()
        return true
    }

    private mutating func reindex() {
        index.index(from: nextStart, separator: separator.rawValue, atEnd: sourceIsEmpty)
        rowInIndex = 0
        nextSeparator = 0
    }

    private func fault(_ flaw: CSVIndex.Flaw) -> CSVFault {
        CSVFault(
            flaw.code, flaw.message, row: row + 1, column: index.separatorCount - nextSeparator + 1,
            byte: origin + flaw.place)
    }

    private func unclosedQuote() -> CSVFault {
        let column = index.separatorCount - nextSeparator + 1
        let opens = column == 1 ? nextStart : Int(index.separators[index.separatorCount - 1]) + 1
        return CSVFault(
            .unclosedQuote, "the quotation mark that opens this field is not closed. Close it.", row: row + 1,
            column: column, byte: origin + opens)
    }

    /// Where a field of the row at hand begins and ends in the stretch, quotation marks included.
    @inline(__always)
    func bounds(of column: Int) -> (lower: Int, upper: Int) {
        let lower = column == 0 ? start : Int(index.separators[firstSeparator + column - 1]) + 1
        return (lower, Int(index.separators[firstSeparator + column]))
    }
}

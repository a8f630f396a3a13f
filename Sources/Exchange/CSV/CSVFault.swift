/// Why a table could not be read, and where.
///
/// Two faults are equal when their codes are, so that a caller or a test compares what happened and not the words
/// it was told in.
public struct CSVFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// The kinds of failure.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The file cannot be opened or read.
        case unreadableFile
        /// Bytes that are not UTF-8.
        case malformedUTF8
        /// A quotation mark inside a field that is not quoted, or text after the closing one.
        case strayQuote
        /// A quoted field that does not end before the file does.
        case unclosedQuote
        /// A field longer than the limit.
        case fieldTooLong
        /// A row longer than the limit.
        case rowTooLong
        /// A header with more columns than the limit.
        case tooManyColumns
        /// A row with more or fewer fields than the header, where such rows are not merely left out.
        case raggedRow
        /// No header, or one in which no column has a name.
        case missingHeader
        /// A column that is needed and not there.
        case missingColumn
        /// A column that is needed and there more than once.
        case ambiguousColumn
        /// An option that makes no sense.
        case malformedFormat
    }

    /// What kind of failure it is.
    public let code: Code
    /// The row, counted from 1 with the header as the first: as a spreadsheet counts.
    public internal(set) var row: Int?
    /// The column, counted from 1.
    public let column: Int?
    /// The place in the file, in bytes from its beginning, counted from 0.
    public let byte: Int?
    /// What was wrong, and what can be done about it.
    public let message: String

    /// A failure of one kind, with its place as far as it is known.
    public init(_ code: Code, _ message: String, row: Int? = nil, column: Int? = nil, byte: Int? = nil) {
        self.code = code
        self.message = message
        self.row = row
        self.column = column
        self.byte = byte
    }

    /// The place and the message.
    public var description: String {
        var place: [String] = []
        if let row { place.append("row \(row)") }
        if let column { place.append("column \(column)") }
        if let byte { place.append("byte \(byte)") }
        return place.isEmpty ? message : "\(place.joined(separator: ", ")): \(message)"
    }

    /// Equality of the codes alone.
    public static func == (left: CSVFault, right: CSVFault) -> Bool { left.code == right.code }
}

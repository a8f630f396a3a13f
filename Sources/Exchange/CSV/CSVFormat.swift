/// How a table is written, and how large it may be.
public struct CSVFormat: Sendable, Hashable {
    /// What stands between two fields.
    public enum Separator: UInt8, Sendable, Hashable, CaseIterable {
        case comma = 0x2C
        case semicolon = 0x3B
        case tab = 0x09
    }

    /// What stands before the fraction of a number.
    public enum DecimalMark: UInt8, Sendable, Hashable {
        case point = 0x2E
        case comma = 0x2C
    }

    /// What happens to a row that has more or fewer fields than the header.
    public enum RaggedRows: Sendable, Hashable {
        /// The row is left out and reported; reading goes on.
        case refuseRow
        /// Reading ends with ``CSVFault/Code/raggedRow``.
        case refuseFile
    }

    /// What stands between fields; where nil, the one that the header holds most of.
    public var separator: Separator?
    /// What stands before the fraction of a number.
    public var decimalMark: DecimalMark
    /// The names of the columns where the file has none; its first row is then a row like the others.
    public var header: [String]?
    /// What happens to rows of another length than the header's.
    public var raggedRows: RaggedRows
    /// The longest field that is read, in bytes.
    public var maximumFieldBytes: Int
    /// The longest row that is read, in bytes.
    public var maximumRowBytes: Int
    /// The most columns a header may have.
    public var maximumColumns: Int
    /// How much of the file is held at a time, in bytes. A longer row makes it grow, up to the longest row.
    var bufferBytes = 1 << 18

    /// A table with a header, points in its numbers and the usual limits, unless said otherwise.
    public init(
        separator: Separator? = nil, decimalMark: DecimalMark = .point, header: [String]? = nil,
        raggedRows: RaggedRows = .refuseRow, maximumFieldBytes: Int = 1 << 17, maximumRowBytes: Int = 1 << 20,
        maximumColumns: Int = 4096
    ) {
        self.separator = separator
        self.decimalMark = decimalMark
        self.header = header
        self.raggedRows = raggedRows
        self.maximumFieldBytes = maximumFieldBytes
        self.maximumRowBytes = maximumRowBytes
        self.maximumColumns = maximumColumns
    }

    /// Refuses limits that would leave nothing to read, or that places in a buffer could not be counted under.
    func check() throws(CSVFault) {
        let limits = [
            ("field", maximumFieldBytes), ("row", maximumRowBytes), ("header", maximumColumns),
        ]
        for (name, limit) in limits where limit < 1 || limit > 1 << 30 {
            throw CSVFault(
                .malformedFormat,
                "the limit of a \(name) is \(limit). Give one between 1 and \(1 << 30).")
        }
        if decimalMark == .comma, separator == .comma {
            throw CSVFault(
                .malformedFormat, "fields and fractions cannot both be marked by a comma. Change one of them."
            )
        }
    }
}

extension CSVReader {
    /// The text of a field of the row at hand, as it is written; nil where it is empty.
    /// - Parameter column: a place in the ``header``, counted from 0.
    public func text(at column: Int) -> String? {
        let text = field(at: column).text
        return text.isEmpty ? nil : text
    }

    /// A field of the row at hand as a whole number.
    public func integer(at column: Int) -> CSVCell<Int> {
        CSVNumber.integer(field(at: column).trimmed, mark: format.decimalMark.rawValue)
    }

    /// A field of the row at hand as a decimal number, always finite.
    public func decimal(at column: Int) -> CSVCell<Double> {
        CSVNumber.decimal(field(at: column).trimmed, mark: format.decimalMark.rawValue)
    }

    /// A field of the row at hand as a date: a ``DayNumber``. A time of day may follow and is left out.
    public func day(at column: Int) -> CSVCell<Int> {
        switch moment(at: column) {
        case .value(let moment): .value(moment.day)
        case .missing: .missing
        case .unreadable: .unreadable
        }
    }

    /// A field of the row at hand as a date with or without a time of day.
    public func moment(at column: Int) -> CSVCell<CSVMoment> { CSVDate.moment(field(at: column).trimmed) }

    /// Lends the bytes of a field of the row at hand, without the quotation marks around it.
    public func withBytes<Answer, Failure: Error>(
        at column: Int, _ body: (Span<UInt8>) throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        let field = field(at: column)
        if field.hasDoubledQuotes { return try body(field.singleQuoted.span) }
        return try field.content.withMemoryRebound(to: UInt8.self) { bytes throws(Failure) in
            try body(bytes.span)
        }
    }

    /// The field as it stands in memory, until the reader goes on.
    @inline(__always)
    func field(at column: Int) -> CSVField {
        precondition(column >= 0 && column < header.count, "there is no such column")
        let bounds = bounds(of: column)
        return CSVField(
            UnsafeRawBufferPointer(start: index.bytes + bounds.lower, count: bounds.upper - bounds.lower))
    }
}

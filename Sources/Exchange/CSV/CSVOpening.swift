/// The beginning of a table: its byte order mark, its separator and the names of its columns.
struct CSVOpening {
    let header: CSVHeader
    let separator: CSVFormat.Separator
    /// Where the first row of values begins.
    let bodyStart: Int
    /// Empty lines before the header.
    let blankRows: Int
    /// Whether all of the table is in memory.
    let sourceIsEmpty: Bool

    /// Reads the beginning into memory, as much as the header needs and as there is room for.
    init(_ index: inout CSVIndex, from source: CSVSource, format: CSVFormat) throws(CSVFault) {
        var isEmpty = try index.fill(from: source)
        try Self.refuseOtherEncodings(index)
        var line = FirstLine(index)
        while !line.isWhole, !isEmpty {
            if index.filled > format.maximumRowBytes {
                throw CSVReader.tooLong(
                    row: line.blankRows + 1, byte: line.start, limit: format.maximumRowBytes)
            }
            index.grow(to: min(2 * index.capacity, format.maximumRowBytes + 3))
            isEmpty = try index.fill(from: source)
            line = FirstLine(index)
        }
        let separator = format.separator ?? line.separator
        sourceIsEmpty = isEmpty
        blankRows = line.blankRows
        self.separator = separator
        if let names = format.header {
            header = try CSVHeader(names: names, row: nil)
            bodyStart = line.start
        } else {
            let row = line.blankRows + 1
            index.index(from: line.start, separator: separator.rawValue, atEnd: isEmpty)
            if index.rowCount == 0 { throw Self.fault(in: index, row: row, start: line.start) }
            header = try CSVHeader(names: Self.names(in: index, from: line.start), row: row)
            bodyStart = index.start(after: Int(index.separators[Int(index.rowEnds[0])]))
        }
        if header.count > format.maximumColumns {
            throw CSVFault(
                .tooManyColumns,
                "the header has \(header.count) columns, \(format.maximumColumns) are allowed. Raise the limit, or "
                    + "check what separates the columns.",
                row: header.row)
        }
    }

    private static func names(in index: borrowing CSVIndex, from start: Int) -> [String] {
        var names: [String] = []
        var lower = start
        for separator in 0...Int(index.rowEnds[0]) {
            let upper = Int(index.separators[separator])
            names.append(
                CSVField(UnsafeRawBufferPointer(start: index.bytes + lower, count: upper - lower)).text)
            lower = upper + 1
        }
        return names
    }

    private static func fault(in index: borrowing CSVIndex, row: Int, start: Int) -> CSVFault {
        let column = index.separatorCount + 1
        if let flaw = index.flaw {
            return CSVFault(flaw.code, flaw.message, row: row, column: column, byte: flaw.place)
        }
        if index.endsInQuote {
            let opens = column == 1 ? start : Int(index.separators[column - 2]) + 1
            return CSVFault(
                .unclosedQuote, "the quotation mark that opens this name is not closed. Close it.", row: row,
                column: column, byte: opens)
        }
        return CSVFault(
            .missingHeader, "the table is empty. Write the names of the columns into the first row.", row: row
        )
    }

    /// UTF-16 shows by its mark, or by the zero byte that half of an ASCII letter is; what is packed, and what a spreadsheet
    /// saves as its own, by their first bytes.
    private static func refuseOtherEncodings(_ index: borrowing CSVIndex) throws(CSVFault) {
        if index.filled < 2 { return }
        let first = (index.byte(at: 0), index.byte(at: 1))
        if first == (0x1F, 0x8B) {
            throw CSVFault(
                .malformedUTF8, "the table is packed (gzip). Unpack it first, with gunzip.", row: 1,
                column: 1,
                byte: 0)
        }
        if index.filled >= 4, first == (0x50, 0x4B), index.byte(at: 2) == 3, index.byte(at: 3) == 4 {
            throw CSVFault(
                .malformedUTF8,
                "this is a ZIP archive or a spreadsheet and no table as text. Unpack it, or save it as CSV in UTF-8.",
                row: 1, column: 1, byte: 0)
        }
        if first == (0xFF, 0xFE) || first == (0xFE, 0xFF) || first.0 == 0 || first.1 == 0 {
            throw CSVFault(
                .malformedUTF8, "the table is not UTF-8 but seems to be UTF-16. Save it as UTF-8.", row: 1,
                column: 1,
                byte: 0)
        }
    }
}

/// The first line that is not empty, before it is known what separates its fields.
private struct FirstLine {
    private(set) var start = 0
    private(set) var blankRows = 0
    private(set) var isWhole = false
    private(set) var separator = CSVFormat.Separator.comma

    init(_ index: borrowing CSVIndex) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if index.filled >= 3, (0..<3).allSatisfy({ index.byte(at: $0) == mark[$0] }) { start = 3 }
        while start < index.filled, index.byte(at: start) == 0x0A || index.byte(at: start) == 0x0D {
            start = index.start(after: start)
            blankRows += 1
        }
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for place in start..<index.filled {
            let byte = index.byte(at: place)
            if byte == 0x22 { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D {
                // A line feed may follow a return.
                isWhole = byte == 0x0A || place + 1 < index.filled
                break
            }
            counts[byte, default: 0] += 1
        }
        var most = 0
        for candidate in CSVFormat.Separator.allCases where counts[candidate.rawValue, default: 0] > most {
            most = counts[candidate.rawValue, default: 0]
            separator = candidate
        }
    }
}

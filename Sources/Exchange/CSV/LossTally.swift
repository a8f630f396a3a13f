/// Reads values from the columns of a table and keeps count of what is lost.
struct LossTally {
    /// A column in use: its place in the table, and in the count.
    struct Column {
        let index: Int
        fileprivate let slot: Int
    }

    private var columns: [LossReport.Column] = []
    private var absent: [String] = []
    private var used: Set<Int> = []
    private var refused = 0
    private var refusals: [LossReport.Refusal] = []

    /// Takes a column into use, which is counted from then on.
    mutating func use(_ index: Int?, of header: CSVHeader) -> Column? {
        guard let index else { return nil }
        used.insert(index)
        columns.append(.init(name: header.label(of: index)))
        return Column(index: index, slot: columns.count - 1)
    }

    /// Notes a column that is known and deliberately not read.
    mutating func ignore(_ index: Int?) {
        if let index { used.insert(index) }
    }

    /// Notes a column that the table does not have.
    mutating func miss(_ name: String) { absent.append(name) }

    /// Leaves the row at hand out.
    mutating func refuse(_ reason: String, in reader: borrowing CSVReader) {
        refused += 1
        if refusals.count < LossReport.shownRefusals {
            refusals.append(.init(row: reader.row, byte: reader.rowByte, reason: reason))
        }
    }

    mutating func text(_ column: Column?, in reader: borrowing CSVReader) -> String? {
        guard let column else { return nil }
        let text = reader.text(at: column.index)
        if text == nil { columns[column.slot].missing += 1 } else { columns[column.slot].read += 1 }
        return text
    }

    mutating func integer(
        _ column: Column?, in reader: borrowing CSVReader, where isAllowed: (Int) -> Bool = { _ in true }
    ) -> Int? {
        guard let column else { return nil }
        return take(reader.integer(at: column.index).map { isAllowed($0) ? $0 : nil }, column, reader)
    }

    mutating func decimal(
        _ column: Column?, in reader: borrowing CSVReader, where isAllowed: (Double) -> Bool = { _ in true }
    ) -> Double? {
        guard let column else { return nil }
        return take(reader.decimal(at: column.index).map { isAllowed($0) ? $0 : nil }, column, reader)
    }

    mutating func day(_ column: Column?, in reader: borrowing CSVReader) -> Int? {
        guard let column else { return nil }
        return take(reader.day(at: column.index), column, reader)
    }

    mutating func moment(_ column: Column?, in reader: borrowing CSVReader) -> CSVMoment? {
        guard let column else { return nil }
        return take(reader.moment(at: column.index), column, reader)
    }

    /// A text that stands for a value.
    mutating func value<Value>(
        _ column: Column?, in reader: borrowing CSVReader, _ read: (String) -> Value?
    ) -> Value? {
        guard let column else { return nil }
        guard let text = reader.text(at: column.index)?.trimmed, !text.isEmpty else {
            return take(CSVCell<Value>.missing, column, reader)
        }
        return take(read(text).map { .value($0) } ?? .unreadable, column, reader)
    }

    private mutating func take<Value>(
        _ cell: CSVCell<Value>, _ column: Column, _ reader: borrowing CSVReader
    ) -> Value? {
        switch cell {
        case .value(let value):
            columns[column.slot].read += 1
            return value
        case .missing:
            columns[column.slot].missing += 1
        case .unreadable:
            columns[column.slot].unreadable += 1
            if columns[column.slot].firstUnreadable == nil {
                columns[column.slot].firstUnreadable = reader.text(at: column.index).map {
                    String($0.prefix(80))
                }
                columns[column.slot].firstUnreadableRow = reader.row
            }
        }
        return nil
    }

    /// What has been lost up to the row at hand, the rows that the reader itself left out among it.
    func report(on reader: borrowing CSVReader) -> LossReport {
        var report = LossReport()
        report.rowsRead = reader.rowsRead + reader.refusals.count
        report.rowsRefused = refused + reader.refusals.count
        report.blankRows = reader.blankRows
        let all = (refusals + reader.refusals.first).sorted { $0.row < $1.row }
        report.refusals = Array(all.prefix(LossReport.shownRefusals))
        report.columns = columns
        report.absent = absent
        for index in 0..<reader.header.count where !used.contains(index) {
            report.unused.append(reader.header.label(of: index))
        }
        return report
    }
}

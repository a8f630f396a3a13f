import Exchange

/// Whole columns of numbers of a small table.
struct Columns {
    private var columns: [String: [Double]] = [:]

    init(path: String, header: [String]? = nil) throws(CSVFault) {
        var reader = try CSVReader(path: path, format: CSVFormat(header: header))
        while try reader.advance() {
            for (column, name) in reader.header.names.enumerated() {
                guard let value = reader.decimal(at: column).value else {
                    preconditionFailure("\(path), row \(reader.row): \(name) is no number")
                }
                columns[name, default: []].append(value)
            }
        }
    }

    subscript(name: String) -> [Double] {
        guard let column = columns[name] else { preconditionFailure("there is no column \(name)") }
        return column
    }
}

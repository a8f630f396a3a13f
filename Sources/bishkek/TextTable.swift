/// A table for a terminal: columns as wide as they need, numbers to the right.
struct TextTable {
    private var rows: [[String]]
    private let columns: Int

    init(_ head: [String]) {
        rows = [head.map(TextTable.harmless)]
        columns = head.count
    }

    mutating func add(_ row: [String]) { rows.append(row.map(TextTable.harmless)) }

    /// Names come from files that anybody may have written: nothing in them steers a terminal or breaks a line.
    private static func harmless(_ cell: String) -> String {
        guard cell.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            return cell
        }
        var scalars = String.UnicodeScalarView()
        for scalar in cell.unicodeScalars {
            scalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
        }
        return String(scalars)
    }

    var isEmpty: Bool { rows.count < 2 }

    /// The lines, the head first.
    var lines: [String] {
        let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                let pad = String(repeating: " ", count: widths[column] - cell.count)
                line += isNumeric(column) ? pad + cell : cell + pad
                if column + 1 < columns { line += "  " }
            }
            while line.last == " " { line.removeLast() }
            return "  " + line
        }
    }

    func show() {
        for (place, line) in lines.enumerated() { print(place == 0 ? Terminal.dim(line) : line) }
    }

    /// Whether every cell below the head is a number or says that there is none.
    private func isNumeric(_ column: Int) -> Bool {
        rows.dropFirst().allSatisfy { row in
            row[column].isEmpty || row[column] == "–"
                || row[column].allSatisfy { $0.isNumber || ",.−+∞ %".contains($0) }
        }
    }
}

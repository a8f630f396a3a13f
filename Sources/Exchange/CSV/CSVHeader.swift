/// The columns of a table, by name.
///
/// Names are compared without regard to letter case, to spaces around them, and to whether a space, a hyphen, a point
/// or an underscore joins their words: `Period start` is `period_start`.
public struct CSVHeader: Sendable, Hashable {
    /// The names as they are written, in order; a column without a name has an empty one.
    public let names: [String]
    private let keys: [String]
    /// Where the header is in a file; nil where the names were given.
    let row: Int?

    /// Columns with these names.
    /// - Throws: ``CSVFault/Code/missingHeader`` where no column has a name.
    public init(names: [String]) throws(CSVFault) {
        try self.init(names: names, row: nil)
    }

    init(names: [String], row: Int?) throws(CSVFault) {
        self.names = names.map { $0.trimmed }
        keys = self.names.map(Self.key)
        self.row = row
        if keys.allSatisfy(\.isEmpty) {
            throw CSVFault(
                .missingHeader, "no column has a name. Write the names of the columns into the first row.",
                row: row)
        }
    }

    /// How many columns there are.
    public var count: Int { names.count }

    /// The place of the column with this name, counted from 0.
    /// - Throws: ``CSVFault/Code/missingColumn`` or ``CSVFault/Code/ambiguousColumn``.
    public func index(of name: String) throws(CSVFault) -> Int {
        guard let index = try find([name]) else {
            let known = names.filter { !$0.isEmpty }.prefix(20).joined(separator: ", ")
            throw CSVFault(
                .missingColumn,
                "there is no column “\(name)”. The file has: \(known)\(count > 20 ? ", …" : "").",
                row: row)
        }
        return index
    }

    /// The place of the column with the first of these names that is there, counted from 0; nil where none is.
    /// - Throws: ``CSVFault/Code/ambiguousColumn`` where two columns have that name.
    public func find(_ accepted: [String]) throws(CSVFault) -> Int? {
        for name in accepted {
            let key = Self.key(name)
            guard !key.isEmpty, let index = keys.firstIndex(of: key) else { continue }
            if let second = keys[(index + 1)...].firstIndex(of: key) {
                throw CSVFault(
                    .ambiguousColumn,
                    "columns \(index + 1) and \(second + 1) are both called “\(name)”. Rename one.",
                    row: row, column: second + 1)
            }
            return index
        }
        return nil
    }

    /// The place of a column that the caller names, or else of one that has an accepted name.
    func find(_ named: String?, or accepted: [String]) throws(CSVFault) -> Int? {
        if let named { return try index(of: named) }
        return try find(accepted)
    }

    /// What a report calls a column.
    func label(of index: Int) -> String {
        names[index].isEmpty ? "(column \(index + 1), no name)" : names[index]
    }

    private static func key(_ name: String) -> String {
        String(
            name.trimmed.lowercased().map { character in
                character == " " || character == "-" || character == "." ? "_" : character
            })
    }
}

extension String {
    /// Without spaces, tabs and line ends at both ends.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}

import Foundation

/// A CSV file of the folder with the reference data, which lies beside the repository and not in it.
struct Table {
    /// The names of the first line, in order.
    let header: [String]
    /// The lines below it.
    let rows: [[String]]

    /// The folder `shared/data`; `BISHKEK_SHARED` names another place for `shared`.
    static let folder: URL? = {
        let shared =
            ProcessInfo.processInfo.environment["BISHKEK_SHARED"].map { URL(fileURLWithPath: $0) }
            ?? URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "shared")
        let folder = shared.appending(path: "data")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    /// Whether the folder is there, for `.enabled(if:)`.
    static var isThere: Bool { folder != nil }

    /// Why a test that needs the folder is skipped.
    static let absence = "the reference data (shared/data) are not beside the repository"

    /// Reads a file by its path in the folder, such as `reference/seatbelts.csv`.
    init(_ path: String) throws {
        guard let folder = Self.folder else { throw CocoaError(.fileNoSuchFile) }
        self.init(text: String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self))
    }

    /// Reads comma-separated text with double quotes, the first line a header.
    init(text: String) {
        var rows: [[String]] = []
        var row: [String] = []
        var field = ""
        var isQuoted = false
        var previous: Character = ","
        for character in text {
            if character == "\"" {
                // A second quote inside a field stands for one quote.
                if !isQuoted && previous == "\"" { field.append("\"") }
                isQuoted.toggle()
            } else if isQuoted {
                field.append(character)
            } else if character == "," || character.isNewline {
                row.append(field)
                field = ""
                if character.isNewline {
                    rows.append(row)
                    row = []
                }
            } else {
                field.append(character)
            }
            previous = character
        }
        if !field.isEmpty || !row.isEmpty { rows.append(row + [field]) }
        header = rows.first ?? []
        self.rows = Array(rows.dropFirst())
    }

    /// A column as text; empty if there is none of this name.
    func text(_ name: String) -> [String] {
        guard let index = header.firstIndex(of: name) else { return [] }
        return rows.map { index < $0.count ? $0[index] : "" }
    }

    /// A column as numbers; nil where the field is no number, such as an empty one or `NA`.
    func optionalNumbers(_ name: String) -> [Double?] { text(name).map { Double($0) } }

    /// A column as numbers; NaN where the field is no number.
    func numbers(_ name: String) -> [Double] { text(name).map { Double($0) ?? .nan } }

    /// A column of dates such as 2020-07-27 as whole days since 1970-01-01; nil where the field is none.
    func days(_ name: String) -> [Int?] {
        text(name).map { field in
            let parts = field.split(separator: "-").compactMap { Int($0) }
            return parts.count == 3 ? Self.day(parts[0], parts[1], parts[2]) : nil
        }
    }

    /// The day number of a date, 1970-01-01 being zero.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let monthOfShifted = month > 2 ? month - 3 : month + 9
        let leaps = shifted / 4 - shifted / 100 + shifted / 400
        return 365 * shifted + leaps + (153 * monthOfShifted + 2) / 5 + day - 1 - 719_468
    }
}

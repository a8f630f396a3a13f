import Foundation
import Statistics

@testable import Exchange

extension SeededGenerator {
    mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[roll(0...(elements.count - 1))] }
}

/// A table as text, in one of the ways in which tables are written.
struct Writing {
    var separator = CSVFormat.Separator.comma
    var lineEnd = "\r\n"
    var hasMark = false
    var endsLastLine = true
    /// Whether fields are quoted that need not be.
    var quotesAll = false

    func bytes(_ rows: [[String]]) -> [UInt8] {
        let parted = String(UnicodeScalar(separator.rawValue))
        let lines = rows.map { $0.map(field).joined(separator: parted) }
        return Array(
            ((hasMark ? "\u{FEFF}" : "") + lines.joined(separator: lineEnd) + (endsLastLine ? lineEnd : ""))
                .utf8)
    }

    private func field(_ text: String) -> String {
        let shapes: [UInt8] = [0x22, 0x0A, 0x0D, separator.rawValue]
        if !quotesAll, !text.utf8.contains(where: shapes.contains) { return text }
        return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
}

/// What a reader made of a table.
struct Reading: Equatable {
    var rows: [[String]] = []
    var numbers: [Int] = []
    var refused = 0
    var fault: CSVFault.Code?
    var place: [Int?] = []

    init() {}

    init(_ pieces: [[UInt8]], _ format: CSVFormat = .init()) {
        do throws(CSVFault) {
            var reader = try CSVReader(CSVSource(pieces: pieces), format: format)
            try take(&reader)
        } catch {
            note(error)
        }
    }

    private mutating func take(_ reader: inout CSVReader) throws(CSVFault) {
        do throws(CSVFault) {
            while try reader.advance() {
                rows.append((0..<reader.header.count).map { reader.text(at: $0) ?? "" })
                numbers.append(reader.row)
            }
        } catch {
            note(error)
        }
        refused = reader.refusals.count
    }

    private mutating func note(_ error: CSVFault) {
        fault = error.code
        place = [error.row, error.column, error.byte]
    }
}

/// A file that is there for the length of a test.
func withFile<Answer>(_ bytes: [UInt8], _ body: (String) throws -> Answer) throws -> Answer {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url.path)
}

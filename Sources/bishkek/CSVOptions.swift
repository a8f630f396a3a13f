import ArgumentParser
import Exchange
import Foundation
import Pages
import Record

/// How the table is written that a command reads.
struct CSVOptions: ParsableArguments {
    @Option(help: "What parts the fields: comma, semicolon or tab. Found out where it is not given.")
    var separator: String?

    @Flag(help: "Numbers have a comma before their fraction.")
    var decimalComma = false

    /// A reader at the first row.
    func reader(
        of path: String, raggedRows: CSVFormat.RaggedRows = .refuseRow
    ) throws -> CSVReader {
        var format = CSVFormat(decimalMark: decimalComma ? .comma : .point, raggedRows: raggedRows)
        switch separator {
        case nil: break
        case "comma"?, ","?: format.separator = .comma
        case "semicolon"?, ";"?: format.separator = .semicolon
        case "tab"?: format.separator = .tab
        case let other?:
            throw Failure.usage("--separator \(other): write comma, semicolon or tab.")
        }
        return try Reading.of(path) { () throws(CSVFault) in
            path == "-"
                ? try CSVReader.standardInput(format: format) : try CSVReader(path: path, format: format)
        }
    }

    /// A date as it was asked for.
    static func day(_ text: String?, _ option: String) throws -> Day? {
        guard let text else { return nil }
        guard let day = Day(iso: text) else {
            throw Failure.usage("--\(option) \(text): this is no date. Write it as 2020-07-27.")
        }
        return day
    }
}

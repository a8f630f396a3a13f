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

/// Runs what reads a table, and says which file it was where that fails.
enum Reading {
    static func of<Value: ~Copyable>(
        _ path: String, _ read: () throws(CSVFault) -> Value
    ) throws -> Value {
        do {
            return try read()
        } catch {
            // A column that is not there, and a file that is not there, are named wrongly; the rest is the file's fault.
            let isUsage: Set<CSVFault.Code> = [
                .unreadableFile, .missingColumn, .ambiguousColumn, .malformedFormat, .missingHeader,
            ]
            let code: Int32 = isUsage.contains(error.code) ? 64 : 1
            // What cannot be opened is named in its message.
            let isNamed = error.description.hasPrefix("\(path) ")
            throw Failure(isNamed ? error.description : "\(path): \(error.description)", code: code)
        }
    }

    /// What was lost, in lines; nothing where nothing was.
    static func show(_ report: LossReport, extra: [String] = []) {
        let lines = report.text.split(separator: "\n").map(String.init) + extra
        for line in lines { print(Terminal.dim(line)) }
    }
}

extension JSONWriter {
    /// What became of the rows and columns of a table.
    mutating func losses(_ report: LossReport) {
        name("losses")
        openObject()
        member("rowsRead", report.rowsRead)
        member("rowsRefused", report.rowsRefused)
        member("blankRows", report.blankRows)
        name("refusals")
        openList()
        for refusal in report.refusals {
            openObject()
            member("row", refusal.row)
            member("byte", refusal.byte)
            member("reason", refusal.reason)
            closeObject()
        }
        closeList()
        name("columns")
        openList()
        for column in report.columns {
            openObject()
            member("name", column.name)
            member("read", column.read)
            member("missing", column.missing)
            member("unreadable", column.unreadable)
            member("firstUnreadable", column.firstUnreadable)
            member("firstUnreadableRow", column.firstUnreadableRow)
            closeObject()
        }
        closeList()
        texts("unused", report.unused)
        texts("absent", report.absent)
        closeObject()
    }

    /// A number with a fraction; left out where it is infinite or none.
    mutating func number(_ name: String, _ number: Double?) {
        guard let number, number.isFinite else { return }
        self.name(name)
        self.number(number)
    }

    mutating func day(_ name: String, _ day: Day?) { member(name, day?.description) }
}

/// A chart that is written beside an answer.
enum ChartFile {
    static func write(_ svg: String, to path: String) throws {
        do {
            try Data(svg.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Failure(
                "The chart cannot be written to \(path): \(error.localizedDescription) "
                    + "Name a file in a folder that is there and may be written to.")
        }
    }
}

import Ceasefire
import Exchange
import Foundation
import Pages
import Statistics

/// Reports of several observers out of a file, numbered in the order of their names, so that the order of the rows
/// makes no difference.
struct ReportFile {
    let reports: [ReportTable.Report]
    let hasDates: Bool
    let report: LossReport
    private let numbers: [String: Int]

    init(_ path: String, _ reader: consuming CSVReader, _ columns: ReportTable.Columns) throws {
        let table = try Reading.of(path, reader) { reader throws(CSVFault) in
            try ReportTable(reader, columns: columns)
        }
        reports = table.reports.sorted { $0.id < $1.id }
        hasDates = table.hasDates
        report = table.report
        var numbers: [String: Int] = [:]
        for (number, report) in reports.enumerated() { numbers[report.id] = number }
        self.numbers = numbers
    }

    /// The reports as numbers. Whom they blame is not among what is compared.
    func events() throws(StatisticsError) -> [EventReport] {
        let latitudes = reports.map(\.latitude)
        let longitudes = reports.map(\.longitude)
        let plane = try LocalPlane(
            latitude: ((latitudes.min() ?? 0) + (latitudes.max() ?? 0)) / 2,
            longitude: ((longitudes.min() ?? 0) + (longitudes.max() ?? 0)) / 2)
        let sources = ReportFile.codes(reports.map(\.source))
        let types = ReportFile.codes(reports.compactMap(\.type))
        let weapons = ReportFile.codes(reports.compactMap(\.weapon))
        var events: [EventReport] = []
        events.reserveCapacity(reports.count)
        for (number, report) in reports.enumerated() {
            events.append(
                EventReport(
                    id: number, source: sources[report.source] ?? 0, hours: report.hours,
                    place: try plane.place(latitude: report.latitude, longitude: report.longitude),
                    type: report.type.flatMap { types[$0] }, weapon: report.weapon.flatMap { weapons[$0] },
                    casualties: report.casualties))
        }
        return events
    }

    private static func codes(_ names: [String]) -> [String: Int] {
        var codes: [String: Int] = [:]
        for (code, name) in Set(names).sorted().enumerated() { codes[name] = code }
        return codes
    }

    /// When an event was, as a person reads it.
    func words(_ hours: Double) -> String {
        let catalogue = Catalogue.withoutRecord
        guard hasDates else { return catalogue.plain((hours * 100).rounded() / 100) }
        return catalogue.short(instant(hours))
    }

    /// The moment that the hours since 1970 come to.
    func instant(_ hours: Double) -> Instant { Instant(milliseconds: Int64((hours * 3_600_000).rounded())) }

    // MARK: Decisions

    /// What a person has decided, from a table with the columns first, second and decision (link or unlink).
    func decisions(_ path: String, _ reader: consuming CSVReader) throws -> LinkageDecisions {
        let rows = try Reading.of(path, reader) { reader throws(CSVFault) in
            var reader = reader
            let first = try reader.header.index(of: "first")
            let second = try reader.header.index(of: "second")
            let decision = try reader.header.index(of: "decision")
            var rows: [(row: Int, first: String, second: String, decision: String)] = []
            while try reader.advance() {
                rows.append(
                    (
                        reader.row, reader.text(at: first) ?? "", reader.text(at: second) ?? "",
                        (reader.text(at: decision) ?? "").trimmingCharacters(in: .whitespaces)
                    ))
            }
            return rows
        }
        var decisions = LinkageDecisions()
        for row in rows {
            guard let one = numbers[row.first], let other = numbers[row.second], one != other else {
                throw Failure(
                    "\(path), row \(row.row): “\(row.first)” and “\(row.second)” are not two reports of the table.",
                    code: 64)
            }
            switch row.decision.lowercased() {
            case "link": decisions.link(one, other)
            case "unlink": decisions.unlink(one, other)
            default:
                throw Failure(
                    "\(path), row \(row.row): the decision is “\(row.decision)”; write link or unlink.",
                    code: 64)
            }
        }
        return decisions
    }
}

import Exchange
import Foundation
import Pages
import Statistics

/// How long each of several things lasted, out of a file.
struct DurationFile {
    var ends: [(end: DurationEnd, group: String?)] = []
    var unit: String
    var report: LossReport
    var notes: [String] = []

    init(
        _ path: String, _ reader: consuming CSVReader, group: String?, column: String?, ended: String?,
        until: Day?, unknownEnds: Bool, unit: String?
    ) throws {
        let columns = DurationTable.Columns(
            duration: column, ended: ended, group: group, observedUntil: until?.number)
        let table = try Reading.of(path, reader) { reader throws(CSVFault) in
            try DurationTable(reader, columns: columns)
        }
        report = table.report
        let isDated = table.spells.contains { $0.start != nil }
        let named = table.report.columns.first { ["days", "weeks", "months"].contains($0.name.lowercased()) }
        self.unit = unit ?? (isDated ? "days" : named?.name.lowercased() ?? "units of time")
        var (ongoing, unknown) = (0, 0)
        for spell in table.spells {
            let isOpen = spell.ended == false && spell.start != nil && spell.end == until?.number
            let end: DurationEnd
            switch spell.ended {
            case true?: end = .ended(spell.duration)
            case false? where isOpen && unknownEnds, nil:
                unknown += 1
                end = .unknown(after: 0, until: spell.duration)
            case false?:
                if isOpen { ongoing += 1 }
                end = .censored(spell.duration)
            }
            ends.append((end, spell.group))
        }
        if ongoing > 0, let until {
            notes.append(
                "\(ongoing) without a last day \(ongoing == 1 ? "is" : "are") taken to have gone on until \(until). "
                    + "If nobody knows when \(ongoing == 1 ? "it" : "they") ended, ask with --unknown-ends.")
        }
        if ended == nil, table.spells.allSatisfy({ $0.ended == nil }) {
            notes.append("No column says which of them ended. Name it with --ended, if there is one.")
        } else if unknown > 0 {
            notes.append(
                unknown == 1
                    ? "1 end is unknown: it may have come at once, or not until the last day observed."
                    : "\(unknown) ends are unknown: they may have come at once, or not until the last day observed."
            )
        }
    }
}

import Exchange
import Foundation
import Pages
import Statistics

// Events of UCDP GED, a row for each.
extension CountedFile {
    static func events(
        _ path: String, _ reader: consuming CSVReader, _ choice: Choice
    ) throws -> CountedFile {
        guard choice.columns.side == nil, choice.columns.effort == nil else {
            throw Failure.usage(
                "--sides and --effort go with counts by period; \(path) holds events. Leave them out, or choose with --side."
            )
        }
        let measure = choice.columns.counts.first ?? "events"
        guard ["events", "best", "low", "high"].contains(measure) else {
            throw Failure.usage(
                "--column \(measure): \(path) holds events with deaths. Count events, or deaths by best, low or high."
            )
        }
        var collected = EventCollection(choice: choice, measure: measure)
        let report = try Reading.of(path, reader) { reader throws(CSVFault) in
            var events = try GEDReader(reader, detail: [])
            while let event = try events.next() { collected.add(event) }
            return events.report
        }
        guard collected.read > 0 else {
            throw Failure(
                "\(path): no event could be read from it. \(report.text.replacing("\n", with: " "))", code: 2)
        }
        guard collected.taken > 0 else {
            throw Failure(
                "\(path): none of its \(collected.read) events is one of those asked for. Check --conflict, --side and "
                    + "--country.", code: 2)
        }
        return try collected.file(report)
    }
}

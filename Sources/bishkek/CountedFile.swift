import Exchange
import Foundation
import Pages
import Statistics

/// Counts by period out of a file, whichever layout it has.
struct CountedFile {
    var subject: CountSubject
    var unit: RateUnit
    var sides: [Holding.Side]
    var all: RateSeries
    var bounds: [ClosedRange<Double>]?
    /// The days of single events, where the file has them.
    var events: [Int] = []
    var report: LossReport
    /// What else did not go into the counts, in sentences.
    var notes: [String] = []

    /// What of the file is wanted.
    struct Choice {
        var columns = CountTable.Columns()
        var side: String?
        var conflict: String?
        var country: String?
        var grid = PeriodGrid.weeks
        /// Whether somebody said in which periods to count.
        var isGridAsked = false
        var unit = RateUnit.week
        /// In which unit rates are told, where somebody said so.
        var per: RateUnit?
        var days: (from: Day?, to: Day?) = (nil, nil)
    }

    /// Whether the header is that of the events of UCDP GED.
    static func holdsEvents(_ header: CSVHeader) throws(CSVFault) -> Bool {
        for name in ["id", "date_start", "best"] where try header.find([name]) == nil { return false }
        return true
    }

    static func read(_ path: String, _ reader: consuming CSVReader, _ choice: Choice) throws -> CountedFile {
        let header = reader.header
        let holdsEvents = try Reading.of(path) { () throws(CSVFault) in try CountedFile.holdsEvents(header) }
        if holdsEvents { return try events(path, reader, choice) }
        return try periods(path, reader, choice)
    }
}

@testable import Statistics

/// Deaths along the line of contact in Nagorno-Karabakh, by month.
enum Karabakh {
    static let deathsOf2014 = [4.0, 2, 6, 6, 5, 6, 11, 18, 4, 2, 5, 3]

    /// The months of one year, each with the effort one.
    static func months(_ counts: [Double?], of year: Int) throws -> RateSeries {
        try RateSeries(
            counts.enumerated().map { i, count in
                let start = Table.day(year, i + 1, 1)
                let end = i == 11 ? Table.day(year + 1, 1, 1) : Table.day(year, i + 2, 1)
                return ObservationPeriod(start: start, days: end - start, effort: 1, count: count)
            })
    }
}

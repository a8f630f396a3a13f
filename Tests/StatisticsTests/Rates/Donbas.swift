@testable import Statistics

/// Ceasefire violations in eastern Ukraine as the OSCE mission's periodic reports counted them, 2017 to 2022.
enum Donbas {
    /// The first day of the additional measures that the sides agreed.
    static let measures = Table.day(2020, 7, 27)

    static func series() throws -> RateSeries {
        let table = try Table("osce/osce_smm_ceasefire_violations_2017_2022.csv")
        let (starts, days) = (table.days("period_start"), table.numbers("days"))
        let violations = table.optionalNumbers("violations")
        return try RateSeries(
            starts.indices.compactMap { i in
                starts[i].map { ObservationPeriod(start: $0, days: Int(days[i]), count: violations[i]) }
            })
    }
}

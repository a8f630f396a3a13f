/// What several observers said of the same units, missing values and all.
///
/// A unit is whatever is judged: an incident, a day, a report. A missing value is an observer who said nothing
/// of the unit, not one who said "none".
public struct Ratings: Sendable, Hashable {
    /// For each unit the values given, without the missing ones, ascending.
    let units: [[Double]]

    /// How many units there are, judged or not.
    public var unitCount: Int { units.count }
    /// How many observers there are.
    public let observerCount: Int

    /// Ratings as a table, a row for each observer with one value or nil for each unit.
    ///
    /// - Throws: `tooFewData` for fewer than two observers or no unit, `malformedInput` for rows that differ in
    ///   length and for values that are not finite.
    public init(byObserver rows: [[Double?]]) throws(StatisticsError) {
        guard rows.count >= 2 else {
            throw StatisticsError(
                .tooFewData, "Agreement needs two observers or more; there are \(rows.count).")
        }
        let count = rows[0].count
        guard count > 0 else {
            throw StatisticsError(.tooFewData, "The observers were given no unit to judge.")
        }
        var units = Array(repeating: [Double](), count: count)
        for (observer, row) in rows.enumerated() {
            guard row.count == count else {
                throw StatisticsError(
                    .malformedInput,
                    "Observer \(observer) has \(row.count) values where the first has \(count); "
                        + "mark what is missing as nil.")
            }
            for (unit, value) in row.enumerated() {
                guard let value else { continue }
                guard value.magnitude <= 1e100 else {
                    throw StatisticsError(
                        .malformedInput,
                        "Observer \(observer) gave \(value) to unit \(unit); a finite number is expected.")
                }
                // Adding zero turns minus zero, which is equal to zero but hashes apart, into zero.
                units[unit].append(value + 0)
            }
        }
        for unit in units.indices { units[unit].sort() }
        self.units = units
        observerCount = rows.count
    }

    /// The units that two observers or more spoke of: the only ones that can show agreement.
    var pairable: [[Double]] { units.filter { $0.count >= 2 } }
}

/// In how many units the observers contradict each other.
///
/// A plain count to be printed beside ``KrippendorffAlpha``: "in 14 of 60 incidents that two or more observers
/// reported they do not say the same". It does not take out agreement by chance.
public struct Dispute: Sendable, Hashable {
    /// Units that two observers or more spoke of.
    public let comparableUnits: Int
    /// Those of them in which not all said the same.
    public let disputedUnits: Int
    /// Units with one observer or none, about which nothing can be said.
    public let singleUnits: Int

    /// disputed / comparable, from 0 to 1.
    public var share: Double { Double(disputedUnits) / Double(comparableUnits) }

    /// Counts the units in dispute.
    ///
    /// - Parameter tolerance: values that differ by no more are the same; zero where left out.
    /// - Throws: `tooFewData` where no unit has two values, `outOfRange` for a tolerance that is negative or not
    ///   finite.
    public init(_ ratings: Ratings, tolerance: Double = 0) throws(StatisticsError) {
        guard tolerance >= 0, tolerance.isFinite else {
            throw StatisticsError(
                .outOfRange, "The tolerance is \(tolerance); it must be finite and not negative.")
        }
        var disputed = 0
        let pairable = ratings.pairable
        for values in pairable where values[values.count - 1] - values[0] > tolerance { disputed += 1 }
        guard !pairable.isEmpty else {
            throw StatisticsError(
                .tooFewData, "No unit has values of two observers; nothing can be compared.")
        }
        comparableUnits = pairable.count
        disputedUnits = disputed
        singleUnits = ratings.unitCount - pairable.count
    }
}

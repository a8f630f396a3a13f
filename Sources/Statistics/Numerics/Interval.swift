/// A closed interval of real numbers, such as a confidence interval.
///
/// Either end may be infinite: the exact interval of a rate ratio has no upper end where the reference period
/// has no event.
public struct Interval: Sendable, Hashable {
    /// The lower end.
    public let lower: Double
    /// The upper end, not below the lower one; may be `+infinity`.
    public let upper: Double

    /// The interval between two ends.
    public init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// Whether the value lies inside or on an end.
    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

    /// The distance between the ends.
    public var width: Double { upper - lower }
}

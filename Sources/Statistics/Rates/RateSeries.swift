/// Periods of observation in the order of time, none overlapping another; gaps between them are allowed.
public struct RateSeries: Sendable, Hashable {
    /// The periods, by their first day.
    public let periods: [ObservationPeriod]

    /// The largest day number, count and effort that are taken.
    static let largestDay = 1_000_000_000
    static let largestAmount = 1e15
    /// The smallest count that is not zero. An event spread over all days there are leaves far more in each,
    /// and quotients of smaller ones would leave the range of a Double.
    static let smallestCount = 1e-100

    /// A series from periods in any order.
    ///
    /// - Throws: `.malformedInput` where a period is shorter than a day or lies more than 10⁹ days from
    ///   1970-01-01, where an effort or count is negative, not finite or above 10¹⁵, where a count is not
    ///   zero but below 10⁻¹⁰⁰, where a length in days exceeds 10⁹, or where two periods overlap.
    public init(_ periods: [ObservationPeriod]) throws(StatisticsError) {
        for period in periods {
            guard period.days > 0, period.days <= Self.largestDay,
                (-Self.largestDay...Self.largestDay).contains(period.start)
            else {
                throw StatisticsError(
                    .malformedInput,
                    "The period of \(period.days) days from day \(period.start) is no period: "
                        + "give at least one day, within \(Self.largestDay) days of 1970-01-01.")
            }
            let count = period.count ?? 0
            guard period.effort >= 0, period.effort <= Self.largestAmount,
                period.effort == 0 || period.effort >= 1 / Self.largestAmount
            else {
                throw StatisticsError(
                    .malformedInput,
                    "The effort \(period.effort) of the period from day \(period.start) is not usable; "
                        + "give zero where nobody looked, else a finite positive number.")
            }
            guard count >= 0, count <= Self.largestAmount, count == 0 || count >= Self.smallestCount else {
                throw StatisticsError(
                    .malformedInput,
                    "The count \(count) of the period from day \(period.start) is not usable; give zero, "
                        + "a number from 1e-100 to 1e15, or none where it is not known.")
            }
        }
        let ordered = periods.sorted { $0.start < $1.start }
        for (earlier, later) in zip(ordered, ordered.dropFirst()) where later.start < earlier.end {
            throw StatisticsError(
                .malformedInput,
                "The period from day \(later.start) begins before the one from day \(earlier.start) has ended."
            )
        }
        self.periods = ordered
    }

    private init(ordered: [ObservationPeriod]) { periods = ordered }

    /// The periods that say something about the rate.
    public var observed: [ObservationPeriod] { periods.filter(\.isObserved) }

    /// How many periods say nothing, because nobody looked or the count is not known.
    public var missing: Int { periods.count - observed.count }

    /// The events of the observed periods.
    public var events: Double {
        var sum = 0.0
        for period in periods where period.isObserved { sum += period.count ?? 0 }
        return sum
    }

    /// The effort of the observed periods.
    public var effort: Double {
        var sum = 0.0
        for period in periods where period.isObserved { sum += period.effort }
        return sum
    }

    /// Events per unit of effort over the observed periods; absent where nothing was observed.
    public var rate: Double? {
        let effort = effort
        return effort > 0 ? events / effort : nil
    }

    /// The periods whose first day lies in the range.
    public func starting(in days: Range<Int>) -> RateSeries {
        RateSeries(ordered: periods.filter { days.contains($0.start) })
    }

    /// The periods that end on or before the day and those that start on or after it. A period that holds the
    /// day inside it belongs to neither.
    public func split(at day: Int) -> (before: RateSeries, after: RateSeries, straddling: ObservationPeriod?)
    {
        (
            RateSeries(ordered: periods.filter { $0.end <= day }),
            RateSeries(ordered: periods.filter { $0.start >= day }),
            periods.first { $0.straddles(day) }
        )
    }
}

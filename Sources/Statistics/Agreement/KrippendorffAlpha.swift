/// How far observers agree beyond chance.
///
/// α = 1 − D_o / D_e (Krippendorff, 2011, "Computing Krippendorff's alpha-reliability"). The observed
/// disagreement D_o is the mean distance δ² between the values that different observers gave to the same unit,
/// a unit of m values having weight m; the expected one D_e is the mean distance between all values, whichever
/// unit they belong to. Alpha is 1 for perfect agreement, 0 where values are as good as drawn by lot, and below
/// 0 for systematic contradiction. Any number of observers; missing values are left out, not guessed.
///
/// With n_g values of rank g in all, the distances between the values c and k are: nominal 0 or 1; ordinal
/// (n_c/2 + Σ_{c<g<k} n_g + n_k/2)²; interval (c − k)²; ratio ((c − k) / (c + k))². On the ratio scale time grows
/// with the square of the number of different values, on the others it does not.
public struct KrippendorffAlpha: Sendable, Hashable {
    /// Alpha, at most 1.
    public let value: Double
    /// How distances between values were taken.
    public let scale: MeasurementScale
    /// D_o, in the scale's squared distances.
    public let observedDisagreement: Double
    /// D_e, in the scale's squared distances.
    public let expectedDisagreement: Double
    /// Values in units that two observers or more spoke of.
    public let pairableValues: Int
    /// Units that two observers or more spoke of.
    public let pairableUnits: Int

    /// Computes alpha.
    ///
    /// - Throws: `tooFewData` where no unit has two values; `notIdentified` where all values are the same, so
    ///   that agreement cannot be told from a scale nobody used; `malformedInput` for negative values on the
    ///   ratio scale.
    public init(_ ratings: Ratings, scale: MeasurementScale) throws(StatisticsError) {
        let units = ratings.pairable
        guard !units.isEmpty else {
            throw StatisticsError(
                .tooFewData, "No unit has values of two observers; nothing can be compared.")
        }
        let categories = RatingCategories(units)
        let values = categories.values
        if scale == .ratio, values[0] < 0 {
            throw StatisticsError(
                .malformedInput, "The ratio scale has no negative values, such as \(values[0]).")
        }
        guard values.count > 1 else {
            throw StatisticsError(
                .notIdentified,
                "All values are \(values[0]); without any other value, agreement means nothing.")
        }
        let count = categories.count
        var observed = 0.0
        for unit in categories.units {
            let weight = 1 / (unit.count - 1)
            for (n, first) in unit.shares.enumerated() {
                for second in unit.shares[..<n] {
                    let distance = categories.distance(first.category, second.category, scale)
                    observed += 2 * weight * first.count * second.count * distance
                }
            }
        }
        let expected = categories.sumOfDistances(scale)
        observedDisagreement = observed / count
        expectedDisagreement = expected / (count * (count - 1))
        guard expectedDisagreement > 0, expectedDisagreement.isFinite else {
            throw StatisticsError(
                .notIdentified, "The values differ by too little to compare; choose a smaller unit for them.")
        }
        value = 1 - observedDisagreement / expectedDisagreement
        self.scale = scale
        pairableValues = Int(count)
        pairableUnits = units.count
    }
}

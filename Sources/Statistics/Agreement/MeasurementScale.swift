/// What the numbers of a rating mean, and so how far apart two of them are.
public enum MeasurementScale: String, Sendable, Hashable, CaseIterable {
    /// Names, such as types of event coded 1 to 5: equal or not.
    case nominal
    /// Ranks, such as severity: as far apart as there are values between them.
    case ordinal
    /// Numbers whose differences count, such as hours of the day.
    case interval
    /// Numbers with a true zero, such as deaths: as far apart as their difference is to their sum.
    case ratio
}

/// How sure an interval is: a share between 0 and 1, such as 0.95.
enum ConfidenceLevel {
    /// - Throws: `.outOfRange` for what is no such share.
    static func check(_ level: Double) throws(StatisticsError) {
        guard level > 0, level < 1 else {
            throw StatisticsError(
                .outOfRange, "The confidence level is \(level); it lies between 0 and 1, such as 0.95.")
        }
    }

    /// The normal quantile of a two-sided confidence level.
    static func z(of level: Double) throws(StatisticsError) -> Double {
        try check(level)
        return Normal.quantile(upperTail: (1 - level) / 2)
    }
}

import RealModule

/// The scale on which the confidence interval of a probability is symmetric.
///
/// With p the estimate, s its standard error and z the normal quantile. Ends are kept within 0 and 1. The names
/// are those of `conf.type` in R's `survfit`.
public enum IntervalScale: String, Sendable, Hashable, CaseIterable {
    /// p ± z s. Poor near 0 and 1.
    case plain
    /// p exp(± z s / p). R's default.
    case log
    /// p to the power exp(± z s / (p log p)). Never leaves 0 to 1; the best of the three in small samples.
    case logLog = "log-log"

    /// The interval around a probability; the probability itself at 0 and 1, or where there is no spread.
    func interval(_ estimate: Double, standardError: Double, z: Double) -> Interval {
        guard estimate > 0, estimate < 1, standardError > 0 else {
            return Interval(lower: estimate, upper: estimate)
        }
        switch self {
        case .plain:
            return Interval(
                lower: Swift.max(0, estimate - z * standardError),
                upper: Swift.min(1, estimate + z * standardError))
        case .log:
            let factor = Double.exp(z * standardError / estimate)
            return Interval(lower: estimate / factor, upper: Swift.min(1, estimate * factor))
        case .logLog:
            let logarithm = Double.log(estimate)
            let factor = Double.exp(z * standardError / (estimate * -logarithm))
            return Interval(
                lower: Double.exp(logarithm * factor), upper: Swift.min(1, Double.exp(logarithm / factor)))
        }
    }
}

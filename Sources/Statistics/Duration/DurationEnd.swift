/// What is known of the end of one duration.
///
/// Times count from its start, are finite and not negative.
public enum DurationEnd: Sendable, Hashable {
    /// It ended at this time.
    case ended(Double)
    /// It was watched this long and had not ended.
    case censored(Double)
    /// It ended, and is only known to have done so between the two times, both included.
    case endedBetween(Double, Double)
    /// It was known to last until `after`. What became of it up to `until`, the last moment at which its end
    /// would have counted, is not known: it may have ended at once, or have lasted.
    case unknown(after: Double, until: Double)

    /// The first and the last moment at which it can have ended, or gone out of sight.
    var span: (first: Double, last: Double) {
        switch self {
        case .ended(let time), .censored(let time): (time, time)
        case .endedBetween(let first, let last), .unknown(after: let first, until: let last): (first, last)
        }
    }

    /// Whether it can have ended, and whether it must have.
    var canEnd: Bool { if case .censored = self { false } else { true } }
    var mustEnd: Bool {
        switch self {
        case .ended, .endedBetween: true
        case .censored, .unknown: false
        }
    }

    /// Whether the moment of its end is open.
    var isOpen: Bool {
        switch self {
        case .ended, .censored: false
        case .endedBetween(let first, let last): first < last
        case .unknown: true
        }
    }
}

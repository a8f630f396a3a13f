import Ceasefire
package import Statistics

/// What is counted, and what must be said whenever it is.
package enum CountSubject: Hashable, Sendable {
    /// What monitors wrote down: the plural noun, such as “violations”.
    case recorded(String)
    /// Events in which somebody was killed, from a data set that holds no others.
    case fatalEvents
    /// People killed in such events.
    case deaths
}

/// In which unit rates are told: a day, a week, a month, or a unit of effort.
package struct RateUnit: Hashable, Sendable {
    /// How much effort makes one unit.
    package var effort: Double
    /// “a day”, “for each patrol day”.
    package var words: String

    package init(effort: Double, words: String) {
        self.effort = effort
        self.words = words
    }

    package static let day = RateUnit(effort: 1, words: "a day")
    package static let week = RateUnit(effort: 7, words: "a week")
    package static let month = RateUnit(effort: 30.436875, words: "a month")

    /// A day where there are ten events a day or more, or else the usual length of a period: in log(rate + 1), where
    /// changes are sought, rates far below one would all look alike. The effort is in days.
    package init(for series: RateSeries) {
        let lengths = series.observed.map(\.days).sorted()
        let usual = lengths.isEmpty ? 1 : lengths[lengths.count / 2]
        self = (series.rate ?? 0) >= 10 || usual < 7 ? .day : usual < 28 ? .week : .month
    }
}

/// A length of time on the calendar.
package enum Span: Hashable, Sendable {
    case days(Int)
    case months(Int)

    /// Reads `6m`, `1y`, `26w` or `180d`; `nil` for what is none, or longer than a hundred years.
    package init?(_ text: String) {
        guard let unit = text.last, let count = Int(text.dropLast()), (1...36_525).contains(count),
            text.dropLast().allSatisfy({ $0.isASCII && $0.isNumber })
        else { return nil }
        switch unit {
        case "d": self = .days(count)
        case "w" where count <= 5217: self = .days(7 * count)
        case "m" where count <= 1200: self = .months(count)
        case "y" where count <= 100: self = .months(12 * count)
        default: return nil
        }
    }
}

extension Day {
    /// The day that lies so long after this one, or before it; never beyond the years 1 to 9999.
    package func advanced(by span: Span, backwards: Bool = false) -> Day {
        switch span {
        case .days(let days): return advanced(days: backwards ? -days : days)
        case .months(let months):
            let year = civil.year
            let isFar = backwards ? year * 12 - months < 24 : year * 12 + months > 9998 * 12
            return isFar
                ? advanced(days: (backwards ? -31 : 31) * months)
                : advanced(months: backwards ? -months : months)
        }
    }
}

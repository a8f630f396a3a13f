/// How many still last, by how long: a falling step for each group, with the number at risk below.
package struct SurvivalChart: Sendable {
    /// From `time` on this share is left.
    package struct Step: Hashable, Sendable {
        package var time: Double
        package var share: Double
        /// The interval around the share, where it is known.
        package var interval: ClosedRange<Double>?

        package init(_ time: Double, _ share: Double, interval: ClosedRange<Double>? = nil) {
            self.time = time
            self.share = share
            self.interval = interval
        }
    }

    /// One group.
    package struct Curve: Hashable, Sendable {
        package var name: String
        /// From the beginning, where all are left, in the order of time.
        package var steps: [Step]
        /// How long each was followed, whatever happened at the end of it.
        package var durations: [Double]
        /// How long those were followed whose end was not seen.
        package var censored: [Double]
        /// When half are left; `nil` where more than half last beyond what was seen.
        package var median: Double?

        package init(
            _ name: String, steps: [Step], durations: [Double], censored: [Double] = [], median: Double? = nil
        ) {
            self.name = name
            self.steps = steps.sorted { $0.time < $1.time }
            self.durations = durations.sorted()
            self.censored = censored.sorted()
            self.median = median
        }

        /// The share left just after `time`.
        func share(at time: Double) -> Double { steps.last { $0.time <= time }?.share ?? 1 }

        /// How many were still followed just before `time`.
        func atRisk(_ time: Double) -> Int { durations.count { $0 >= time } }
    }

    package var title: String
    package var note: String
    /// The unit of time in the plural: “days”.
    package var unit: String
    package var curves: [Curve]
    /// Between these two the curve lies, whatever the unknown ends were.
    package var bounds: (earliest: [Step], latest: [Step])?
    /// Where the axis ends; the longest duration where it is not given.
    package var until: Double?

    package init(title: String, note: String = "", unit: String = "days", curves: [Curve]) {
        self.title = title
        self.note = note
        self.unit = unit
        self.curves = curves
    }

    var longest: Double {
        let last = curves.compactMap(\.durations.last).max() ?? 1
        return max(until ?? last, 1e-9)
    }
}

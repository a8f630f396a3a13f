import Foundation
package import Statistics

/// What counts can say about whether a ceasefire holds: what was asked, and what came out.
///
/// All of it is computed when it is made, from counts by period alone. What could not be computed is kept as a
/// refusal in words, so that the rest is still told.
package struct Holding: Sendable {
    /// One side's counts; a file without sides has one of these.
    package struct Side: Sendable {
        package var name: String
        package var series: RateSeries

        package init(_ name: String, _ series: RateSeries) {
            self.name = name
            self.series = series
        }
    }

    /// A stretch over which the rate stayed about the same.
    package struct Level: Hashable, Sendable {
        package var days: Range<Day>
        /// The level that was fitted, in events per unit: the mean on the logarithmic scale of log(rate + 1), which a
        /// few bad weeks do not move much.
        package var rate: Double
        /// Events per unit over all of it.
        package var mean: Double
        package var periods: Int
    }

    package let subject: CountSubject
    package let unit: RateUnit
    package let question: Question
    package let sides: [Side]
    package let all: RateSeries
    /// The lowest and highest sum of each period, where the source gives them.
    package let bounds: [ClosedRange<Double>]?
    /// Before and after the beginning that was asked about; `nil` where none was.
    package let comparison: Result<RateRatio, StatisticsError>?
    /// The period within which the beginning lies, which is neither before nor after it.
    package let straddling: Range<Day>?
    /// The stretches between changes.
    package let levels: Result<[Level], StatisticsError>
    /// `nil` where no quiet stretch is known.
    package let alarms: Result<AlarmWatch, StatisticsError>?
    /// The day of the first event from the beginning on, where events are dated.
    package let firstEvent: Day?

    /// - Parameters:
    ///   - bounds: as many as `all` has periods.
    ///   - events: the days of single events, in any order, where they are known.
    package init(
        _ subject: CountSubject, unit: RateUnit, question: Question, sides: [Side], all: RateSeries,
        bounds: [ClosedRange<Double>]? = nil, events: [Int] = []
    ) {
        self.subject = subject
        self.unit = unit
        self.question = question
        self.sides = sides
        self.all = all
        self.bounds = bounds
        comparison = question.since.map { Holding.compare(all, around: $0, question) }
        straddling = question.since.flatMap { since in
            all.split(at: since.number).straddling.map { Day($0.start)..<Day($0.end) }
        }
        levels = Holding.levels(of: all, unit: unit, question)
        alarms = question.quietStretch.map { quiet in
            Result { () throws(StatisticsError) in try AlarmWatch(over: all, quiet: quiet) }
        }
        firstEvent = question.since.flatMap { since in
            events.filter { $0 >= since.number }.min().map { Day($0) }
        }
    }

    private static func compare(
        _ series: RateSeries, around since: Day, _ question: Question
    ) -> Result<RateRatio, StatisticsError> {
        let first = since.advanced(by: question.window, backwards: true)
        let end = since.advanced(by: question.window)
        let near = series.starting(in: first.number..<max(end.number, first.number))
        let (before, after, _) = near.split(at: since.number)
        return Result { () throws(StatisticsError) in
            try RateRatio.between(before, after, model: question.model, confidence: Question.confidence)
        }
    }

    /// Changes are sought in log(rate + 1): counts of violence vary far more than independent events. Where events
    /// are few, the logarithm hides what a count of independent events shows.
    private static func levels(
        of series: RateSeries, unit: RateUnit, _ question: Question
    ) -> Result<[Level], StatisticsError> {
        let observed = series.observed
        return Result { () throws(StatisticsError) in
            let search = PELT(penalty: question.penalty, minimumSegment: question.minimumSegment)
            let segments: [Segmentation.Segment]
            switch question.cost {
            case .logRate:
                var values: [Double] = []
                for period in observed { values.append(log((period.rate ?? 0) * unit.effort + 1)) }
                segments = try search.means(of: values).segments
            case .poisson:
                var counts: [Int] = []
                for period in observed { counts.append(Int((period.count ?? 0).rounded())) }
                segments = try search.rates(of: counts, exposure: observed.map(\.effort)).segments
            }
            var levels: [Level] = []
            for segment in segments {
                let part = observed[segment.range]
                var (count, effort) = (0.0, 0.0)
                for period in part {
                    count += period.count ?? 0
                    effort += period.effort
                }
                let start = Day(observed[segment.range.lowerBound].start)
                let end = Day(observed[segment.range.upperBound - 1].end)
                levels.append(
                    Level(
                        days: start..<end,
                        rate: question.cost == .logRate
                            ? max(0, exp(segment.mean) - 1) : count / effort * unit.effort,
                        mean: count / effort * unit.effort, periods: part.count))
            }
            return levels
        }
    }

    /// How much of a stretch was observed.
    package struct Coverage: Hashable, Sendable {
        package var observed: Int
        package var days: Int
        /// Whether so much is missing that the answer has to say so.
        package var isPartial: Bool { Double(observed) < 0.9 * Double(days) }
    }

    /// How many days of the windows before and after the beginning lie within observed periods; `nil` where none was asked.
    package var coverage: (before: Coverage, after: Coverage)? {
        guard let since = question.since else { return nil }
        let first = since.advanced(by: question.window, backwards: true)
        let end = since.advanced(by: question.window)
        func seen(_ days: Range<Int>) -> Coverage {
            var observed = 0
            for period in all.observed {
                observed += max(
                    0, min(period.end, days.upperBound) - max(period.start, days.lowerBound))
            }
            return Coverage(observed: observed, days: days.count)
        }
        return (
            seen(min(first.number, since.number)..<since.number),
            seen(since.number..<max(end.number, since.number))
        )
    }

    /// The last days before each change.
    package var changes: [Day] {
        guard let levels = try? levels.get() else { return [] }
        return levels.dropLast().map { $0.days.upperBound.advanced(days: -1) }
    }

    /// How the time from the beginning on went.
    package enum Course: Hashable, Sendable {
        /// The lower level after the beginning lasted to the end of the data.
        case lasts(from: Day, to: Day)
        /// A higher level followed it.
        case ended(from: Day, to: Day, rate: Double, next: Double)
        /// No level after the beginning is lower than the one before.
        case none
    }

    /// `nil` where nothing was asked or the levels are not known.
    package var course: Course? {
        guard let since = question.since, let levels = try? levels.get() else { return nil }
        // The level that holds the beginning; a change within the window after it counts as its effect.
        guard var place = levels.lastIndex(where: { $0.days.lowerBound <= since }) else { return nil }
        let end = since.advanced(by: question.window)
        var hasFallen =
            place > 0 && levels[place].rate < levels[place - 1].rate && isNear(levels[place], since)
        while place + 1 < levels.count, levels[place + 1].rate < levels[place].rate,
            levels[place + 1].days.lowerBound < end
        {
            place += 1
            hasFallen = true
        }
        guard hasFallen else { return Course.none }
        let calm = levels[place]
        let last = calm.days.upperBound.advanced(days: -1)
        guard place + 1 < levels.count else { return .lasts(from: calm.days.lowerBound, to: last) }
        return .ended(from: calm.days.lowerBound, to: last, rate: calm.rate, next: levels[place + 1].rate)
    }

    /// Whether a level began with the ceasefire and not long before it: no earlier than the window allows.
    private func isNear(_ level: Level, _ since: Day) -> Bool {
        level.days.lowerBound >= since.advanced(by: question.window, backwards: true)
    }
}

extension Holding {
    /// What is asked of the counts.
    package struct Question: Sendable {
        /// The first day of the ceasefire.
        package var since: Day?
        /// How long before and after are compared.
        package var window: Span = .months(6)
        package var penalty: PELT.Penalty = .mbic
        package var minimumSegment = 3
        package var cost = Cost.logRate
        package var model: CountModel.Request = .measured
        /// What counts as usual, for alarms; the window after the beginning where it is not given.
        package var quiet: Range<Day>?

        /// How well a level fits: on the logarithm of the rate, or as independent events.
        package enum Cost: Sendable { case logRate, poisson }

        /// How sure the intervals are.
        package static let confidence = 0.95

        package init() {}

        var quietStretch: Range<Day>? {
            if let quiet { return quiet }
            return since.map { $0..<max($0, $0.advanced(by: window)) }
        }
    }
}

extension Holding {
    /// Why the question has no answer: what was asked could not be compared, or, where nothing was, no level was found.
    package var refusal: StatisticsError? {
        switch (comparison, levels) {
        case (.failure(let refusal)?, _): refusal
        case (nil, .failure(let refusal)): refusal
        default: nil
        }
    }
}

package import Statistics

/// What counts say about a ceasefire, in sentences. They tell of what was recorded, never of who did it.
extension Catalogue {
    /// The answer: what happened at the beginning, whether the calm ended, and what the counts cannot show.
    package func sentence(_ holding: Holding) -> String {
        var sentences: [String] = []
        if let since = holding.question.since {
            if case .success(let ratio)? = holding.comparison {
                sentences.append(comparison(ratio, since: since, holding))
                if let gap = gap(holding) { sentences.append(gap) }
            }
            sentences += course(holding, since: since)
        } else {
            sentences.append(changes(holding))
        }
        sentences.append(caution(holding.subject))
        return sentences.joined(separator: " ")
    }

    private func comparison(_ ratio: RateRatio, since: Day, _ holding: Holding) -> String {
        let subject = noun(holding.subject).sentenceCased
        let (before, after) = (
            ratio.before.rate * holding.unit.effort, ratio.after.rate * holding.unit.effort
        )
        let when = "in the \(words(holding.question.window)) after \(day(since))"
        let unit = holding.unit.words
        guard ratio.after.events > 0 else {
            return
                "No recorded \(singular(holding.subject)) \(when), after \(rate(before)) \(unit) in the "
                + "\(words(holding.question.window)) before (95 % interval \(interval(ratio)))."
        }
        guard ratio.before.events > 0 else {
            return
                "\(subject) came to \(rate(after)) \(unit) \(when); there were none in the same time before."
        }
        let change = "\(change(ratio.ratio)); 95 % interval \(interval(ratio))"
        if ratio.interval.upper < 1 {
            return "\(subject) fell from \(rate(before)) to \(rate(after)) \(unit) \(when) (\(change))."
        }
        if ratio.interval.lower > 1 {
            return "\(subject) rose from \(rate(before)) to \(rate(after)) \(unit) \(when) (\(change))."
        }
        return
            "\(subject) went from \(rate(before)) to \(rate(after)) \(unit) \(when), "
            + "which may be chance (\(change))."
    }

    /// That much of the time compared was not observed; `nil` where little of it was not.
    private func gap(_ holding: Holding) -> String? {
        guard let (before, after) = holding.coverage else { return nil }
        var parts: [String] = []
        for (seen, when) in [(before, "before"), (after, "after")] where seen.isPartial {
            parts.append("\(number(seen.observed)) of the \(number(seen.days)) days \(when) it")
        }
        return parts.isEmpty ? nil : "Observed were only \(list(parts))."
    }

    /// How far the table reaches, and what is compared: for whoever got no answer.
    package func reach(_ holding: Holding) -> String {
        let observed = holding.all.observed
        guard let first = observed.first, let last = observed.last else {
            return "No period of the table has a count and was observed."
        }
        let reach =
            "The table has \(count(observed.count, "observed period", "observed periods")), "
            + "from \(day(Day(first.start))) to \(day(Day(last.end - 1)))."
        guard let since = holding.question.since else { return reach }
        return
            "\(reach) Compared are the \(words(holding.question.window)) before and after \(day(since)): check --since "
            + "and --window."
    }

    /// “−89 % to −96 %”: the end that is nearer to no change first.
    private func interval(_ ratio: RateRatio) -> String {
        let (lower, upper) = (ratio.interval.lower, ratio.interval.upper)
        return upper < 1
            ? "\(change(upper)) to \(change(lower))" : "\(change(lower)) to \(change(upper))"
    }

    private func course(_ holding: Holding, since: Day) -> [String] {
        var sentences: [String] = []
        if let first = holding.firstEvent {
            let days = first.number - since.number
            let later = days == 0 ? "on the same day" : count(days, "day later", "days later")
            sentences.append("The first recorded fatal event was on \(day(first)), \(later).")
        }
        switch holding.course {
        // Within a month the periods of the table may explain it.
        case .ended(let from, _, _, _)? where from.advanced(days: 31) < since,
            .lasts(let from, _)? where from.advanced(days: 31) < since:
            sentences.append("It was calmer already from \(day(from)) on.")
        default: break
        }
        switch holding.course {
        case .ended(_, let last, _, _)?: sentences.append("The calm ended around \(day(last)).")
        case .lasts(_, let last)?: sentences.append("The calm lasts to the end of the counts, \(day(last)).")
        case Holding.Course.none?: sentences.append("No lower level was found after it.")
        case nil: break
        }
        return sentences
    }

    private func changes(_ holding: Holding) -> String {
        guard case .success(let levels) = holding.levels, let first = levels.first else { return "" }
        let subject = noun(holding.subject).sentenceCased
        guard levels.count > 1 else {
            return
                "\(subject) stayed at one level, \(rate(first.rate)) \(holding.unit.words), from "
                + "\(day(first.days.lowerBound)) to \(day(first.days.upperBound.advanced(days: -1)))."
        }
        let rates = levels.map { rate($0.rate) }.joined(separator: " → ")
        // A long list of days is read in the table.
        guard levels.count <= 6 else {
            return "\(subject) changed level \(levels.count - 1) times."
        }
        return
            "\(subject) changed after \(list(holding.changes.map { day($0) })): \(rates) \(holding.unit.words)."
    }

    // MARK: Lines below the sentence

    /// Which period is in neither of the two that are compared.
    package func straddling(_ days: Range<Day>) -> String {
        "The period from \(day(days.lowerBound)) to \(day(days.upperBound.advanced(days: -1))), within which it began, is "
            + "counted neither before nor after."
    }

    /// Which model the interval rests on, and why.
    package func sentence(_ model: CountModel) -> String {
        let phi = model.dispersion.map { rate($0.phi) } ?? ""
        let asked = model.reason == .asked ? ", as asked" : ""
        switch model {
        case .poisson(.notMeasurable, _):
            return "Exact interval for independent events: too few periods to see how counts vary."
        case .poisson(_, let dispersion):
            let seen = dispersion == nil ? "" : " (variance \(phi) times the mean)"
            return asked.isEmpty
                ? "Exact interval for independent events: counts vary no more than such events do\(seen)."
                : "Exact interval for independent events\(asked)\(seen)."
        case .quasiPoisson:
            return
                "Quasi-Poisson interval\(asked): counts vary \(phi) times as much as independent events do, "
                + "in step with their mean."
        case .negativeBinomial(let theta, _, _):
            return
                "Negative binomial interval\(asked): counts vary \(phi) times as much as independent events do, "
                + "and the more the larger they are (θ = \(rate(theta)))."
        }
    }

    /// How often chance rings the alarms, and which ones rang.
    package func sentence(_ watch: AlarmWatch, _ subject: CountSubject) -> String {
        let years = watch.averageRunLength * watch.periodDays / 365.25
        let often =
            watch.averageRunLength.isFinite
            ? "chance alone rings once in \(number(watch.averageRunLength, digits: 0)) periods, about \(rate(years)) years"
            : "chance alone hardly ever rings"
        let usual =
            "usual are \(rate(watch.baseline * watch.burst)) in a period, as from "
            + "\(day(watch.quiet.lowerBound)) to \(day(watch.quiet.upperBound.advanced(days: -1)))"
        let bursts =
            watch.burst > 1
            ? " Recorded events come in bursts of about \(rate(watch.burst)); the alarm counts bursts." : ""
        guard watch.watched > 0 else { return "No period after the quiet stretch is there to be watched." }
        let rang = watch.alarms.isEmpty ? "No alarm" : "\(count(watch.alarms.count, "alarm", "alarms"))"
        return "\(rang) for a doubling (\(usual); \(often)).\(bursts)"
    }

    /// What the counts cannot show.
    package func caution(_ subject: CountSubject) -> String {
        switch subject {
        case .recorded: "Counts follow what monitors could reach."
        case .fatalEvents, .deaths:
            "The source holds events with deaths only: violence without them is not in it."
        }
    }

    /// “Recorded violations a day”.
    func heading(_ subject: CountSubject, _ unit: RateUnit) -> String {
        "\(noun(subject).sentenceCased) \(unit.words)"
    }

    package func noun(_ subject: CountSubject) -> String {
        switch subject {
        case .recorded(let plural): "recorded \(plural)"
        case .fatalEvents: "recorded fatal events"
        case .deaths: "deaths in recorded events"
        }
    }

    private func singular(_ subject: CountSubject) -> String {
        switch subject {
        case .recorded(let plural): plural.hasSuffix("s") ? String(plural.dropLast()) : plural
        case .fatalEvents: "fatal event"
        case .deaths: "death"
        }
    }

    /// “six months”, “year”, “26 weeks”: as it stands after “in the”.
    package func words(_ span: Span) -> String {
        let numbers = ["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        func told(_ count: Int, _ unit: String) -> String {
            count == 1 ? unit : "\(count < numbers.count ? numbers[count] : number(count)) \(unit)s"
        }
        switch span {
        case .days(let days): return days % 7 == 0 ? told(days / 7, "week") : told(days, "day")
        case .months(let months): return months % 12 == 0 ? told(months / 12, "year") : told(months, "month")
        }
    }
}

package import Statistics

/// How long things of one kind last: what was seen of each, and what follows, with bounds for unknown ends.
package struct Lasting: Sendable {
    /// Those with one name, or all of them.
    package struct Group: Sendable {
        package let name: String
        package let ends: [DurationEnd]
        package let bounds: SurvivalBounds
        /// If every unknown end came at once, and if it came as late as it could.
        package let earliestMedian: SurvivalQuantile
        package let latestMedian: SurvivalQuantile

        init(_ name: String, _ ends: [DurationEnd]) throws(StatisticsError) {
            self.name = name
            self.ends = ends
            bounds = try SurvivalBounds(ends)
            earliestMedian = try bounds.earliest.median()
            latestMedian = try bounds.latest.median()
        }

        package var count: Int { ends.count }

        /// How many were seen to end, on whatever day.
        package var ended: Int {
            ends.count { end in
                switch end {
                case .ended, .endedBetween: true
                case .censored, .unknown: false
                }
            }
        }

        /// How many were still going on when last seen.
        package var ongoing: Int { ends.count { if case .censored = $0 { true } else { false } } }

        package var unknown: Int { bounds.unknownCount }
    }

    /// “days”.
    package let unit: String
    package let all: Group
    /// By name, in the order in which the names occur; empty where there are fewer than two.
    package let groups: [Group]
    /// Whether the groups differ, if every unknown end came at once, and if it came as late as it could.
    package let tests: (earliest: LogRank, latest: LogRank)?

    /// - Parameter ends: what is known of each end, with the name of its group.
    package init(_ ends: [(end: DurationEnd, group: String?)], unit: String) throws(StatisticsError) {
        self.unit = unit
        all = try Group("All", ends.map(\.end))
        var names: [String] = []
        var places: [String: Int] = [:]
        var labels: [Int] = []
        for one in ends {
            let name = one.group ?? "not stated"
            let place = places[name] ?? names.count
            if place == names.count {
                names.append(name)
                places[name] = place
            }
            labels.append(place)
        }
        guard names.count > 1 else {
            groups = []
            tests = nil
            return
        }
        var members = [[DurationEnd]](repeating: [], count: names.count)
        for (one, label) in zip(ends, labels) { members[label].append(one.end) }
        var groups: [Group] = []
        for (name, ends) in zip(names, members) { groups.append(try Group(name, ends)) }
        self.groups = groups
        if let earliest = try? LogRank(all.bounds.earliest.durations, groups: labels),
            let latest = try? LogRank(all.bounds.latest.durations, groups: labels)
        {
            tests = (earliest, latest)
        } else {
            tests = nil
        }
    }

    /// The share that lasts, with the two readings of unknown ends where there are any.
    package func chart(title: String? = nil, note: String = "") -> SurvivalChart {
        let catalogue = Catalogue.withoutRecord
        let title = title ?? catalogue.shareThatLasts
        guard all.unknown > 0 else {
            let curves = (groups.isEmpty ? [all] : groups).map { Lasting.curve($0.bounds.latest, $0.name) }
            return SurvivalChart(title: title, note: note, unit: unit, curves: curves)
        }
        let (early, late) = (catalogue.unknownEndsEarly, catalogue.unknownEndsLate)
        var chart = SurvivalChart(
            title: title, note: note, unit: unit,
            curves: [Lasting.curve(all.bounds.latest, late), Lasting.curve(all.bounds.earliest, early)])
        func steps(_ shares: [Double]) -> [SurvivalChart.Step] {
            zip(all.bounds.times, shares).map { SurvivalChart.Step($0, $1) }
        }
        chart.bounds = (steps(all.bounds.lower), steps(all.bounds.upper))
        return chart
    }

    private static func curve(_ estimate: KaplanMeier, _ name: String) -> SurvivalChart.Curve {
        let band = (try? estimate.band()) ?? []
        var steps: [SurvivalChart.Step] = []
        for place in estimate.times.indices where estimate.events[place] > 0 {
            let interval = band[place].lower...max(band[place].lower, band[place].upper)
            steps.append(
                SurvivalChart.Step(estimate.times[place], estimate.survival[place], interval: interval))
        }
        var censored: [Double] = []
        for place in estimate.times.indices where estimate.censored[place] > 0 {
            censored.append(estimate.times[place])
        }
        return SurvivalChart.Curve(
            name, steps: steps, durations: estimate.durations.times, censored: censored,
            median: (try? estimate.median())?.time)
    }
}

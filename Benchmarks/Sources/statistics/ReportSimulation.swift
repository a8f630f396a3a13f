import Statistics

/// Made reports whose true events are known, so that linkage can be judged.
///
/// Incidents lie along a line of contact of about 170 km, half of them within 15 hot spots, and half of them
/// in bursts of a day or so; 9,600 incidents take two years at density 1. Three monitors see them: one on
/// each side, who see 72 % each and err by 1.2 hours and 2 km, and a third, who sees 68 % and errs by 0.3 hours
/// and 0.6 km. The sides blame each other, the third seldom blames anybody. One report in twenty is dated a day
/// early or late, one type in ten is drawn at random, three weapons in ten and four casualty counts in ten are
/// missing. Casualties are drawn anew for every report, so that they tell nothing, as is common.
struct ReportSimulation {
    /// Reports in an order that says nothing, with what is true of each.
    struct Output {
        /// The reports, numbered from zero.
        var reports: [EventReport] = []
        /// For every report, the number of its incident.
        var incidents: [Int] = []
        /// For every report, the side it blames, or `nil`; linkage never sees it.
        var blamed: [Int?] = []
    }

    /// Fixes everything that is drawn.
    var seed: UInt64
    /// How many incidents there are; about 2.12 times as many reports come of them.
    var incidents: Int
    /// How many times as many incidents there are in a day, in bursts and outside, as in the plain simulation.
    var density = 1.0

    private struct Monitor {
        let sees: Double
        let hours: Double
        let kilometres: Double
    }

    private struct Incident {
        let hours: Double
        let x: Double
        let y: Double
        let type: Int
        let actor: Int
    }

    private static let monitors = [
        Monitor(sees: 0.72, hours: 1.2, kilometres: 2),
        Monitor(sees: 0.72, hours: 1.2, kilometres: 2),
        Monitor(sees: 0.68, hours: 0.3, kilometres: 0.6),
    ]
    /// How the types share the incidents, and the weapons each may be told of.
    private static let typeShares = [0.45, 0.25, 0.12, 0.10, 0.08]
    private static let weaponsOfType = [[0, 1], [1, 2, 3], [4], [5], [0, 1, 5]]

    private static let hotSpots = 15
    private static let incidentsInBurst = 160.0
    private static let hoursOfIncident = 730.0 * 24 / 9_600
    private static let eastOfLine = -42.6
    private static let northOfLine = 166.8

    func run() -> Output {
        var generator = SeededGenerator(seed: seed)
        let span = Double(incidents) * Self.hoursOfIncident / density
        let burstCount = max(1, Int((Double(incidents) / (Self.incidentsInBurst * density)).rounded()))
        var bursts: [Double] = []
        for _ in 0..<burstCount { bursts.append(generator.uniform() * span) }
        var spots: [Double] = []
        for _ in 0..<Self.hotSpots { spots.append(generator.uniform()) }

        var output = Output()
        for number in 0..<max(0, incidents) {
            let incident = incident(span, bursts, spots, &generator)
            for (source, monitor) in Self.monitors.enumerated() where generator.uniform() < monitor.sees {
                output.reports.append(report(of: incident, by: source, monitor, &generator))
                output.incidents.append(number)
                output.blamed.append(blame(incident, by: source, &generator))
            }
        }
        return shuffled(output, &generator)
    }

    private func incident(
        _ span: Double, _ bursts: [Double], _ spots: [Double], _ generator: inout SeededGenerator
    ) -> Incident {
        var hours = generator.uniform() * span
        if generator.uniform() < 0.5 {
            hours = bursts[Self.index(bursts.count, &generator)] + 10 * generator.normal()
        }
        var along = generator.uniform()
        if generator.uniform() < 0.5 {
            along = spots[Self.index(spots.count, &generator)] + 0.015 * generator.normal()
        }
        var type = 0
        var rest = generator.uniform()
        while type < Self.typeShares.count - 1, rest >= Self.typeShares[type] {
            rest -= Self.typeShares[type]
            type += 1
        }
        return Incident(
            hours: hours, x: Self.eastOfLine * along + 1.7 * generator.normal(),
            y: Self.northOfLine * along + 2.2 * generator.normal(), type: type,
            actor: Self.index(2, &generator))
    }

    private func report(
        of incident: Incident, by source: Int, _ monitor: Monitor, _ generator: inout SeededGenerator
    ) -> EventReport {
        var hours = incident.hours + monitor.hours * generator.normal()
        if generator.uniform() < 0.05 { hours += generator.uniform() < 0.5 ? -24 : 24 }
        let place = EventReport.Place(
            x: incident.x + monitor.kilometres * generator.normal(),
            y: incident.y + monitor.kilometres * generator.normal())
        let type = generator.uniform() < 0.9 ? incident.type : Self.index(5, &generator)
        let weapons = Self.weaponsOfType[incident.type]
        let weapon = generator.uniform() < 0.7 ? weapons[Self.index(weapons.count, &generator)] : nil
        var casualties: Int?
        if generator.uniform() >= 0.4 {
            casualties = max(0, generator.poisson(1) + Self.index(3, &generator) - 1)
        }
        return EventReport(
            id: 0, source: source, hours: hours, place: place, type: type, weapon: weapon,
            casualties: casualties)
    }

    private func blame(
        _ incident: Incident, by source: Int, _ generator: inout SeededGenerator
    ) -> Int? {
        if source == 2 { return generator.uniform() < 0.35 ? incident.actor : nil }
        return generator.uniform() < 0.93 ? 1 - source : incident.actor
    }

    private func shuffled(_ output: Output, _ generator: inout SeededGenerator) -> Output {
        var order = Array(output.reports.indices)
        for last in stride(from: order.count - 1, to: 0, by: -1) {
            order.swapAt(last, Self.index(last + 1, &generator))
        }
        var shuffled = Output()
        for (id, place) in order.enumerated() {
            var report = output.reports[place]
            report.id = id
            shuffled.reports.append(report)
            shuffled.incidents.append(output.incidents[place])
            shuffled.blamed.append(output.blamed[place])
        }
        return shuffled
    }

    private static func index(_ count: Int, _ generator: inout SeededGenerator) -> Int {
        Int(generator.uniform() * Double(count))
    }
}

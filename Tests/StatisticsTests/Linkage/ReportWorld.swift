import Statistics

/// Small worlds of reports to link, and the same things reckoned the long way.
enum ReportWorld {
    /// The monitors of a line of contact.
    static let horadiz = 0
    static let stepanakert = 1
    static let mission = 2

    /// A report near Aghdam, the places being kilometres from there.
    static func report(
        _ id: Int, by source: Int, at hours: Double, _ x: Double = 0, _ y: Double = 0, type: Int? = 0,
        weapon: Int? = nil, casualties: Int? = nil
    ) -> EventReport {
        EventReport(
            id: id, source: source, hours: hours, place: .init(x: x, y: y), type: type, weapon: weapon,
            casualties: casualties)
    }

    /// Some simulated months with crowded bursts, times and places in binary fractions so that sums of them
    /// are exact, and some places missing.
    static func crowded(
        seed: UInt64, incidents: Int = 150, density: Double = 8
    ) -> (reports: [EventReport], events: [Int]) {
        let output = ReportSimulation(seed: seed, incidents: incidents, density: density).run()
        var reports = output.reports
        for index in reports.indices {
            reports[index].hours = (reports[index].hours * 64).rounded() / 64
            if let place = reports[index].place {
                reports[index].place = .init(
                    x: (place.x * 64).rounded() / 64, y: (place.y * 64).rounded() / 64)
            }
            if index % 17 == 0 { reports[index].place = nil }
            reports[index].id = 1_000 - 3 * reports[index].id
        }
        return (reports, output.incidents)
    }

    /// All candidate pairs.
    static func pairs(of candidates: CandidatePairs) -> [ReportPair] {
        var generator = SeededGenerator(seed: 0)
        return candidates.sample(.max, using: &generator)
    }

    static func distance(_ one: EventReport, _ other: EventReport) -> Double? {
        guard let here = one.place, let there = other.place else { return nil }
        return ((here.x - there.x) * (here.x - there.x) + (here.y - there.y) * (here.y - there.y))
            .squareRoot()
    }

    /// For every report that is a source's own duplicate, the report that speaks for it, from the definition.
    static func ownDuplicates(_ reports: [EventReport]) -> [Int: Int] {
        var speakers: [Int: Int] = [:]
        let ordered = reports.sorted { $0.id < $1.id }
        for (index, one) in ordered.enumerated() where speakers[one.id] == nil {
            for other in ordered[(index + 1)...] where speakers[other.id] == nil {
                guard let distance = distance(one, other), distance <= 0.25,
                    (one.hours - other.hours).magnitude <= 0.25, one.source == other.source,
                    one.type == other.type, one.weapon == other.weapon, one.casualties == other.casualties
                else { continue }
                speakers[other.id] = one.id
            }
        }
        return speakers
    }

    /// The score of a pair, from the definition.
    static func score(_ one: EventReport, _ other: EventReport, _ weights: MatchWeights) -> Double {
        func level(_ value: Double, _ edges: [Double]) -> Int { edges.filter { value > $0 }.count }
        var score = weights.priorBits
        if let distance = distance(one, other) {
            score += weights.bits(of: .distance)[level(distance, weights.levels.kilometres)]
        }
        score += weights.bits(of: .time)[level((one.hours - other.hours).magnitude, weights.levels.hours)]
        if let here = one.type, let there = other.type {
            score += weights.bits(of: .type)[here == there ? 0 : 1]
        }
        if let here = one.weapon, let there = other.weapon {
            score += weights.bits(of: .weapon)[here == there ? 0 : 1]
        }
        if let here = one.casualties, let there = other.casualties {
            score += weights.bits(of: .casualties)[min(2, abs(here - there))]
        }
        return score
    }

    /// Clusters from the definition: compare everything, join the best pair that the bounds allow, again.
    static func clusters(
        _ reports: [EventReport], window: LinkageWindow, weights: MatchWeights, threshold: Double
    ) -> [[Int]] {
        var scores: [ReportPair: Double] = [:]
        let duplicates = ownDuplicates(reports)
        let speaking = reports.filter { duplicates[$0.id] == nil }
        for one in speaking {
            for other in speaking where one.id < other.id && one.source != other.source {
                guard let distance = distance(one, other), distance <= window.kilometres,
                    (one.hours - other.hours).magnitude <= window.hours
                else { continue }
                scores[ReportPair(one.id, other.id)] = score(one, other, weights)
            }
        }
        let sources = Dictionary(uniqueKeysWithValues: reports.map { ($0.id, $0.source) })
        var clusters = speaking.map { [$0.id] }
        let ordered = scores.filter { $0.value >= threshold }
            .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        for (pair, _) in ordered {
            guard let left = clusters.firstIndex(where: { $0.contains(pair.first) }),
                let right = clusters.firstIndex(where: { $0.contains(pair.second) }), left != right
            else { continue }
            var fits = true
            for one in clusters[left] {
                for other in clusters[right] {
                    if sources[one] == sources[other] { fits = false }
                    if (scores[ReportPair(one, other)] ?? -.infinity) < threshold - 3 { fits = false }
                }
            }
            guard fits else { continue }
            clusters[left] += clusters[right]
            clusters.remove(at: right)
        }
        for (duplicate, speaker) in duplicates {
            for index in clusters.indices where clusters[index].contains(speaker) {
                clusters[index].append(duplicate)
            }
        }
        return clusters.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }
}

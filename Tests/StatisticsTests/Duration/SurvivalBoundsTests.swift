import Testing

import Statistics

@Suite struct `Bounds where ends are unknown` {
    @Test func `without censoring the two curves are the range`() throws {
        let bounds = try SurvivalBounds([
            .ended(2), .endedBetween(1, 4), .ended(5), .endedBetween(3, 9), .ended(7), .endedBetween(0, 6),
        ])
        #expect(bounds.unknownCount == 3)
        for (place, time) in bounds.times.enumerated() {
            #expect(Figures.agree([bounds.lower[place]], [height(bounds.earliest, time)], within: 1e-12))
            #expect(Figures.agree([bounds.upper[place]], [height(bounds.latest, time)], within: 1e-12))
        }
        #expect(try bounds.earliest.median().time == 2.5)
        #expect(try bounds.latest.median().time == 5.5)
        #expect(bounds.medianRange.lower == 2)
        #expect(bounds.medianRange.upper == 6)
    }

    @Test func `an undated end may have come at once or not at all`() throws {
        // Ten ceasefires: four broke on known days, six went out of sight after a while within a year.
        let ends: [DurationEnd] =
            [3, 12, 30, 200].map { .ended($0) }
            + [1, 5, 9, 14, 60, 90].map { .unknown(after: $0, until: 365) }
        let bounds = try SurvivalBounds(ends)
        #expect(try bounds.earliest.median().time == 13)
        #expect(try bounds.latest.median().time == nil)
        #expect(bounds.medianRange.lower == 12)
        #expect(bounds.medianRange.upper == nil)
        #expect(Figures.agree(bounds.upper.last, 0.6))
        #expect(bounds.lower.last == 0)
    }

    @Test func `with everything known both bounds are Kaplan and Meier`() throws {
        let ends = Leukaemia.maintained.map { $1 ? DurationEnd.ended($0) : .censored($0) }
        let bounds = try SurvivalBounds(ends)
        let curve = KaplanMeier(try Leukaemia.durations(Leukaemia.maintained))
        #expect(bounds.earliest == curve)
        #expect(bounds.latest == curve)
        #expect(Figures.agree(bounds.lower, curve.survival, within: 1e-14))
        #expect(bounds.upper == bounds.lower)
        #expect(bounds.unknownCount == 0)
    }

    @Test func `an end after a censoring weighs more, so the two curves may cross`() throws {
        let bounds = try SurvivalBounds([.endedBetween(1, 2.5), .censored(2), .ended(3)])
        #expect(height(bounds.earliest, 2.7) > height(bounds.latest, 2.7))
        let place = try #require(bounds.times.firstIndex(of: 2.5))
        #expect(Figures.agree([bounds.lower[place], bounds.upper[place]], [0.5, 2.0 / 3]))
    }

    @Test(arguments: UInt64(1)...60)
    func `no placement of the unknown ends leaves the range, and some reach it`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let ends = (0..<5).map { _ -> DurationEnd in
            let first = Double(Int(generator.uniform() * 5))
            let last = first + Double(Int(generator.uniform() * 4))
            let kind = generator.uniform()
            if kind < 0.2 { return .ended(first) }
            if kind < 0.5 { return .censored(first) }
            return kind < 0.8 ? .endedBetween(first, last) : .unknown(after: first, until: last)
        }
        let bounds = try SurvivalBounds(ends)
        var least = bounds.times.map { _ in 2.0 }
        var most = bounds.times.map { _ in -1.0 }
        for placement in placements(ends) {
            let curve = KaplanMeier(
                try Durations(times: placement.map(\.0), events: placement.map(\.1)))
            for (place, time) in bounds.times.enumerated() {
                least[place] = min(least[place], height(curve, time + 0.4))
                most[place] = max(most[place], height(curve, time))
            }
        }
        for place in bounds.times.indices {
            #expect((least[place] - bounds.lower[place]).magnitude < 1e-12)
            #expect((most[place] - bounds.upper[place]).magnitude < 1e-12)
        }
    }

    /// All ways to put the ends on whole times and just after them.
    private func placements(_ ends: [DurationEnd]) -> [[(Double, Bool)]] {
        var all: [[(Double, Bool)]] = [[]]
        for end in ends {
            var ways: [(Double, Bool)] = []
            switch end {
            case .ended(let time): ways = [(time, true)]
            case .censored(let time): ways = [(time, false)]
            case .endedBetween(let first, let last), .unknown(after: let first, until: let last):
                for time in stride(from: first, through: last, by: 1) {
                    ways.append((time, true))
                    if time < last { ways.append((time + 0.2, true)) }
                }
                if case .unknown = end { ways.append((last, false)) }
            }
            all = all.flatMap { begun in ways.map { begun + [$0] } }
        }
        return all
    }

    private func height(_ curve: KaplanMeier, _ time: Double) -> Double {
        curve.times.lastIndex { $0 <= time }.map { curve.survival[$0] } ?? 1
    }
}

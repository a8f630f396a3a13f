import Testing

import Statistics

@Suite struct `Where Cox has no estimate` {
    /// Small samples of whole numbers, for which it can be decided exactly whether the likelihood has a maximum.
    @Test(arguments: [CoxRegression.Ties.efron, .breslow], [false, true])
    func `is refused, and nothing else is`(ties: CoxRegression.Ties, late: Bool) throws {
        var generator = SeededGenerator(seed: late ? 7 : 5)
        func below(_ bound: Double) -> Int { Int(bound * generator.uniform()) }
        var refused = 0
        for _ in 0..<250 {
            let count = 5 + below(12)
            var sample = DurationPropertyTests.Sample(seed: 0, count: 0)
            var points: [(Int, Int)] = []
            for _ in 0..<count {
                let entry = below(3)
                sample.entries.append(Double(entry))
                sample.times.append(Double(entry + 1 + below(9)))
                sample.events.append(below(4) > 0)
                points.append((below(3), below(3)))
            }
            sample.events[0] = true
            let differences = differences(sample, points, late: late)
            let hasMaximum = hasMaximum(differences)
            let durations = try sample.durations(late: late)
            let covariates = [points.map { Double($0.0) }, points.map { Double($0.1) }]
            do {
                let fit = try CoxRegression(durations, covariates: covariates, ties: ties)
                #expect(hasMaximum)
                #expect(fit.standardErrors.allSatisfy { $0 > 0 && $0.isFinite })
            } catch {
                #expect(!hasMaximum)
                #expect(error.code == .notIdentified)
                refused += 1
            }
        }
        #expect((10...240).contains(refused))
    }

    /// Of each that ended, how it differs from each that was at risk with it.
    private func differences(
        _ sample: DurationPropertyTests.Sample, _ points: [(Int, Int)], late: Bool
    ) -> [(Int, Int)] {
        var differences: [(Int, Int)] = []
        for one in sample.times.indices where sample.events[one] {
            for other in sample.times.indices where sample.times[other] >= sample.times[one] {
                guard !late || sample.entries[other] < sample.times[one] else { continue }
                let difference = (points[one].0 - points[other].0, points[one].1 - points[other].1)
                if difference != (0, 0) { differences.append(difference) }
            }
        }
        return differences
    }

    /// Whether in every direction some difference points forward and some backward.
    private func hasMaximum(_ differences: [(Int, Int)]) -> Bool {
        guard !differences.isEmpty else { return false }
        // If a direction has none that points backward, one at right angles to a difference has none either.
        for (x, y) in differences {
            for (a, b) in [(y, -x), (-y, x)] where differences.allSatisfy({ a * $0.0 + b * $0.1 >= 0 }) {
                return false
            }
        }
        return true
    }
}

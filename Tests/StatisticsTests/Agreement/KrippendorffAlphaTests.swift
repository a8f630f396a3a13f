import Testing

@testable import Statistics

@Suite struct `Agreement between observers` {
    /// Four observers, twelve units, values missing: the example of Krippendorff (2011).
    static let observers: [[Double?]] = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
        [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
    ]

    static let published: [(MeasurementScale, Double)] = [
        (.nominal, 0.743421052632), (.ordinal, 0.815387503755), (.interval, 0.849107142857),
        (.ratio, 0.797402774712),
    ]

    func alpha(_ rows: [[Double?]], _ scale: MeasurementScale) throws -> Double {
        try KrippendorffAlpha(Ratings(byObserver: rows), scale: scale).value
    }

    func refusal(_ rows: [[Double?]], _ scale: MeasurementScale = .nominal) -> StatisticsError.Code? {
        do {
            _ = try KrippendorffAlpha(Ratings(byObserver: rows), scale: scale)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func `of four observers and twelve units is Krippendorff's on every scale`() throws {
        for (scale, value) in Self.published {
            let alpha = try KrippendorffAlpha(Ratings(byObserver: Self.observers), scale: scale)
            #expect(abs(alpha.value / value - 1) < 1e-11)
            #expect(alpha.pairableValues == 40 && alpha.pairableUnits == 11 && alpha.scale == scale)
            #expect(alpha.value == 1 - alpha.observedDisagreement / alpha.expectedDisagreement)
        }
    }

    @Test func `leaves three of eleven comparable units in dispute`() throws {
        let ratings = try Ratings(byObserver: Self.observers)
        let dispute = try Dispute(ratings)
        #expect(dispute.comparableUnits == 11 && dispute.disputedUnits == 3 && dispute.singleUnits == 1)
        #expect(abs(dispute.share - 3.0 / 11) < 1e-15)
        #expect(try Dispute(ratings, tolerance: 1).disputedUnits == 1)
    }

    /// Alpha by its words: means of distances over pairs of single values.
    func plain(_ rows: [[Double?]], _ scale: MeasurementScale) -> Double {
        var units: [[Double]] = []
        for unit in rows[0].indices {
            let values = rows.compactMap { $0[unit] }
            if values.count >= 2 { units.append(values) }
        }
        let all = units.flatMap { $0 }
        func distance(_ c: Double, _ k: Double) -> Double {
            switch scale {
            case .nominal: return c == k ? 0 : 1
            case .interval: return (c - k) * (c - k)
            case .ratio: return c + k == 0 ? 0 : (c - k) * (c - k) / ((c + k) * (c + k))
            case .ordinal:
                let (low, high) = (min(c, k), max(c, k))
                if low == high { return 0 }
                let between = all.filter { low <= $0 && $0 <= high }.count
                let ends = all.filter { $0 == low || $0 == high }.count
                let steps = Double(between) - Double(ends) / 2
                return steps * steps
            }
        }
        var observed = 0.0
        for unit in units {
            for i in unit.indices {
                for j in unit.indices where i != j {
                    observed += distance(unit[i], unit[j]) / Double(unit.count - 1)
                }
            }
        }
        var expected = 0.0
        for i in all.indices { for j in all.indices where i != j { expected += distance(all[i], all[j]) } }
        return 1 - observed / (expected / Double(all.count - 1))
    }

    func random(_ seed: UInt64) -> [[Double?]] {
        var generator = SeededGenerator(seed: seed)
        let observers = 2 + Int(generator.uniform() * 5)
        let units = 5 + Int(generator.uniform() * 25)
        var rows = Array(repeating: [Double?](repeating: nil, count: units), count: observers)
        for unit in 0..<units {
            let truth = generator.poisson(4)
            for observer in 0..<observers where generator.uniform() < 0.7 {
                rows[observer][unit] = Double(truth + generator.poisson(1))
            }
        }
        return rows
    }

    @Test func `is the definition's on random ratings`() throws {
        for seed in 1...12 {
            let rows = random(UInt64(seed))
            for scale in MeasurementScale.allCases {
                #expect(abs(try alpha(rows, scale) - plain(rows, scale)) < 1e-12)
            }
        }
    }

    @Test func `does not depend on the order of observers or units, or on who said what`() throws {
        var generator = SeededGenerator(seed: 4)
        for seed in 1...10 {
            let rows = random(UInt64(seed))
            let columns = rows[0].indices.shuffled(using: &generator)
            var mixed = rows.shuffled(using: &generator).map { row in columns.map { row[$0] } }
            for unit in columns.indices {
                let values = mixed.map { $0[unit] }.shuffled(using: &generator)
                for observer in mixed.indices { mixed[observer][unit] = values[observer] }
            }
            for scale in MeasurementScale.allCases {
                #expect(abs(try alpha(mixed, scale) - alpha(rows, scale)) < 1e-13)
            }
        }
    }

    @Test func `changes with the numbers only as far as the scale lets them count`() throws {
        let rows = Self.observers
        func mapped(_ change: (Double) -> Double) -> [[Double?]] { rows.map { $0.map { $0.map(change) } } }
        for (scale, value) in Self.published {
            let scaled = try alpha(mapped { $0 * 1e60 }, scale)
            #expect(abs(scaled - value) < 1e-11)
            let shifted = try alpha(mapped { $0 + 1_000_000 }, scale)
            #expect((abs(shifted - value) < 1e-9) == (scale != .ratio))
            let squared = try alpha(mapped { $0 * $0 }, scale)
            #expect((abs(squared - value) < 1e-11) == (scale == .nominal || scale == .ordinal))
            let renamed = try alpha(mapped { ($0 * 3).truncatingRemainder(dividingBy: 7) }, scale)
            #expect((abs(renamed - value) < 1e-11) == (scale == .nominal))
        }
    }

    @Test func `is one where all agree and below zero where they contradict each other`() throws {
        for scale in MeasurementScale.allCases {
            #expect(try alpha([[1, 2, 3], [1, 2, 3]], scale) == 1)
            #expect(try alpha([[0, 1, 0, 1], [1, 0, 1, 0]], scale) < 0)
        }
    }

    @Test func `takes minus zero for zero`() throws {
        #expect(try alpha([[0, 1, 2], [-0.0, 1, 2]], .nominal) == 1)
    }

    @Test func `is refused where nothing can be compared`() throws {
        #expect(refusal([]) == .tooFewData)
        #expect(refusal([[1, 2]]) == .tooFewData)
        #expect(refusal([[], []]) == .tooFewData)
        #expect(refusal([[1, nil], [nil, 2]]) == .tooFewData)
        #expect(refusal([[1, 2], [1]]) == .malformedInput)
        #expect(refusal([[1, .nan], [1, 2]]) == .malformedInput)
        #expect(refusal([[1, .infinity], [1, 2]]) == .malformedInput)
        #expect(refusal([[-1, 2], [1, 2]], .ratio) == .malformedInput)
        #expect(refusal([[3, 3], [3, 3]]) == .notIdentified)
        #expect(refusal([[0, 1e-300], [0, 1e-300]], .interval) == .notIdentified)
        #expect(throws: StatisticsError(.tooFewData, "")) {
            try Dispute(Ratings(byObserver: [[1, nil], [nil, 2]]))
        }
        #expect(throws: StatisticsError(.outOfRange, "")) {
            try Dispute(Ratings(byObserver: [[1], [2]]), tolerance: .nan)
        }
    }
}

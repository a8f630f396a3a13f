import Testing

@testable import Statistics

@Suite struct `Deaths on the line of contact in 2014` {
    /// By month, January to December, from analysis of the conflict's events: 72 in all; 34 in all of 2012.
    static let deaths = [4, 2, 6, 6, 5, 6, 11, 18, 4, 2, 5, 3]
    static let usual = 34.0 / 12

    static func chart(_ interval: Double, _ start: PoissonCUSUM.HeadStart = .none) throws -> PoissonCUSUM {
        try PoissonCUSUM(baseline: usual, raised: 2 * usual, decisionInterval: interval, headStart: start)
    }

    @Test func `have the reference value for a doubling`() throws {
        let reference = try PoissonCUSUM.reference(baseline: Self.usual, raised: 2 * Self.usual)
        #expect(reference.lies(within: 1e-6, of: 4.08764))
    }

    @Test func `reach 13.56 in July and 27.47 in August`() throws {
        let run = try Self.chart(10).run(over: Self.deaths)
        #expect((run.statistics[6] - 13.56).magnitude < 0.005)
        #expect((run.statistics[7] - 27.47).magnitude < 0.005)
    }

    @Test(arguments: [(5.0, 5), (6, 5), (8, 6), (10, 6)])
    func `ring in June at 5 and 6, in July at 8 and 10`(interval: Double, month: Int) throws {
        let run = try Self.chart(interval).run(over: Self.deaths)
        #expect(run.alarms.count == 1)
        #expect(run.alarms.first?.index == month)
        #expect(run.alarms.first?.since == 2)
    }

    @Test func `carry how often chance alone rings`() throws {
        let chart = try Self.chart(10)
        let alarm = try #require(try chart.run(over: Self.deaths).alarms.first)
        #expect(alarm.averageRunLength == (try chart.averageRunLength(at: Self.usual)))
        #expect(alarm.averageRunLength.lies(within: 1e-9, of: 6179.784252204912))
    }

    @Test func `ring twice where the sum starts again after an alarm`() throws {
        let run = try Self.chart(10).run(over: Self.deaths, afterAlarm: .restarts)
        #expect(run.alarms.map(\.index) == [6, 7])
        #expect(run.alarms[1].since == 7)
    }

    @Test func `ring no later with a head start`() throws {
        let run = try Self.chart(8, .half).run(over: Self.deaths)
        #expect(run.statistics[0].lies(within: 1e-9, of: 4 + 4 - 4.087635949185397))
        #expect((run.alarms.first?.index ?? 99) <= 6)
    }

    @Test func `wait through a month that nobody watched`() throws {
        let seen = try Self.chart(10).run(over: Self.deaths)
        var watched: [Int?] = Self.deaths
        watched.insert(nil, at: 6)
        let run = try Self.chart(10).run(over: watched)
        #expect(run.statistics[6] == run.statistics[5])
        #expect(run.alarms.map(\.index) == seen.alarms.map { $0.index + 1 })
        #expect(Array(run.statistics[7...]) == Array(seen.statistics[6...]))
    }

    @Test func `stay silent through zeros put before them`() throws {
        let run = try Self.chart(6).run(over: [0, 0, 0, 0] + Self.deaths)
        #expect(run.alarms.map(\.index) == [9])
        #expect(run.alarms.map(\.since) == [6])
    }
}

@Suite struct `Average run length` {
    @Test func `agrees with surveillance at h 10, k 3 and rate 2.4`() throws {
        let plain = try PoissonCUSUM(baseline: 2.4, reference: 3, decisionInterval: 10)
        let head = try PoissonCUSUM(baseline: 2.4, reference: 3, decisionInterval: 10, headStart: .half)
        #expect(try plain.averageRunLength(at: 2.4).lies(within: 1e-9, of: 548.3622655))
        #expect(try head.averageRunLength(at: 2.4).lies(within: 1e-9, of: 513.6718725))
    }

    /// The chain of Brook and Evans on a grid of 1/unit, solved by elimination.
    static func chain(h: Int, k: Int, unit: Int, rate: Double, start: Int) -> Double {
        var rows: [[Double]] = []
        for from in 0..<h {
            var row = Array(repeating: 0.0, count: h) + [1]
            row[from] = 1
            for count in 0...((h + k) / unit + 1) {
                let to = max(0, from + count * unit - k)
                if to < h { row[to] -= Gamma.poissonMass(Double(count), rate) }
            }
            rows.append(row)
        }
        for pivot in 0..<h {
            for row in 0..<h where row != pivot && rows[row][pivot] != 0 {
                let factor = rows[row][pivot] / rows[pivot][pivot]
                for column in pivot...h { rows[row][column] -= factor * rows[pivot][column] }
            }
        }
        return rows[start][h] / rows[start][start]
    }

    @Test(arguments: [(10, 3, 1, 2.4), (50, 31, 10, 2.4), (62, 41, 10, 3.0), (7, 1, 4, 0.2), (24, 9, 4, 3.5)])
    func `agrees with Brook and Evans wherever h and k lie on a grid`(
        h: Int, k: Int, unit: Int, rate: Double
    ) throws {
        for start in PoissonCUSUM.HeadStart.allCases where start == .none || h % 2 == 0 {
            let chart = try PoissonCUSUM(
                baseline: rate, reference: Double(k) / Double(unit),
                decisionInterval: Double(h) / Double(unit), headStart: start)
            let expected = Self.chain(h: h, k: k, unit: unit, rate: rate, start: start == .none ? 0 : h / 2)
            #expect(try chart.averageRunLength(at: rate).lies(within: 1e-9, of: expected))
        }
    }

    @Test(arguments: PoissonCUSUM.HeadStart.allCases)
    func `is what a long watch over chance shows`(start: PoissonCUSUM.HeadStart) throws {
        let chart = try PoissonCUSUM(baseline: 2, raised: 3.7, decisionInterval: 4.3, headStart: start)
        var random = SeededGenerator(seed: 1994)
        var counts: [Int] = []
        for _ in 0..<400_000 { counts.append(random.poisson(2)) }
        let run = try chart.run(over: counts, afterAlarm: .restarts)
        let seen = Double(run.alarms.last?.index ?? 0) / Double(run.alarms.count)
        #expect(seen.lies(within: 0.05, of: run.averageRunLength))
    }

    @Test func `grows with h, shrinks with the rate and is at least one`() throws {
        var last = 1.0
        for hundredths in stride(from: 10, through: 1200, by: 37) {
            let chart = try PoissonCUSUM(
                baseline: 1, reference: 1.44, decisionInterval: Double(hundredths) / 100)
            let length = try chart.averageRunLength(at: 1)
            #expect(length >= last)
            #expect(try chart.averageRunLength(at: 1.1) <= length)
            #expect(try chart.averageRunLength(at: 1e6) == 1)
            last = length
        }
    }

    @Test func `is infinite where nothing ever happens`() throws {
        let chart = try PoissonCUSUM(baseline: 1, reference: 2, decisionInterval: 4, headStart: .half)
        #expect(try chart.averageRunLength(at: 0) == .infinity)
        #expect(try chart.averageRunLength(at: 1e-6) > 1e10)
    }

    @Test(arguments: PoissonCUSUM.HeadStart.allCases)
    func `leads back to the decision interval that has it`(start: PoissonCUSUM.HeadStart) throws {
        let interval = try PoissonCUSUM.decisionInterval(
            forAverageRunLength: 500, baseline: 2.4, reference: 3.1, headStart: start)
        func length(_ interval: Double) throws -> Double {
            try PoissonCUSUM(
                baseline: 2.4, reference: 3.1, decisionInterval: interval, headStart: start
            ).averageRunLength(at: 2.4)
        }
        #expect(try length(interval) >= 500)
        #expect(try length(interval - 0.01) < 500)
    }
}

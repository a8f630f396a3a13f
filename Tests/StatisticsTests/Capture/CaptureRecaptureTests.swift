import Foundation
import Testing

@testable import Statistics

/// Deaths in Kosovo, March to June 1999, on four lists (Ball and others, 2002): exhumations, the American Bar
/// Association, the OSCE, Human Rights Watch.
enum Kosovo {
    static let lists = ["EXH", "ABA", "OSCE", "HRW"].map { CaptureList($0, origin: .independent) }
    static let counts = [
        "1000": 1131, "0100": 845, "1100": 177, "0010": 936, "1010": 228, "0110": 217, "1110": 181,
        "0001": 306,
        "1001": 106, "0101": 31, "1101": 18, "0011": 123, "1011": 42, "0111": 32, "1111": 27,
    ]
}

@Suite struct `A population from overlapping lists` {
    func table() throws -> CaptureTable { try CaptureTable(lists: Kosovo.lists, counts: Kosovo.counts) }

    @Test func `of the dead of Kosovo is R's`() throws {
        let table = try table()
        #expect(table.observed == 4400 && table.frequencies == [3218, 882, 273, 27])
        let found = try CaptureRecapture.estimate(table, model: LogLinearModel(parsing: "[123,14,34]"))
        let fit = try #require(found.fit)
        #expect(abs(found.total / 10356.518957 - 1) < 1e-9)
        #expect(abs(fit.deviance / 9.322670016 - 1) < 1e-9)
        #expect(fit.degreesOfFreedom == 4)
        // At the maximum of the likelihood; R's printed figure, one step short of it, is in the next test.
        #expect(abs(found.standardError / 785.9022284478 - 1) < 1e-11)
        #expect(abs(found.standardError / 785.9022242 - 1) < 1e-8)
        #expect(abs(fit.akaike - (2 * 11 + 2 * 55.37333736659996)) < 1e-8)
        #expect(abs((fit.pValue ?? 0) - 0.0535) < 0.0005)
    }

    /// R's `glm` stops once the deviance gains less than a part in 10⁸ and takes the standard error from the
    /// weights before the last step. Stopped there, the same formula gives R's digits.
    @Test func `has R's standard error where it stops as R does`() throws {
        let table = try table()
        let terms = try LogLinearModel(parsing: "[123,14,34]").terms(over: 4)
        let counts = table.counts.dropFirst().map { Double($0) }
        var rows: [[Double]] = []
        for history in 1...15 { rows.append([1] + terms.map { history & $0 == $0 ? 1 : 0 }) }
        let family = CountFamily(theta: .infinity)
        var means = counts.map { $0 + 0.1 }
        var deviance = family.deviance(counts, means)
        var error = 0.0
        var gain = 1.0
        while gain >= 1e-8 {
            var information = Matrix(rows: 11, columns: 11)
            var score = Array(repeating: 0.0, count: 11)
            for (i, row) in rows.enumerated() {
                let working = log(means[i]) + (counts[i] - means[i]) / means[i]
                for j in 0..<11 {
                    score[j] += means[i] * row[j] * working
                    for k in 0..<11 { information[j, k] += means[i] * row[j] * row[k] }
                }
            }
            let coefficients = try information.solvingPositiveDefinite(score)
            let missing = exp(coefficients[0])
            let variance = try information.positiveDefiniteInverse()[0, 0]
            error = sqrt(missing + missing * missing * variance)
            for (i, row) in rows.enumerated() {
                means[i] = exp(zip(row, coefficients).reduce(0) { $0 + $1.0 * $1.1 })
            }
            let next = family.deviance(counts, means)
            gain = abs(next - deviance) / (abs(next) + 0.1)
            deviance = next
        }
        #expect(abs(error / 785.9022242 - 1) < 1e-10)
    }

    @Test func `has Chao's bound below`() throws {
        let bound = try CaptureRecapture.chaoLowerBound(table())
        #expect(abs(bound.total / 10270.47846 - 1) < 1e-9)
        #expect(bound.fit == nil && bound.method == .chaoLowerBound)
        // 882 (r²/2 + r³ + r⁴/4) with r = 3218/882.
        let r = 3218.0 / 882
        #expect(abs(bound.standardError - sqrt(882 * (r * r / 2 + r * r * r + r * r * r * r / 4))) < 1e-9)
    }

    @Test func `comes with what it takes for granted`() throws {
        let estimate = try CaptureRecapture.estimate(table(), model: LogLinearModel(parsing: "[123,14,34]"))
        #expect(
            estimate.method == .logLinear(try LogLinearModel(terms: [[3, 2, 1], [4, 1], [4, 3], [1, 2]])))
        #expect(
            estimate.assumptions.map { $0.rawValue } == [
                "closed-population", "same-target", "perfect-matching", "three-independent-lists",
                "dependence-as-modelled", "equal-chance",
            ])
        #expect(try CaptureRecapture.chaoLowerBound(table()).assumptions.contains(.threeIndependentLists))
    }

    @Test func `has an interval that never falls below those observed`() throws {
        let estimate = try CaptureRecapture.estimate(table(), model: LogLinearModel(parsing: "[123,14,34]"))
        let interval = try estimate.interval()
        // n + M / C and n + M C with C = exp(1.959964 √log(1 + (785.902/5956.519)²)).
        #expect(
            abs(interval.lower - 9004.36063985022) < 1e-6 && abs(interval.upper - 12105.764353254752) < 1e-6)
        #expect(try estimate.interval(confidence: 0.999_999_999).lower > 4400)
        for confidence in [0, 1, -1, .nan] {
            #expect(throws: StatisticsError(.outOfRange, "")) {
                try estimate.interval(confidence: confidence)
            }
        }
    }

    @Test func `of three independent lists has the textbook's closed form`() throws {
        // With all pairwise terms, M = (n₁₁₁ n₁₀₀ n₀₁₀ n₀₀₁) / (n₁₁₀ n₁₀₁ n₀₁₁), and its variance is
        // M² times the sum of the reciprocals (Fienberg, 1972).
        let counts = ["100": 60, "010": 49, "001": 247, "110": 4, "101": 112, "011": 142, "111": 12]
        let lists = ["Red Cross", "Memorial", "OSCE"].map { CaptureList($0, origin: .independent) }
        let table = try CaptureTable(lists: lists, counts: counts)
        let found = try CaptureRecapture.estimate(table, model: LogLinearModel(parsing: "[12,13,23]"))
        let missing = 12.0 * 60 * 49 * 247 / (4 * 112 * 142)
        var reciprocals = 0.0
        for count in counts.values { reciprocals += 1 / Double(count) }
        #expect(abs(found.unobserved / missing - 1) < 1e-10)
        #expect(
            abs(found.standardError / (missing + missing * missing * reciprocals).squareRoot() - 1) < 1e-10)
        #expect(found.fit?.degreesOfFreedom == 0 && found.fit?.pValue == nil)
    }

    @Test func `does not depend on the order of the lists`() throws {
        let first = try CaptureRecapture.estimate(table(), model: LogLinearModel(parsing: "[123,14,34]"))
        // The lists turned around: 1, 2, 3, 4 become 4, 3, 2, 1.
        var turned: [String: Int] = [:]
        for (history, count) in Kosovo.counts { turned[String(history.reversed())] = count }
        let table = try CaptureTable(lists: Kosovo.lists.reversed(), counts: turned)
        let second = try CaptureRecapture.estimate(table, model: LogLinearModel(parsing: "[432,41,21]"))
        #expect(abs(first.total / second.total - 1) < 1e-10)
        #expect(abs(first.standardError / second.standardError - 1) < 1e-9)
        #expect(
            try CaptureRecapture.chaoLowerBound(table).total
                == CaptureRecapture.chaoLowerBound(self.table()).total)
    }

    @Test func `grows with the counts and its error with their root`() throws {
        let once = try CaptureRecapture.estimate(table(), model: LogLinearModel(parsing: "[123,14,34]"))
        let table = try CaptureTable(lists: Kosovo.lists, counts: Kosovo.counts.mapValues { $0 * 100 })
        let often = try CaptureRecapture.estimate(table, model: LogLinearModel(parsing: "[123,14,34]"))
        #expect(abs(often.total / once.total - 100) < 1e-7)
        #expect(abs(often.standardError / once.standardError - 10) < 1e-7)
    }

    @Test func `finds the size of an invented population`() throws {
        var generator = SeededGenerator(seed: 1999)
        var memberships: [[Bool]] = []
        for _ in 0..<20_000 {
            let row = [0.3, 0.2, 0.25].map { generator.uniform() < $0 }
            if row.contains(true) { memberships.append(row) }
        }
        let table = try CaptureTable(lists: Array(Kosovo.lists.prefix(3)), memberships: memberships)
        #expect(table.observed == memberships.count)
        let found = try CaptureRecapture.estimate(table, model: .independence)
        #expect(try found.interval(confidence: 0.999).contains(20_000))
        #expect(abs(found.total - 20_000) < 4 * found.standardError && found.standardError < 300)
    }

    func refusal(_ table: @autoclosure () throws -> CaptureTable, _ model: String) -> StatisticsError.Code? {
        do {
            _ = try CaptureRecapture.estimate(table(), model: LogLinearModel(parsing: model))
            return nil
        } catch {
            return (error as? StatisticsError)?.code
        }
    }

    @Test func `is refused with fewer than three independent lists`() throws {
        let party = CaptureList("General Staff", origin: .party)
        let two = Array(Kosovo.lists.prefix(2))
        let table = try CaptureTable(lists: two + [party], counts: ["100": 5, "010": 6, "110": 2, "001": 9])
        #expect(refusal(table, "[1]") == .tooFewData)
        #expect(throws: StatisticsError(.tooFewData, "")) { try CaptureRecapture.chaoLowerBound(table) }
        #expect(try table.withoutPartyLists().observed == 13)
        #expect(throws: StatisticsError(.tooFewData, "")) {
            try CaptureTable(lists: [two[0], party], counts: ["10": 5, "01": 6]).withoutPartyLists()
        }
    }

    @Test func `is refused while a party's list is among them, and not without it`() throws {
        var lists = Kosovo.lists
        lists.append(CaptureList("General Staff", origin: .party))
        var counts = ["00001": 77]
        for (history, count) in Kosovo.counts {
            counts[history + "0"] = count - count / 3
            counts[history + "1"] = count / 3
        }
        let mixed = try CaptureTable(lists: lists, counts: counts)
        #expect(refusal(mixed, "[123,14,34]") == .notIdentified)
        #expect(try mixed.withoutPartyLists() == table())
    }

    @Test func `is refused for models that say nothing of those on no list`() throws {
        #expect(refusal(try table(), "[1234]") == .notIdentified)
        #expect(refusal(try table(), "[15]") == .outOfRange)
        let empty = try CaptureTable(
            lists: Kosovo.lists, counts: ["1000": 5, "0100": 6, "0010": 7, "0001": 8])
        #expect(refusal(empty, "[12,13,23]") == .notIdentified)
        #expect(refusal(empty, "[1]") == .notIdentified)
        let unread = try CaptureTable(
            lists: Kosovo.lists, counts: ["1000": 5, "0100": 6, "1100": 7, "0001": 8])
        #expect(refusal(unread, "[1]") == .notIdentified)
    }

    @Test func `has a bound from single captures alone, and none to add where everyone is on all lists`()
        throws
    {
        let lists = Array(Kosovo.lists.prefix(3))
        let single = try CaptureRecapture.chaoLowerBound(
            CaptureTable(lists: lists, counts: ["100": 3, "010": 4]))
        #expect(single.total == 7 + 21 && single.standardError.isFinite && single.standardError > 0)
        let full = try CaptureRecapture.chaoLowerBound(CaptureTable(lists: lists, counts: ["111": 9]))
        #expect(full.total == 9 && full.standardError == 0)
        #expect(try full.interval() == Interval(lower: 9, upper: 9))
    }

    @Test func `is refused for malformed histories and models`() throws {
        func code(_ counts: [String: Int], _ lists: Int = 3) -> StatisticsError.Code? {
            do {
                let names = (0..<lists).map { CaptureList("List \($0)", origin: .independent) }
                _ = try CaptureTable(lists: names, counts: counts)
                return nil
            } catch {
                return error.code
            }
        }
        for history in ["", "1", "0000", "000", "1x0", "1 0", "１00"] {
            #expect(code([history: 1]) == .malformedInput)
        }
        #expect(code(["100": -1]) == .malformedInput && code(["100": .max]) == .malformedInput)
        #expect(code(["100": 0]) == .noData && code([:]) == .noData)
        #expect(code(["1": 1], 1) == .tooFewData && code([:], 9) == .outOfRange)
        for model in ["", "[]", "123", "[12,]", "[0]", "[9]", "[11]", "[a]", "[1 2]", "[12"] {
            #expect(throws: StatisticsError(.malformedInput, "")) { try LogLinearModel(parsing: model) }
        }
        #expect(try LogLinearModel(parsing: "[34,41,14,321,2]").description == "[123,14,34]")
        #expect(LogLinearModel.independence.description == "[]")
    }
}

import Foundation
import Testing

@testable import Statistics

@Suite struct `Changes in a finished series` {
    @Test func `coal mines grew safer after 1891 and again after 1947`() throws {
        let found = try PELT(penalty: .manual(9.436997743), minimumSegment: 2).rates(of: Collieries.disasters)
        #expect(found.changes.map(Collieries.lastYear(before:)) == [1891, 1947])
        let means = [3.097560976, 1.071428571, 0.2666666667]
        #expect(found.segments.count == 3)
        for (segment, mean) in zip(found.segments, means) {
            #expect(segment.mean.lies(within: 1e-9, of: mean))
        }
        #expect(found.segments.map(\.range) == [0..<41, 41..<97, 97..<112])
    }

    @Test func `the penalty of that answer is BIC's`() throws {
        let found = try PELT(penalty: .bic, minimumSegment: 2).rates(of: Collieries.disasters)
        #expect(found.penalty.lies(within: 1e-9, of: 9.436997743))
        #expect(found.changes.map(Collieries.lastYear(before:)) == [1891, 1947])
    }

    @Test func `under MBIC only the change after 1891 remains`() throws {
        let found = try PELT(penalty: .mbic, minimumSegment: 2).rates(of: Collieries.disasters)
        #expect(found.penalty.lies(within: 1e-9, of: 14.15549661))
        #expect(found.changes.map(Collieries.lastYear(before:)) == [1891])
    }

    @Test(.enabled(if: Table.isThere, "\(Table.absence)"))
    func `the table of the coal mines holds these counts`() throws {
        var counts = Array(repeating: 0, count: 112)
        for date in try Table("reference/coal.csv").numbers("date") { counts[Int(date) - 1851] += 1 }
        #expect(counts == Collieries.disasters)
    }

    @Test func `the Nile fell once under MBIC, with the scatter of either side`() throws {
        let found = try PELT(minimumSegment: 2).means(of: Aswan.flow, variance: 1_597_457.194444 / 98)
        #expect(found.changes == [28])
        #expect(found.segments[0].mean.lies(within: 1e-12, of: 1097.75))
        #expect(found.segments[1].mean.lies(within: 1e-12, of: 849.9722222222222))
    }

    @Test func `a front that quietens without a change of mean changes its variance`() throws {
        var random = SeededGenerator(seed: 41)
        var values: [Double] = []
        for index in 0..<120 { values.append(100 + random.normal() * (index < 60 ? 20 : 1)) }
        let search = PELT(minimumSegment: 2)
        let found = try search.meansAndVariances(of: values, smallestVariance: 1.0 / 12)
        #expect(found.changes.count == 1)
        #expect((57...63).contains(found.changes.first ?? 0))
        #expect((found.segments[0].variance ?? 0) > 100 * (found.segments[1].variance ?? 0))
        #expect(try search.means(of: values, variance: 400).changes.isEmpty)
    }

    @Test func `equal values have the smallest variance and no infinite likelihood`() throws {
        let found = try PELT(minimumSegment: 2).meansAndVariances(
            of: [7, 7, 7, 7, 7, 7], smallestVariance: 1.0 / 12)
        #expect(found.changes.isEmpty)
        #expect(found.segments[0].variance == 1.0 / 12)
        #expect(found.cost.isFinite)
    }
}

@Suite(.enabled(if: Table.isThere, "\(Table.absence)")) struct `Violations recorded by the OSCE` {
    let ends: [String]
    let rates: [Double]

    init() throws {
        let table = try Table("osce/osce_smm_ceasefire_violations_2017_2022.csv")
        ends = table.text("period_end")
        rates = zip(table.numbers("violations"), table.numbers("days")).map { $0 / $1 }
    }

    @Test func `fell after 26 July 2020 and rose after 24 January 2021`() throws {
        #expect(rates.count == 98)
        let found = try PELT(penalty: .mbic, minimumSegment: 3).means(of: rates.map { log($0 + 1) })
        #expect(found.changes.map { ends[$0 - 1] } == ["2020-07-26", "2021-01-24"])
        #expect(found.segments.map { Int((exp($0.mean) - 1).rounded()) } == [775, 28, 236])
    }

    @Test func `are cut into 25 pieces where their bursts are taken for Poisson noise`() throws {
        let found = try PELT(penalty: .mbic, minimumSegment: 3).rates(of: rates.map { Int($0.rounded()) })
        #expect(found.changes.count == 24)
    }
}

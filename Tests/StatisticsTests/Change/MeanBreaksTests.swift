import Foundation
import Testing

@testable import Statistics

@Suite struct `Breaks in the mean` {
    @Test func `the Nile fell after 1898, give or take four years`() throws {
        let found = try MeanBreaks(of: Aswan.flow)
        #expect(found.breaks.map(\.index) == [28])
        #expect(found.breaks[0].interval == 25...32)
        #expect(Aswan.firstYear + 28 - 1 == 1898)
        #expect(found.residualSquares[0].lies(within: 1e-9, of: 2_835_156.75))
        #expect(found.residualSquares[1].lies(within: 1e-9, of: 1_597_457.194444))
        #expect(found.means[0].lies(within: 1e-12, of: 1097.75))
        // The sums as strucchange prints them; the criteria follow from them.
        #expect(
            found.residualSquares.map { $0.rounded() } == [
                2_835_157, 1_597_457, 1_552_924, 1_538_097, 1_507_888, 1_659_994,
            ])
        #expect(found.criteria.map { $0.rounded() } == [1318, 1270, 1276, 1285, 1292, 1311])
    }

    @Test(.enabled(if: Table.isThere, "\(Table.absence)"))
    func `the table of the Nile holds these flows`() throws {
        #expect(try Table("reference/nile.csv").numbers("flow") == Aswan.flow)
    }

    @Test func `two breaks lie where trying all pairs puts them`() throws {
        var random = SeededGenerator(seed: 28)
        for _ in 0..<20 {
            var values: [Double] = []
            for index in 0..<30 { values.append(random.normal() + (index < 9 ? 0 : index < 20 ? 1.5 : 0.4)) }
            func squares(_ range: Range<Int>) -> Double {
                let mean = values[range].reduce(0, +) / Double(range.count)
                return values[range].map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
            }
            var best = (squares: Double.infinity, cuts: [0, 0])
            for first in 4...22 {
                for second in stride(from: first + 4, through: 26, by: 1) {
                    let sum = squares(0..<first) + squares(first..<second) + squares(second..<30)
                    if sum < best.squares { best = (sum, [first, second]) }
                }
            }
            let found = try MeanBreaks(of: values, count: 2)
            #expect(found.breaks.map(\.index) == best.cuts)
            #expect(found.residualSquares[2].lies(within: 1e-10, of: best.squares))
        }
    }

    @Test func `shift and scale leave places and intervals as they are`() throws {
        let moved = try MeanBreaks(of: Aswan.flow.map { 0.001 * $0 - 40 })
        #expect(moved.breaks == (try MeanBreaks(of: Aswan.flow)).breaks)
    }

    @Test func `read backwards the interval is mirrored`() throws {
        let back = try MeanBreaks(of: Aswan.flow.reversed())
        #expect(back.breaks[0].index == 72)
        #expect(back.breaks[0].interval == 68...75)
    }

    @Test func `a longer interval is surer`() throws {
        let wide = try #require(try MeanBreaks(of: Aswan.flow, level: 0.99).breaks[0].interval)
        let narrow = try #require(try MeanBreaks(of: Aswan.flow, level: 0.5).breaks[0].interval)
        #expect(wide.lowerBound < 25 && wide.upperBound > 32)
        #expect(narrow.lowerBound > 25 && narrow.upperBound < 32)
    }

    @Test func `equal scatter puts the 97.5 per cent point at 11.03`() throws {
        // Bai (1997): the 95 % interval reaches eleven units to either side.
        let point = try #require(BreakPlace.quantile(tail: 0.025, ratio: 1))
        #expect((point - 11.03).magnitude < 0.005)
        #expect(BreakPlace.chance(beyond: 0, ratio: 1).lies(within: 1e-12, of: 0.5))
        #expect(BreakPlace.chance(beyond: 0, ratio: 3).lies(within: 1e-12, of: 0.25))
    }

    @Test func `the distribution of the place is that of a simulated walk`() throws {
        // Walks in fine steps; the variance is one on the left and two on the right.
        var random = SeededGenerator(seed: 1997)
        let (step, walks) = (0.02, 4_000)
        var beyond = (left: 0, right: 0)
        for _ in 0..<walks {
            func highest(_ scale: Double) -> (value: Double, place: Double) {
                var (value, best, place) = (0.0, 0.0, 0.0)
                for index in 1...2_000 {
                    value += scale * step.squareRoot() * random.normal() - step / 2
                    if value > best { (best, place) = (value, Double(index) * step) }
                }
                return (best, place)
            }
            let (left, right) = (highest(1), highest(2.0.squareRoot()))
            if left.value > right.value && left.place > 1 { beyond.left += 1 }
            if right.value > left.value && right.place > 2 { beyond.right += 1 }
        }
        let left = BreakPlace.chance(beyond: 1, ratio: 2)
        let right = BreakPlace.chance(beyond: 1, ratio: 0.5)
        #expect((Double(beyond.left) / Double(walks) - left).magnitude < 0.025)
        #expect((Double(beyond.right) / Double(walks) - right).magnitude < 0.025)
    }

    @Test func `a perfect step has no doubt about its place`() throws {
        let found = try MeanBreaks(of: Array(repeating: 3.3, count: 10) + Array(repeating: 9.1, count: 10))
        #expect(found.breaks == [.init(index: 10, interval: 10...10)])
        #expect(found.means.count == 2)
    }

    @Test func `a constant series has no break`() throws {
        let values = Array(repeating: 0.1, count: 40)
        #expect(try MeanBreaks(of: values).breaks.isEmpty)
        #expect(throws: StatisticsError(.notIdentified, "")) { try MeanBreaks(of: values, count: 1) }
    }

    @Test func `one side without any scatter leaves the interval open`() throws {
        var values = Array(repeating: 5.0, count: 20)
        for index in 10..<20 { values[index] = 20 + Double(index % 3) }
        let found = try MeanBreaks(of: values, count: 1)
        #expect(found.breaks == [.init(index: 10, interval: nil)])
    }
}

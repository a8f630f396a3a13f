import Foundation
import Testing

@testable import Statistics

/// The least criterion over every way to cut a series, from the definition: quadratic in the cuts, and each
/// cost added up anew.
struct EveryCut {
    enum Model: CaseIterable { case mean, meanAndVariance, rate }

    static let smallestVariance = 0.01

    static func cost(_ values: ArraySlice<Double>, _ model: Model) -> Double {
        let n = Double(values.count)
        let mean = values.reduce(0, +) / n
        let squares = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
        switch model {
        case .mean: return squares
        case .meanAndVariance:
            let variance = max(squares / n, smallestVariance)
            return n * log(2 * Double.pi * variance) + squares / variance
        case .rate: return mean > 0 ? -2 * n * mean * log(mean) : 0
        }
    }

    static func criterion(
        _ values: [Double], cuts: [Int], model: Model, penalty: Double, isModified: Bool
    ) -> Double {
        let bounds = [0] + cuts + [values.count]
        var sum = penalty * Double(cuts.count)
        for (start, end) in zip(bounds, bounds.dropFirst()) {
            sum += cost(values[start..<end], model) + (isModified ? log(Double(end - start)) : 0)
        }
        return sum
    }

    static func least(
        _ values: [Double], model: Model, penalty: Double, isModified: Bool, minimum: Int
    ) -> Double {
        var best = Array(repeating: Double.infinity, count: values.count + 1)
        best[0] = -penalty
        for end in minimum...values.count {
            for start in 0...(end - minimum) where best[start] < .infinity {
                let length = isModified ? log(Double(end - start)) : 0
                best[end] = min(best[end], best[start] + cost(values[start..<end], model) + length + penalty)
            }
        }
        return best[values.count]
    }
}

@Suite struct `PELT against every cut` {
    static func segmentation(
        _ values: [Double], _ model: EveryCut.Model, _ search: PELT
    ) throws -> Segmentation {
        switch model {
        case .mean: try search.means(of: values)
        case .meanAndVariance:
            try search.meansAndVariances(of: values, smallestVariance: EveryCut.smallestVariance)
        case .rate: try search.rates(of: values.map { Int($0) })
        }
    }

    @Test(arguments: EveryCut.Model.allCases)
    func `finds the same least criterion and a segmentation that has it`(model: EveryCut.Model) throws {
        var random = SeededGenerator(seed: 1991)
        for trial in 0..<150 {
            let length = 8 + Int(random.next(upperBound: 50 as UInt64))
            var level = 3.0
            var values: [Double] = []
            for _ in 0..<length {
                if random.uniform() < 0.1 { level = 8 * random.uniform() }
                let value = model == .rate ? Double(random.poisson(level)) : level + random.normal()
                values.append(value)
            }
            let minimum = 1 + trial % 4
            // Small penalties cut often, which is where a start is dropped too early if it ever is.
            let penalty: PELT.Penalty = trial % 3 == 0 ? .mbic : trial % 3 == 1 ? .bic : .manual(0.3)
            let isModified = penalty == .mbic
            let found = try Self.segmentation(
                values, model, PELT(penalty: penalty, minimumSegment: minimum))
            let least = EveryCut.least(
                values, model: model, penalty: found.penalty, isModified: isModified, minimum: minimum)
            #expect((found.cost - least).magnitude < 1e-8 * (1 + least.magnitude))
            let criterion = EveryCut.criterion(
                values, cuts: found.changes, model: model, penalty: found.penalty, isModified: isModified)
            #expect((criterion - least).magnitude < 1e-8 * (1 + least.magnitude))
            #expect(found.segments.allSatisfy { $0.observations >= minimum })
        }
    }

    @Test func `shift and scale of the values move the means and nothing else`() throws {
        let search = PELT(minimumSegment: 3)
        let plain = try search.means(of: Aswan.flow, variance: 16_000)
        let moved = try search.means(of: Aswan.flow.map { 1e6 + 0.01 * $0 }, variance: 1.6)
        #expect(moved.changes == plain.changes)
        #expect(moved.cost.lies(within: 1e-6, of: plain.cost))
        for (left, right) in zip(moved.segments, plain.segments) {
            #expect(left.mean.lies(within: 1e-12, of: 1e6 + 0.01 * right.mean))
        }
    }

    @Test func `backwards, the series costs the same`() throws {
        let search = PELT(minimumSegment: 2)
        let forwards = try search.rates(of: Collieries.disasters)
        let backwards = try search.rates(of: Collieries.disasters.reversed())
        #expect(backwards.cost.lies(within: 1e-12, of: forwards.cost))
        #expect(backwards.changes == forwards.changes.map { 112 - $0 })
    }

    @Test func `quiet years before the series move its changes along`() throws {
        let plain = try PELT(minimumSegment: 2).means(of: Aswan.flow, variance: 16_000)
        let later = try PELT(penalty: .manual(plain.penalty), minimumSegment: 2).means(
            of: Array(repeating: 1097.75, count: 10) + Aswan.flow, variance: 16_000)
        #expect(later.changes == plain.changes.map { $0 + 10 })
    }

    @Test func `exposure in days instead of weeks divides the rates by seven`() throws {
        let search = PELT(minimumSegment: 2)
        let weeks = try search.rates(of: Collieries.disasters)
        let days = try search.rates(
            of: Collieries.disasters, exposure: Array(repeating: 7, count: Collieries.disasters.count))
        #expect(days.changes == weeks.changes)
        for (left, right) in zip(days.segments, weeks.segments) {
            #expect((7 * left.mean).lies(within: 1e-12, of: right.mean))
        }
    }

    @Test func `twice the effort and twice the events are no change`() throws {
        let counts = Array(repeating: 4, count: 20) + Array(repeating: 8, count: 20)
        let exposure = Array(repeating: 1.0, count: 20) + Array(repeating: 2.0, count: 20)
        #expect(try PELT().rates(of: counts).changes == [20])
        #expect(try PELT().rates(of: counts, exposure: exposure).changes.isEmpty)
    }

    @Test func `weeks without observation are passed over and are not zeros`() throws {
        let years = Collieries.disasters
        let counts = Array(years[..<20]) + [0, 0, 0, 0, 0, 0] + Array(years[20...])
        var exposure = Array(repeating: 1.0, count: counts.count)
        for index in 20..<26 { exposure[index] = 0 }
        let plain = try PELT(penalty: .bic, minimumSegment: 2).rates(of: years)
        let found = try PELT(penalty: .bic, minimumSegment: 2).rates(of: counts, exposure: exposure)
        #expect(found.changes == plain.changes.map { $0 + 6 })
        #expect(found.cost.lies(within: 1e-12, of: plain.cost))
        #expect(found.segments.map(\.observations) == plain.segments.map(\.observations))
        #expect(found.segments.last?.range.upperBound == counts.count)
    }

    @Test func `many events need no table of logarithms for the same answer`() throws {
        let counts = Collieries.disasters.map { $0 * 1_000_000 }
        let plain = try PELT(penalty: .manual(9.4), minimumSegment: 2).rates(of: Collieries.disasters)
        let found = try PELT(penalty: .manual(9.4e6), minimumSegment: 2).rates(of: counts)
        #expect(found.changes == plain.changes)
    }
}

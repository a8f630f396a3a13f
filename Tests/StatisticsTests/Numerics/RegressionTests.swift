import Foundation
import Testing

@testable import Statistics

@Suite struct `Regression of counts` {
    /// Deaths in Nagorno-Karabakh by month of 2014.
    static let deaths = [4.0, 2, 6, 6, 5, 6, 11, 18, 4, 2, 5, 3]

    static func intercept(_ rows: Int) -> Matrix { Matrix(rows: rows, columns: 1, repeating: 1) }

    @Test func `an intercept is the logarithm of the mean`() throws {
        let fit = try Regression.poisson(counts: Self.deaths, design: Self.intercept(12))
        #expect(fit.coefficients[0].agrees(with: 1.791759469228055, to: 1e-14))
        #expect(fit.standardErrors[0].agrees(with: 1 / 72.0.squareRoot(), to: 1e-13))
        #expect(fit.pearson.agrees(with: 220.0 / 6, to: 1e-13) && fit.residualDegreesOfFreedom == 11)
    }

    @Test func `θ stands where the likelihood is highest`() throws {
        let best = try Regression.negativeBinomial(counts: Self.deaths, design: Self.intercept(12))
        for factor in [0.5, 0.9, 0.999, 1.001, 1.1, 2] {
            let other = try Regression.negativeBinomial(
                counts: Self.deaths, design: Self.intercept(12), theta: best.theta * factor)
            #expect(other.logLikelihood < best.fit.logLikelihood)
        }
    }

    @Test func `a large θ gives the Poisson model`() throws {
        let poisson = try Regression.poisson(counts: Self.deaths, design: Self.intercept(12))
        let other = try Regression.negativeBinomial(
            counts: Self.deaths, design: Self.intercept(12), theta: 1e12)
        #expect(other.logLikelihood.agrees(with: poisson.logLikelihood, to: 1e-3))
        #expect(other.deviance.agrees(with: poisson.deviance, to: 1e-6))
    }

    @Test func `an offset is effort`() throws {
        let offsets = (1...12).map { log(Double($0)) }
        let fit = try Regression.poisson(counts: Self.deaths, design: Self.intercept(12), offset: offsets)
        #expect(fit.coefficients[0].agrees(with: log(72.0 / 78), to: 1e-13))
    }

    @Test func `a group without events has no finite effect`() throws {
        let design = try Matrix((0..<10).map { [1, $0 < 5 ? 0 : 1] })
        let refusal = StatisticsError(.notIdentified, "")
        #expect(throws: refusal) {
            try Regression.poisson(counts: [3, 4, 1, 2, 2, 0, 0, 0, 0, 0], design: design)
        }
        #expect(throws: refusal) {
            try Regression.poisson(counts: [0, 0, 0, 0, 0, 3, 4, 1, 2, 2], design: design)
        }
    }

    @Test func `columns that repeat each other are refused`() throws {
        let design = try Matrix((0..<12).map { [1, Double($0), 2 * Double($0) + 3] })
        #expect(throws: StatisticsError(.notIdentified, "")) {
            try Regression.poisson(counts: Self.deaths, design: design)
        }
    }

    @Test func `counts as regular as a clock have no negative binomial size`() {
        #expect(throws: StatisticsError(.notIdentified, "")) {
            try Regression.negativeBinomial(counts: [5, 5, 5, 6, 5], design: Self.intercept(5))
        }
    }

    @Test func `input that breaks its form is refused`() {
        for counts in [[1, .nan, 2], [1, -1, 2], [1, .infinity, 2], [1, 2]] as [[Double]] {
            #expect(throws: StatisticsError(.malformedInput, "")) {
                try Regression.poisson(counts: counts, design: Self.intercept(3))
            }
        }
        #expect(throws: StatisticsError(.noData, "")) {
            try Regression.poisson(counts: [0, 0, 0], design: Self.intercept(3))
        }
        #expect(throws: StatisticsError(.tooFewData, "")) {
            try Regression.poisson(counts: [], design: Self.intercept(0))
        }
        #expect(throws: StatisticsError(.outOfRange, "")) {
            try Regression.negativeBinomial(counts: [1, 2], design: Self.intercept(2), theta: 0)
        }
    }

    @Test func `scaling a column scales its coefficient and nothing else`() throws {
        let plain = try Matrix((0..<12).map { [1, Double($0)] })
        let scaled = try Matrix((0..<12).map { [1, Double($0) * 1e6] })
        let first = try Regression.negativeBinomial(counts: Self.deaths, design: plain)
        let second = try Regression.negativeBinomial(counts: Self.deaths, design: scaled)
        #expect((second.fit.coefficients[1] * 1e6).agrees(with: first.fit.coefficients[1], to: 1e-9))
        #expect(second.theta.agrees(with: first.theta, to: 1e-9))
        #expect(second.fit.logLikelihood.agrees(with: first.fit.logLikelihood, to: 1e-12))
    }
}

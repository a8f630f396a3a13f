import Testing

import Statistics

@Suite struct `Durations that are refused` {
    private func code(_ body: () throws -> Void) -> StatisticsError.Code? {
        do { try body() } catch { return (error as? StatisticsError)?.code }
        return nil
    }

    @Test func `malformed durations`() {
        #expect(code { _ = try Durations(times: [], events: []) } == .noData)
        #expect(code { _ = try Durations(times: [1, 2], events: [true]) } == .malformedInput)
        for time in [-1, .nan, .infinity, -.infinity] as [Double] {
            #expect(code { _ = try Durations(times: [1, time], events: [true, true]) } == .malformedInput)
        }
        #expect(code { _ = try Durations(times: [1], events: [true], entries: []) } == .malformedInput)
        for entry in [1, 2, -1, .nan] as [Double] {
            #expect(
                code { _ = try Durations(times: [1], events: [true], entries: [entry]) } == .malformedInput)
        }
    }

    @Test func `parameters out of range`() throws {
        let curve = KaplanMeier(try Leukaemia.durations(Leukaemia.maintained))
        for level in [0, 1, -1, 2, .nan] as [Double] {
            #expect(code { _ = try curve.band(level: level) } == .outOfRange)
            #expect(code { _ = try curve.quantile(level) } == .outOfRange)
        }
        for horizon in [0, -1, 162, .infinity, .nan] as [Double] {
            #expect(code { _ = try curve.restrictedMean(until: horizon) } == .outOfRange)
        }
        #expect(code { _ = try curve.table(at: [.nan]) } == .malformedInput)
    }

    @Test func `everything censored has a flat curve and nothing to compare`() throws {
        let durations = try Durations(times: [1, 2, 3], events: [false, false, false])
        let curve = KaplanMeier(durations)
        #expect(curve.survival == [1, 1, 1])
        #expect(curve.standardErrors == [0, 0, 0])
        #expect(try curve.median().time == nil)
        #expect(try curve.restrictedMean(until: 3).mean == 3)
        #expect(code { _ = try LogRank(durations, groups: [1, 2, 1]) } == .noData)
        #expect(code { _ = try CoxRegression(durations, covariates: [[1, 2, 4]]) } == .noData)
        #expect(code { _ = try CumulativeIncidence(times: [1, 2], causes: [0, 0]) } == .noData)
    }

    @Test func `one duration, and all ends at one time`() throws {
        let one = KaplanMeier(try Durations(times: [5], events: [true]))
        #expect(one.survival == [0])
        #expect(one.standardErrors == [0])
        #expect(try one.median().time == 5)
        #expect(try one.restrictedMean(until: 9).mean == 5)
        let tied = try Durations(times: [4, 4, 4, 4], events: [true, true, true, true])
        #expect(code { _ = try LogRank(tied, groups: [1, 2, 1, 2]) } == .notIdentified)
        #expect(code { _ = try CoxRegression(tied, covariates: [[1, 2, 3, 5]]) } == nil)
        let fit = try CoxRegression(tied, covariates: [[1, 2, 3, 5]])
        #expect(fit.coefficients[0].magnitude < 1e-9)
        #expect(fit.concordance.index == nil)
        let zero = KaplanMeier(try Durations(times: [0, 0], events: [true, false]))
        #expect(zero.survival == [0.5])
    }

    @Test func `groups that cannot be compared`() throws {
        let durations = try Durations(times: [1, 2, 3, 4], events: [true, true, true, true])
        #expect(code { _ = try LogRank(durations, groups: [1, 1, 1, 1]) } == .tooFewData)
        #expect(code { _ = try LogRank(durations, groups: [1, 2]) } == .malformedInput)
        #expect(code { _ = try LogRank(durations, groups: [1, 2, 1, 2], strata: [1]) } == .malformedInput)
        #expect(
            code { _ = try LogRank(durations, groups: [1, 1, 2, 2], strata: [.min, .min, .max, .max]) }
                == .notIdentified)
        let many = try Durations(
            times: (0...100).map { Double($0) }, events: Array(repeating: true, count: 101))
        #expect(code { _ = try LogRank(many, groups: Array(0...100)) } == .outOfRange)
    }

    @Test func `causes that are none`() throws {
        #expect(code { _ = try CumulativeIncidence(times: [1], causes: [-1]) } == .malformedInput)
        #expect(code { _ = try CumulativeIncidence(times: [1], causes: [1, 2]) } == .malformedInput)
        #expect(code { _ = try CumulativeIncidence(times: [], causes: []) } == .noData)
        let incidence = try CumulativeIncidence(times: [1, 2], causes: [3, 0])
        #expect(code { _ = try incidence.incidence(of: 1, at: 1) } == .outOfRange)
        #expect(code { _ = try incidence.naive(0) } == .outOfRange)
        #expect(try incidence.incidence(of: 3, at: 0.5)?.incidence == 0)
        #expect(try incidence.incidence(of: 3, at: 2)?.incidence == 0.5)
        #expect(try incidence.incidence(of: 3, at: 2.5) == nil)
        #expect(try incidence.incidence(of: 3, at: .nan) == nil)
    }

    @Test func `ends that come before their beginning`() {
        #expect(code { _ = try SurvivalBounds([]) } == .noData)
        let malformed: [DurationEnd] = [
            .ended(-1), .censored(.nan), .endedBetween(3, 2), .unknown(after: 1, until: .infinity),
        ]
        for end in malformed {
            #expect(code { _ = try SurvivalBounds([.ended(1), end]) } == .malformedInput)
        }
    }

    @Test func `covariates that fix no coefficient`() throws {
        let durations = try Durations(
            times: [1, 2, 3, 4, 5, 6, 7, 8], events: [true, true, false, true, true, false, true, true])
        let x: [Double] = [3, 1, 4, 1, 5, 9, 2, 6]
        let y: [Double] = [2, 7, 1, 8, 2, 8, 1, 8]
        func fit(_ columns: [Double]..., strata: [Int]? = nil) -> StatisticsError.Code? {
            code { _ = try CoxRegression(durations, covariates: columns, strata: strata) }
        }
        #expect(fit(x, y) == nil)
        #expect(fit() == .malformedInput)
        #expect(fit([1, 2]) == .malformedInput)
        #expect(fit(x.map { $0 == 9 ? .nan : $0 }) == .malformedInput)
        #expect(fit(x, strata: [1]) == .malformedInput)
        #expect(fit(x.map { _ in 0.1 }) == .notIdentified)
        #expect(fit(x, x) == .notIdentified)
        #expect(fit(x, y, zip(x, y).map { 2 * $0 - 3 * $1 + 1e6 }) == .notIdentified)
        #expect(fit(x.indices.map { Double($0 / 4) }, strata: x.indices.map { $0 / 4 }) == .notIdentified)
        // Every two of one stratum: one is left alone when the other has ended.
        #expect(fit([0, 0, 0, 0, 0, 0, 0, 1], strata: Array(0..<8)) == .notIdentified)
    }

    @Test func `covariates that separate`() throws {
        let durations = try Durations(
            times: [1, 2, 3, 4, 5, 6, 7, 8], events: [true, true, true, true, true, false, false, false])
        // The first of each risk set ends first.
        #expect(
            code { _ = try CoxRegression(durations, covariates: [[8, 7, 6, 5, 4, 3, 2, 1]]) }
                == .notIdentified)
        // One group never ends.
        let group: [Double] = [0, 0, 0, 0, 0, 1, 1, 1]
        #expect(code { _ = try CoxRegression(durations, covariates: [group]) } == .notIdentified)
        // Nor does it beside a covariate that is harmless.
        let harmless: [Double] = [3, 1, 4, 1, 5, 9, 2, 6]
        #expect(code { _ = try CoxRegression(durations, covariates: [harmless, group]) } == .notIdentified)
        for ties in CoxRegression.Ties.allCases {
            #expect(
                code { _ = try CoxRegression(durations, covariates: [group.map { $0 * 1e-6 }], ties: ties) }
                    == .notIdentified)
        }
        // A combination separates though neither does alone.
        let a: [Double] = [4, 0, 3, 1, 2, 1, 0, 1]
        let b: [Double] = [4, 7, 3, 4, 2, 2, 2, 0]
        #expect(code { _ = try CoxRegression(durations, covariates: [a]) } == nil)
        #expect(code { _ = try CoxRegression(durations, covariates: [b]) } != .malformedInput)
        #expect(code { _ = try CoxRegression(durations, covariates: [a, b]) } == .notIdentified)
    }

    @Test func `a unit that leaves no room for the covariance`() throws {
        let durations = try Durations(
            times: [1, 2, 3, 4, 5, 6, 7, 8], events: [true, true, false, true, true, false, true, true])
        let x: [Double] = [3, 1, 4, 1, 5, 9, 2, 6]
        let fit = try CoxRegression(durations, covariates: [x])
        for unit in [1e-130, 1e130] {
            let other = try CoxRegression(durations, covariates: [x.map { $0 * unit }])
            #expect(Figures.agree(other.pValues, fit.pValues))
            #expect(Figures.agree(other.standardErrors[0] * unit, fit.standardErrors[0]))
        }
        for unit in [1e-200, 1e200] {
            let column = x.map { $0 * unit }
            #expect(code { _ = try CoxRegression(durations, covariates: [column]) } == .malformedInput)
        }
    }

    @Test func `numbers at the edge of what numbers can hold`() throws {
        let times: [Double] = [0, .leastNonzeroMagnitude, 1e-300, 1, 1e300, .greatestFiniteMagnitude]
        let durations = try Durations(times: times, events: [true, true, true, true, true, false])
        let curve = KaplanMeier(durations)
        #expect(curve.times == times)
        #expect(curve.survival.allSatisfy { $0.isFinite })
        let covariates: [[Double]] = [
            [1e308, -1e308, 1e308, 0, 1, 2], [.leastNonzeroMagnitude, 0, 0, .leastNonzeroMagnitude, 0, 0],
            [1e200, 1e199, 0, 3, 1e200, 1],
            [1e-200, 2e-200, 0, 3e-200, 1e-200, 0],
        ]
        for covariate in covariates {
            do {
                let fit = try CoxRegression(durations, covariates: [covariate])
                #expect(fit.coefficients[0].isFinite)
            } catch { #expect(error.code != .noData) }
        }
    }
}

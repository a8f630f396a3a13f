import RealModule

/// Estimates of a population from how lists of it overlap. **For experts, on export only.**
///
/// Meant for three or more lists that were made independently of each other, none by a party; anything less is
/// refused. See ``ExpertPopulationEstimate`` for what the numbers can bear.
public enum CaptureRecapture {
    /// Fits a log-linear model and extends it to those on no list.
    ///
    /// The logarithm of the expected count of a history is an intercept plus one coefficient for each term of the
    /// model whose lists are all in the history; counts are Poisson (Fienberg, 1972; Bishop, Fienberg and
    /// Holland, 1975, chapter 6). The history on no list has expectation M = exp(intercept); N = n + M, with
    /// s² = M + M² var(intercept) (Rivest and Lévesque, 2001). Agrees with R's `Rcapture::closedpMS.t`, up to the
    /// few last digits that R's looser stopping leaves in the standard error.
    /// - Throws: `tooFewData` for fewer than three independent lists; `notIdentified` for a party's list, for a
    ///   model that leaves nothing to estimate from, and where empty overlaps leave a coefficient without a
    ///   finite value; `outOfRange` for a model that names more lists than the table has.
    public static func estimate(
        _ table: CaptureTable, model: LogLinearModel
    ) throws(StatisticsError) -> ExpertPopulationEstimate {
        try table.checkForEstimate()
        let terms = try model.terms(over: table.lists.count)
        let fit = try regression(table, terms, model)
        let missing = Double.exp(fit.coefficients[0])
        let variance = missing + missing * missing * fit.covariance[0, 0]
        guard missing.isFinite, variance.isFinite else {
            throw StatisticsError(
                .notIdentified, "The model \(model) puts no bound on the number of those on no list.")
        }
        return ExpertPopulationEstimate(
            method: .logLinear(model), observed: table.observed, unobserved: missing,
            standardError: variance.squareRoot(),
            fit: ExpertPopulationEstimate.Fit(
                deviance: fit.deviance, degreesOfFreedom: fit.residualDegreesOfFreedom,
                akaike: 2 * Double(fit.coefficients.count) - 2 * fit.logLikelihood),
            assumptions: [
                .closedPopulation, .sameTarget, .perfectMatching, .threeIndependentLists,
                .dependenceAsModelled, .equalChance,
            ])
    }

    private static func regression(
        _ table: CaptureTable, _ terms: [Int], _ model: LogLinearModel
    ) throws(StatisticsError) -> Regression.Fit {
        var rows: [[Double]] = []
        var counts: [Double] = []
        for (history, count) in table.counts.enumerated() where history > 0 {
            rows.append([1] + terms.map { history & $0 == $0 ? 1 : 0 })
            counts.append(Double(count))
        }
        do {
            return try Regression.poisson(counts: counts, design: Matrix(rows))
        } catch {
            guard error.code == .notIdentified || error.code == .notConverged else { throw error }
            throw StatisticsError(
                .notIdentified,
                "Too many combinations of lists are empty for the model \(model); choose one with fewer terms."
            )
        }
    }

    /// Chao's lower bound: at least about so many are on no list, even where people differ in their chance to be
    /// listed.
    ///
    /// With f₁ people on exactly one list and f₂ on exactly two: M = f₁² / 2f₂ and, with r = f₁ / f₂,
    /// s² = f₂ (r² / 2 + r³ + r⁴ / 4) (Chao, 1987). Where nobody is on two lists, the bias-corrected
    /// M = f₁ (f₁ − 1) / 2 with s² = f₁ (f₁ − 1) / 2 + f₁ (2f₁ − 1)² / 4 − f₁⁴ / 4N (Chao and others, as in
    /// EstimateS).
    /// - Throws: `tooFewData` for fewer than three independent lists, `notIdentified` for a party's list.
    public static func chaoLowerBound(
        _ table: CaptureTable
    ) throws(StatisticsError) -> ExpertPopulationEstimate {
        try table.checkForEstimate()
        let (once, twice) = (Double(table.frequencies[0]), Double(table.frequencies[1]))
        let missing: Double
        let variance: Double
        if twice > 0 {
            let r = once / twice
            missing = once * once / (2 * twice)
            variance = twice * (r * r / 2 + r * r * r + r * r * r * r / 4)
        } else {
            let pairs = once * (once - 1) / 2
            let fourth = once * once * once * once
            missing = pairs
            variance =
                pairs + once * (2 * once - 1) * (2 * once - 1) / 4
                - fourth / (4 * (Double(table.observed) + pairs))
        }
        return ExpertPopulationEstimate(
            method: .chaoLowerBound, observed: table.observed, unobserved: missing,
            standardError: Swift.max(0, variance).squareRoot(), fit: nil,
            assumptions: [
                .closedPopulation, .sameTarget, .perfectMatching, .threeIndependentLists, .equalLists,
            ])
    }
}

import RealModule

/// Where a partial likelihood is greatest, in the scaled covariates.
struct CoxMaximum: Sendable {
    let coefficients: [Double]
    let covariance: Matrix
    let nullLogarithm: Double
    let logarithm: Double
    let iterations: Int

    private static let iterationLimit = 50

    init(_ likelihood: PartialLikelihood, events: Int) throws(StatisticsError) {
        var coefficients = [Double](repeating: 0, count: likelihood.columns)
        var value = likelihood.value(at: coefficients)
        nullLogarithm = value.logarithm
        try Self.refuseCollinear(value.information, events: events)
        var iterations = 0
        while true {
            let root: Cholesky
            // At zero the curvature was sound: where it vanished since, the likelihood has gone flat.
            do { root = try Cholesky(value.information) } catch { throw Self.separated(by: coefficients) }
            let step = root.solve(value.score)
            var gain = 0.0
            for (slope, change) in zip(value.score, step) { gain += slope * change }
            guard iterations < Self.iterationLimit, gain.isFinite else { throw Self.unsettled(iterations) }
            iterations += 1
            guard gain > 1e-12 else {
                // A settled estimate has no steps left to take; a likelihood that rises for ever has.
                if likelihood.predictors(step).contains(where: { $0.magnitude > 1e-3 }) {
                    throw Self.separated(by: step)
                }
                for i in coefficients.indices { coefficients[i] += step[i] }
                break
            }
            (coefficients, value) = try Self.improved(likelihood, coefficients, value, step: step, iterations)
        }
        value = likelihood.value(at: coefficients)
        self.coefficients = coefficients
        logarithm = value.logarithm
        do { covariance = try value.information.positiveDefiniteInverse() } catch {
            throw Self.separated(by: coefficients)
        }
        self.iterations = iterations
    }

    /// The step, halved until the likelihood does not fall.
    private static func improved(
        _ likelihood: PartialLikelihood, _ coefficients: [Double], _ value: PartialLikelihood.Value,
        step: [Double], _ iterations: Int
    ) throws(StatisticsError) -> ([Double], PartialLikelihood.Value) {
        var factor = 1.0
        for _ in 0..<40 {
            let next = zip(coefficients, step).map { $0 + factor * $1 }
            let there = likelihood.value(at: next)
            if there.logarithm >= value.logarithm - 1e-13 * value.logarithm.magnitude { return (next, there) }
            factor /= 2
        }
        throw unsettled(iterations)
    }

    private static func refuseCollinear(_ information: Matrix, events: Int) throws(StatisticsError) {
        for (column, value) in information.diagonal.enumerated() where !(value > 1e-12 * Double(events)) {
            throw StatisticsError(
                .notIdentified,
                "Covariate \(column) is the same for all that were at risk together when something ended; "
                    + "leave it out.")
        }
        do { _ = try Cholesky(information) } catch {
            throw StatisticsError(
                .notIdentified,
                "A covariate is a combination of others among those that were at risk together. "
                    + error.message)
        }
    }

    private static func separated(by direction: [Double]) -> StatisticsError {
        var largest = 0.0
        for part in direction { largest = Swift.max(largest, part.magnitude) }
        let columns = direction.indices.filter { direction[$0].magnitude >= 0.1 * largest }
        return StatisticsError(
            .notIdentified,
            "The likelihood rises without end along covariates \(columns): they tell those that end first from "
                + "all others, so that no finite coefficient fits best. Leave them out or merge their categories."
        )
    }

    private static func unsettled(_ iterations: Int) -> StatisticsError {
        StatisticsError(
            .notConverged,
            "The fit did not settle in \(iterations) steps; look for covariates with extreme values.")
    }
}

import RealModule

/// Generalised linear models of counts with a logarithmic link.
///
/// log E(count) = offset + design · coefficients, fitted by iteratively reweighted least squares (Nelder and
/// Wedderburn, 1972). Agrees with R's `glm(family = poisson)` and `MASS::glm.nb`.
enum Regression {
    /// A fitted model.
    struct Fit: Sendable, Hashable {
        /// One per column of the design.
        let coefficients: [Double]
        /// Of the coefficients, with dispersion one.
        let covariance: Matrix
        /// Expected counts.
        let fitted: [Double]
        /// Twice the log-likelihood lost against the model that fits every count.
        let deviance: Double
        /// Σ (count − fitted)² / variance.
        let pearson: Double
        let logLikelihood: Double
        let residualDegreesOfFreedom: Int
        let iterations: Int

        /// With dispersion one.
        var standardErrors: [Double] { covariance.diagonal.map { Double.sqrt($0) } }

        /// Pearson's φ; nil where no degree of freedom is left.
        var dispersion: Double? {
            residualDegreesOfFreedom > 0 ? pearson / Double(residualDegreesOfFreedom) : nil
        }
    }

    /// Poisson: variance = mean.
    ///
    /// - Parameters:
    ///   - counts: not negative, finite; need not be whole (events spread over several periods).
    ///   - design: one row per count, the intercept among its columns if there is one.
    ///   - offset: the logarithm of each count's effort; zero if left out.
    static func poisson(
        counts: [Double], design: Matrix, offset: [Double]? = nil
    ) throws(StatisticsError) -> Fit {
        try fit(counts, design, offset, theta: .infinity, from: nil)
    }

    /// Negative binomial with a known θ: variance = mean + mean² / θ.
    static func negativeBinomial(
        counts: [Double], design: Matrix, offset: [Double]? = nil, theta: Double, from start: Fit? = nil
    ) throws(StatisticsError) -> Fit {
        guard theta > 0 else { throw StatisticsError(.outOfRange, "Theta is \(theta); it must be positive.") }
        return try fit(counts, design, offset, theta: theta, from: start)
    }

    private static func fit(
        _ counts: [Double], _ design: Matrix, _ offset: [Double]?, theta: Double, from start: Fit?
    ) throws(StatisticsError) -> Fit {
        let offset = offset ?? Array(repeating: 0, count: counts.count)
        try check(counts, design, offset)
        let family = CountFamily(theta: theta)
        var fitted = start?.fitted ?? counts.map { $0 + 0.1 }
        var coefficients = start?.coefficients ?? Array(repeating: 0, count: design.columns)
        var deviance = start == nil ? Double.infinity : family.deviance(counts, fitted)
        var iteration = 0
        while iteration < 100 {
            iteration += 1
            let isFirst = iteration == 1 && start == nil
            // The first step solves for the coefficients, the later ones for their change, so that rounding
            // in one step is repaired by the next.
            var working: [Double] = []
            for (i, mean) in fitted.enumerated() {
                let residual = (counts[i] - mean) / mean
                working.append(isFirst ? Double.log(mean) - offset[i] + residual : residual)
            }
            let weights = fitted.map(family.weight)
            // Newton's step by the observed information where there is a start, which a negative binomial
            // likelihood needs to be climbed surely; the expected one is its own for Poisson counts.
            var steepness = weights
            if !isFirst { for i in counts.indices { steepness[i] = family.curvature(counts[i], fitted[i]) } }
            let step = try Cholesky(information(design, steepness)).solve(score(design, weights, working))
            var factor = 1.0
            var moved = coefficients
            var next: (fitted: [Double], deviance: Double) = ([], .nan)
            for _ in 0..<30 {
                for j in moved.indices { moved[j] = coefficients[j] + factor * step[j] }
                let means = Self.means(design, moved, offset)
                next = (means, family.deviance(counts, means))
                if next.deviance.isFinite && (isFirst || next.deviance <= deviance + 1e-9 * (deviance + 1)) {
                    break
                }
                factor /= 2
            }
            guard next.deviance.isFinite else { break }
            var change = 0.0
            for (old, new) in zip(fitted, next.fitted) {
                change = Swift.max(change, Swift.abs(Double.log(new / old)))
            }
            let gain = Swift.abs(deviance - next.deviance) / (Swift.abs(next.deviance) + 0.1)
            (coefficients, fitted, deviance) = (moved, next.fitted, next.deviance)
            if isFirst { continue }
            if change < 1e-10 {
                return try finish(counts, design, fitted, coefficients, deviance, family, iteration)
            }
            // Where the likelihood no longer gains but a mean still falls by a constant factor, its
            // coefficient is on its way to minus infinity.
            if gain < 1e-12 && change > 0.1 {
                throw StatisticsError(
                    .notIdentified,
                    "A group of counts is zero throughout, so that its effect is minus infinity; "
                        + "leave its term out or join it with another.")
            }
        }
        throw StatisticsError(.notConverged, "The regression did not settle within \(iteration) steps.")
    }

    private static func finish(
        _ counts: [Double], _ design: Matrix, _ fitted: [Double], _ coefficients: [Double],
        _ deviance: Double,
        _ family: CountFamily, _ iterations: Int
    ) throws(StatisticsError) -> Fit {
        let covariance = try Cholesky(information(design, fitted.map(family.weight))).inverse()
        var pearson = 0.0
        for (count, mean) in zip(counts, fitted) {
            let residual = count - mean
            pearson += residual * residual / family.variance(mean)
        }
        return Fit(
            coefficients: coefficients, covariance: covariance, fitted: fitted, deviance: deviance,
            pearson: pearson, logLikelihood: family.logLikelihood(counts, fitted),
            residualDegreesOfFreedom: counts.count - design.columns, iterations: iterations)
    }

    private static func check(
        _ counts: [Double], _ design: Matrix, _ offset: [Double]
    ) throws(StatisticsError) {
        guard counts.count == design.rows, counts.count == offset.count else {
            throw StatisticsError(
                .malformedInput,
                "\(counts.count) counts, \(design.rows) rows of the design and \(offset.count) offsets: "
                    + "the three must be equally many.")
        }
        guard counts.count >= design.columns, design.columns > 0 else {
            throw StatisticsError(
                .tooFewData, "\(counts.count) counts cannot carry \(design.columns) coefficients.")
        }
        var total = 0.0
        for (i, count) in counts.enumerated() {
            guard count >= 0, count <= 1e15, offset[i].isFinite, offset[i].magnitude <= 500 else {
                throw StatisticsError(
                    .malformedInput,
                    "Count \(i) is \(count) with offset \(offset[i]); "
                        + "counts are finite and not negative, offsets finite.")
            }
            total += count
        }
        for element in design.elements where !element.isFinite || element.magnitude > 1e100 {
            throw StatisticsError(.malformedInput, "The design holds \(element); its values must be finite.")
        }
        guard total > 0 else {
            throw StatisticsError(.noData, "All counts are zero; there is no rate to fit.")
        }
    }

    private static func means(_ design: Matrix, _ coefficients: [Double], _ offset: [Double]) -> [Double] {
        var result = design * coefficients
        for i in result.indices { result[i] = Double.exp(Swift.max(-700, result[i] + offset[i])) }
        return result
    }

    private static func information(_ design: Matrix, _ weights: [Double]) -> Matrix {
        var result = Matrix(rows: design.columns, columns: design.columns)
        for i in 0..<design.rows {
            for j in 0..<design.columns where design[i, j] != 0 {
                let weighted = weights[i] * design[i, j]
                for k in 0...j { result[j, k] += weighted * design[i, k] }
            }
        }
        for j in 0..<design.columns { for k in 0..<j { result[k, j] = result[j, k] } }
        return result
    }

    private static func score(_ design: Matrix, _ weights: [Double], _ working: [Double]) -> [Double] {
        var result = Array(repeating: 0.0, count: design.columns)
        for i in 0..<design.rows {
            let weighted = weights[i] * working[i]
            for j in 0..<design.columns { result[j] += weighted * design[i, j] }
        }
        return result
    }
}

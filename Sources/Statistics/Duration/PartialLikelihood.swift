import RealModule

/// Cox's partial likelihood of some durations, with its slope and curvature, as a function of coefficients.
///
/// The covariates are centred within each stratum, which changes nothing in the likelihood but keeps its sums
/// free of cancellation, and scaled to a root mean square of one.
struct PartialLikelihood: Sendable {
    /// The value at some coefficients, with its slope and the negative of its curvature.
    struct Value: Sendable {
        var logarithm = 0.0
        var score: [Double]
        var information: Matrix
    }

    let columns: Int
    /// By how much each column was divided.
    let scales: [Double]
    private let rows: [Double]
    private let durations: Durations
    private let strata: [Stratum]
    private let ties: CoxRegression.Ties

    private struct Stratum: Sendable {
        let order: [Int]
        let entryOrder: [Int]
    }

    init(
        _ durations: Durations, covariates: [[Double]], strata: Labels?, ties: CoxRegression.Ties
    ) throws(StatisticsError) {
        self.durations = durations
        self.ties = ties
        columns = covariates.count
        let orders = strata.map { $0.dealing(durations.order) } ?? [durations.order]
        let entryOrders = strata.map { $0.dealing(durations.entryOrder) } ?? [durations.entryOrder]
        self.strata = zip(orders, entryOrders).map { Stratum(order: $0, entryOrder: $1) }
        var rows = [Double](repeating: 0, count: durations.count * covariates.count)
        var scales: [Double] = []
        for (column, values) in covariates.enumerated() {
            let (centred, scale) = try Self.standardized(values, within: orders, column: column)
            for (position, value) in centred.enumerated() {
                rows[position * covariates.count + column] = value
            }
            scales.append(scale)
        }
        self.rows = rows
        self.scales = scales
    }

    private static func standardized(
        _ values: [Double], within strata: [[Int]], column: Int
    ) throws(StatisticsError) -> ([Double], Double) {
        var centred = values
        var largest = 0.0
        var deviation = 0.0
        for stratum in strata {
            let count = Double(stratum.count)
            var mean = 0.0
            for position in stratum { mean += values[position] / count }
            for position in stratum {
                centred[position] -= mean
                largest = Swift.max(largest, values[position].magnitude)
                deviation = Swift.max(deviation, centred[position].magnitude)
            }
        }
        guard deviation.isFinite else {
            throw StatisticsError(
                .malformedInput, "Covariate \(column) spans more than numbers can hold; change its unit.")
        }
        guard deviation > 1e-13 * largest else {
            throw StatisticsError(
                .notIdentified, "Covariate \(column) is the same for all that are compared; leave it out.")
        }
        var sum = 0.0
        for value in centred { sum += (value / deviation) * (value / deviation) }
        let scale = deviation * Double.sqrt(sum / Double(values.count))
        // The square of the scale is in the covariance, which must neither vanish nor become infinite.
        guard scale >= 1e-140, scale <= 1e140 else {
            throw StatisticsError(
                .malformedInput,
                "Covariate \(column) varies by some \(scale); change its unit so that this is nearer to one.")
        }
        for position in centred.indices { centred[position] /= scale }
        return (centred, scale)
    }

    /// The linear predictor of each, zero being the mean of its stratum.
    func predictors(_ coefficients: [Double]) -> [Double] {
        var predictors: [Double] = []
        predictors.reserveCapacity(durations.count)
        for row in 0..<durations.count {
            var sum = 0.0
            for column in 0..<columns { sum += coefficients[column] * rows[row * columns + column] }
            predictors.append(sum)
        }
        return predictors
    }

    func value(at coefficients: [Double]) -> Value {
        let predictors = predictors(coefficients)
        var value = Value(
            score: Array(repeating: 0, count: columns), information: Matrix(rows: columns, columns: columns))
        for stratum in strata { add(stratum, predictors, to: &value) }
        for i in 0..<columns { for j in 0..<i { value.information[j, i] = value.information[i, j] } }
        return value
    }

    /// Walks a stratum back in time, so that those at risk are those already met and not yet taken out.
    private func add(_ stratum: Stratum, _ predictors: [Double], to value: inout Value) {
        var risk = WeightedSums(columns: columns)
        var ended = WeightedSums(columns: columns)
        var place = stratum.order.count
        var entry = stratum.entryOrder.count
        while place > 0 {
            let time = durations.times[stratum.order[place - 1]]
            let last = place
            var events = 0
            while place > 0 && durations.times[stratum.order[place - 1]] == time {
                place -= 1
                let position = stratum.order[place]
                if durations.events[position] { events += 1 }
                risk.add(rows, position, predictor: predictors[position])
            }
            if let entries = durations.entries {
                while entry > 0 && entries[stratum.entryOrder[entry - 1]] >= time {
                    entry -= 1
                    let position = stratum.entryOrder[entry]
                    risk.remove(rows, position, predictor: predictors[position])
                }
            }
            guard events > 0 else { continue }
            if risk.isWorn {
                // Taking out the heaviest leaves rounding errors as large as the rest: sum the rest anew.
                risk = WeightedSums(columns: columns)
                for position in stratum.order[place...] where (durations.entries?[position] ?? -1) < time {
                    risk.add(rows, position, predictor: predictors[position])
                }
            }
            ended.clear(reference: risk.reference)
            for position in stratum.order[place..<last] where durations.events[position] {
                ended.add(rows, position, predictor: predictors[position])
                value.logarithm += predictors[position] - risk.reference
                for i in 0..<columns { value.score[i] += rows[position * columns + i] }
            }
            for turn in 0..<events {
                let fraction = ties == .efron ? Double(turn) / Double(events) : 0
                risk.addTerm(without: ended, fraction: fraction, to: &value)
            }
        }
    }
}

/// Sums over a risk set of exp(predictor), and of that times the covariates and their products.
///
/// Weights are relative to the largest predictor met, so that none overflows.
private struct WeightedSums {
    private let columns: Int
    private(set) var reference = -Double.infinity
    private var weight = 0.0
    private var heaviest = 0.0
    private var first: [Double]
    private var second: [Double]
    private var mean: [Double]

    init(columns: Int) {
        self.columns = columns
        first = Array(repeating: 0, count: columns)
        second = Array(repeating: 0, count: columns * columns)
        mean = first
    }

    /// Whether so much was taken out that what is left is not accurate.
    var isWorn: Bool { weight < 1e-6 * heaviest }

    mutating func clear(reference: Double) {
        self.reference = reference
        weight = 0
        for i in first.indices { first[i] = 0 }
        for i in second.indices { second[i] = 0 }
    }

    mutating func add(_ rows: [Double], _ row: Int, predictor: Double) {
        if predictor > reference {
            let factor = weight == 0 ? 0 : Double.exp(reference - predictor)
            reference = predictor
            weight *= factor
            heaviest *= factor
            for i in first.indices { first[i] *= factor }
            for i in second.indices { second[i] *= factor }
        }
        change(rows, row, by: Double.exp(predictor - reference))
        heaviest = Swift.max(heaviest, weight)
    }

    mutating func remove(_ rows: [Double], _ row: Int, predictor: Double) {
        change(rows, row, by: -Double.exp(predictor - reference))
    }

    private mutating func change(_ rows: [Double], _ row: Int, by amount: Double) {
        weight += amount
        let start = row * columns
        for i in 0..<columns {
            let weighted = amount * rows[start + i]
            first[i] += weighted
            for j in 0...i { second[i * columns + j] += weighted * rows[start + j] }
        }
    }

    /// The term of one end, `fraction` of the weight of those that end at the same time being gone.
    mutating func addTerm(
        without ended: WeightedSums, fraction: Double, to value: inout PartialLikelihood.Value
    ) {
        let total = weight - fraction * ended.weight
        value.logarithm -= Double.log(total)
        for i in 0..<columns {
            mean[i] = (first[i] - fraction * ended.first[i]) / total
            value.score[i] -= mean[i]
            for j in 0...i {
                let index = i * columns + j
                value.information[i, j] +=
                    (second[index] - fraction * ended.second[index]) / total - mean[i] * mean[j]
            }
        }
    }
}

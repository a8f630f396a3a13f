/// The different values of comparable ratings, and how often each occurs in each unit and in all.
struct RatingCategories: Sendable {
    /// How often one value was given to one unit.
    struct Share: Sendable {
        let category: Int
        let count: Double
    }

    struct Unit: Sendable {
        /// Values given to the unit.
        let count: Double
        let shares: [Share]
    }

    /// Ascending, each once.
    let values: [Double]
    /// How often each occurs.
    let totals: [Double]
    let units: [Unit]
    /// How many values there are in all.
    let count: Double
    /// For each value how many lie before it, half of its own among them: the ordinal scale's place of it.
    private let middles: [Double]

    /// - Parameter rows: not empty, each with two values or more, ascending.
    init(_ rows: [[Double]]) {
        let all = rows.flatMap { $0 }.sorted()
        var values: [Double] = []
        var totals: [Double] = []
        for value in all {
            if values.last == value {
                totals[totals.count - 1] += 1
            } else {
                values.append(value)
                totals.append(1)
            }
        }
        var middles: [Double] = []
        var before = 0.0
        for total in totals {
            middles.append(before + total / 2)
            before += total
        }
        var numbers: [Double: Int] = [:]
        for (number, value) in values.enumerated() { numbers[value] = number }
        var units: [Unit] = []
        for row in rows {
            var shares: [Share] = []
            for value in row {
                guard let number = numbers[value] else { continue }
                if let last = shares.last, last.category == number {
                    shares[shares.count - 1] = Share(category: number, count: last.count + 1)
                } else {
                    shares.append(Share(category: number, count: 1))
                }
            }
            units.append(Unit(count: Double(row.count), shares: shares))
        }
        self.values = values
        self.totals = totals
        self.units = units
        self.middles = middles
        count = Double(all.count)
    }

    /// δ² between two values, given by their numbers.
    func distance(_ first: Int, _ second: Int, _ scale: MeasurementScale) -> Double {
        switch scale {
        case .nominal:
            return first == second ? 0 : 1
        case .ordinal:
            let between = middles[first] - middles[second]
            return between * between
        case .interval:
            let difference = values[first] - values[second]
            return difference * difference
        case .ratio:
            let sum = values[first] + values[second]
            guard sum > 0 else { return 0 }
            let share = (values[first] - values[second]) / sum
            return share * share
        }
    }

    /// Σ δ² over all ordered pairs of values, whichever units they belong to.
    func sumOfDistances(_ scale: MeasurementScale) -> Double {
        switch scale {
        case .nominal:
            var sum = 0.0
            for total in totals { sum += total * (count - total) }
            return sum
        case .ordinal:
            return squaredDifferences(of: middles)
        case .interval:
            return squaredDifferences(of: values)
        case .ratio:
            var sum = 0.0
            for first in values.indices {
                for second in 0..<first {
                    sum += 2 * totals[first] * totals[second] * distance(first, second, scale)
                }
            }
            return sum
        }
    }

    /// Σ (x − y)² over all ordered pairs, which is 2n Σ (x − mean)².
    private func squaredDifferences(of positions: [Double]) -> Double {
        // Measured from one of them, so that a large common part does not drown the differences.
        let origin = positions[0]
        var mean = 0.0
        for (position, total) in zip(positions, totals) { mean += (position - origin) * (total / count) }
        var sum = 0.0
        for (position, total) in zip(positions, totals) {
            let deviation = position - origin - mean
            sum += total * deviation * deviation
        }
        return 2 * count * sum
    }
}

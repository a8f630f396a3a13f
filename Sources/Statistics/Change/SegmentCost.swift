import RealModule

/// What it costs to give the observations from one place up to another a single level: twice the negative log
/// likelihood at the best level, up to a constant of the whole series.
///
/// Cutting a stretch in two never makes it dearer, which is what lets PELT forget old starting points.
protocol SegmentCost {
    /// The cost of the observations `start..<end`; never asked of an empty stretch.
    func cost(_ start: Int, _ end: Int) -> Double
    /// The costs of all stretches from the given starts, each before `end`, up to there.
    ///
    /// The innermost loop of the search; both buffers are equally long.
    func fill(
        _ costs: UnsafeMutableBufferPointer<Double>, from starts: UnsafeBufferPointer<Int>, to end: Int)
}

extension SegmentCost {
    func fill(
        _ costs: UnsafeMutableBufferPointer<Double>, from starts: UnsafeBufferPointer<Int>, to end: Int
    ) {
        for place in starts.indices { costs[place] = cost(starts[place], end) }
    }
}

/// Normal values with one known variance: Σ(x − mean)² / variance.
struct MeanCost: SegmentCost {
    let moments: RunningMoments
    let precision: Double

    func cost(_ start: Int, _ end: Int) -> Double { moments.squares(start, end) * precision }
}

/// Normal values whose variance is free but for a least value: n log 2πv + Σ(x − mean)² / v.
struct MeanAndVarianceCost: SegmentCost {
    let moments: RunningMoments
    let smallestVariance: Double

    func variance(_ start: Int, _ end: Int) -> Double {
        Swift.max(smallestVariance, moments.squares(start, end) / Double(end - start))
    }

    func cost(_ start: Int, _ end: Int) -> Double {
        let variance = variance(start, end)
        return Double(end - start) * Double.log(2 * .pi * variance) + moments.squares(start, end) / variance
    }
}

/// Poisson counts: −2 S log(S / E) for S events in exposure E.
struct RateCost: SegmentCost {
    let events: [Double]
    let effort: [Double]

    func cost(_ start: Int, _ end: Int) -> Double {
        let sum = events[end] - events[start]
        return sum > 0 ? -2 * sum * Double.log(sum / (effort[end] - effort[start])) : 0
    }
}

/// Poisson counts of equally long periods, with the logarithms of all whole numbers that can occur looked up:
/// the search asks for some hundred times more costs than there are different logarithms.
struct CountCost: SegmentCost {
    let events: [Double]
    private let logarithms: [Double]

    init(events: [Double]) {
        self.events = events
        logarithms = wholeLogarithms(through: Swift.max(Int(events[events.count - 1]), events.count))
    }

    func cost(_ start: Int, _ end: Int) -> Double {
        let sum = events[end] - events[start]
        return 2 * sum * (logarithms[end - start] - logarithms[Int(sum)])
    }

    // Without the bounds checks of arrays, which would take longer than the rest. Starts lie before the end
    // within the series, so every index is that of `cost`.
    func fill(
        _ costs: UnsafeMutableBufferPointer<Double>, from starts: UnsafeBufferPointer<Int>, to end: Int
    ) {
        events.withUnsafeBufferPointer { events in
            logarithms.withUnsafeBufferPointer { logarithms in
                let before = events[end]
                for place in starts.indices {
                    let start = starts[place]
                    let sum = before - events[start]
                    costs[place] = 2 * sum * (logarithms[end - start] - logarithms[Int(sum)])
                }
            }
        }
    }
}

/// log 1, log 2 … at their own index; zero at zero, where a sum of no events makes the product zero anyway.
func wholeLogarithms(through last: Int) -> [Double] {
    var logarithms = Array(repeating: 0.0, count: last + 1)
    for number in stride(from: 2, through: last, by: 1) { logarithms[number] = Double.log(Double(number)) }
    return logarithms
}

/// Sums of values and their squares up to each place, from which the squares within a stretch follow at once.
///
/// The values are taken from their overall mean first: the squares within a stretch do not change, and far
/// fewer digits cancel.
struct RunningMoments: Sendable {
    let center: Double
    let sums: [Double]
    let squareSums: [Double]

    var count: Int { sums.count - 1 }

    init(_ values: [Double]) throws(StatisticsError) {
        guard !values.isEmpty else { throw StatisticsError(.noData, "There are no values.") }
        var mean = 0.0
        for (index, value) in values.enumerated() {
            // Squares of larger numbers, added up, would leave the range of a Double.
            guard value.magnitude <= 1e140 else {
                throw StatisticsError(
                    .malformedInput, "Value \(index) is \(value); give finite numbers of at most 1e140.")
            }
            mean += (value - mean) / Double(index + 1)
        }
        center = mean
        var sums = [0.0]
        var squareSums = [0.0]
        sums.reserveCapacity(values.count + 1)
        squareSums.reserveCapacity(values.count + 1)
        for (index, value) in values.enumerated() {
            let distance = value - mean
            sums.append(sums[index] + distance)
            squareSums.append(squareSums[index] + distance * distance)
        }
        self.sums = sums
        self.squareSums = squareSums
    }

    /// Refuses a variance beside which the squares are so large that their rounding would outweigh a penalty
    /// and cut equal values apart.
    func check(variance: Double) throws(StatisticsError) {
        guard squareSums[count] <= 1e13 * variance else {
            throw StatisticsError(
                .outOfRange,
                "The values scatter by \(squareSums[count] / Double(count)) around their mean, beside which "
                    + "the variance \(variance) is lost; give the variance around the level, in their units."
            )
        }
    }

    func mean(_ start: Int, _ end: Int) -> Double { center + (sums[end] - sums[start]) / Double(end - start) }

    /// Σ(x − mean)² over a stretch.
    func squares(_ start: Int, _ end: Int) -> Double {
        let sum = sums[end] - sums[start]
        return Swift.max(0, squareSums[end] - squareSums[start] - sum * sum / Double(end - start))
    }
}

/// A figure that stands without a clock: one time over another, both measured in this run.
struct Ratio {
    var name: String
    var value: Double
    var meaning: String

    func print() {
        let rounded = (value * 100).rounded() / 100
        Swift.print("\(name): \(rounded) (\(meaning))")
    }
}

/// The middle of several measurements, in seconds.
func median(of runs: Int = 5, _ work: () -> Void) -> Double {
    let clock = ContinuousClock()
    var times: [Double] = []
    for _ in 0..<runs {
        let duration = clock.measure(work)
        times.append(Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18)
    }
    return times.sorted()[runs / 2]
}

/// How long answers took, in microseconds.
struct Latencies: Sendable {
    private var times: [Double] = []

    mutating func append(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        times.append(Double(seconds) * 1e6 + Double(attoseconds) * 1e-12)
    }

    mutating func append(_ other: Latencies) { times += other.times }

    var count: Int { times.count }

    /// The smallest time that so many of a thousand answers did not exceed.
    func milliseconds(_ perMille: Int) -> Double {
        let sorted = times.sorted()
        guard !sorted.isEmpty else { return 0 }
        return sorted[min(sorted.count - 1, sorted.count * perMille / 1000)] / 1000
    }

    /// One line of JSON.
    func line(_ seconds: Double, _ what: String) -> String {
        let rate = Double(count) / seconds
        let shown = [500, 900, 990, 999].map { "\"p\($0)\":\((milliseconds($0) * 100).rounded() / 100)" }
        return "{\(what),\"count\":\(count),\"seconds\":\((seconds * 1000).rounded() / 1000),"
            + "\"perSecond\":\(Int(rate)),\"milliseconds\":{\(shown.joined(separator: ","))}}"
    }
}

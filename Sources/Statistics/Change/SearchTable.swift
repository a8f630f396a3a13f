/// What the search for changes knows so far: the best segmentation up to each end, and the starts of a last
/// segment that can still win.
struct SearchTable {
    /// The least criterion of the observations before each end; less one penalty at zero, since the first
    /// segment is no change.
    private(set) var best: [Double]
    /// Where the last segment before each end begins in the best segmentation.
    private var previous: [Int]
    /// The starts that can still win, in order, and the first end for which each no longer comes into
    /// question; the first `used` places count.
    private var starts: [Int]
    private var expiries: [Int]
    private var used = 0
    /// The earliest of the expiries.
    private var nextExpiry = Int.max
    private var sums: [Double]
    private let count: Int
    private let penalty: Double

    init(count: Int, penalty: Double) {
        self.count = count
        self.penalty = penalty
        best = Array(repeating: .infinity, count: count + 1)
        best[0] = -penalty
        previous = Array(repeating: 0, count: count + 1)
        starts = previous
        expiries = previous
        sums = best
    }

    mutating func admit(_ start: Int) {
        starts[used] = start
        expiries[used] = .max
        used += 1
    }

    mutating func dropExpired(at end: Int) {
        guard nextExpiry <= end else { return }
        nextExpiry = .max
        var kept = 0
        for place in 0..<used where expiries[place] > end {
            starts[kept] = starts[place]
            expiries[kept] = expiries[place]
            nextExpiry = Swift.min(nextExpiry, expiries[kept])
            kept += 1
        }
        used = kept
    }

    /// Finds the best start for a segment that ends before `end`, and the starts that are beaten for good.
    ///
    /// Buffers take the place of arrays here because bounds checks would take longer than the rest; every
    /// start is at most `end`, and the logarithms reach to `count`.
    mutating func settle<Cost: SegmentCost>(_ end: Int, cost: Cost, logarithms: [Double], least: Int) {
        let used = used
        let later = logarithms[count - end]
        var (lowest, winner, expires) = (Double.infinity, 0, false)
        starts.withUnsafeBufferPointer { starts in
            let starts = UnsafeBufferPointer(rebasing: starts[..<used])
            sums.withUnsafeMutableBufferPointer { sums in
                cost.fill(UnsafeMutableBufferPointer(rebasing: sums[..<used]), from: starts, to: end)
                logarithms.withUnsafeBufferPointer { logarithms in
                    best.withUnsafeBufferPointer { best in
                        for place in 0..<used {
                            let start = starts[place]
                            let sum = best[start] + sums[place]
                            let offer = sum + logarithms[end - start]
                            sums[place] = sum + (logarithms[count - start] - later)
                            if offer < lowest { (lowest, winner) = (offer, start) }
                        }
                    }
                }
            }
        }
        lowest += penalty
        best[end] = lowest
        previous[end] = winner
        // From `end + least` on, every segmentation with a segment from such a start can be bettered by
        // cutting at `end` as well. Under the modified criterion the two cuts trade log(T − start) for
        // log(T − end); their difference, added above, is least at the end of the series.
        sums.withUnsafeBufferPointer { sums in
            expiries.withUnsafeMutableBufferPointer { expiries in
                for place in 0..<used where sums[place] >= lowest && expiries[place] == .max {
                    expiries[place] = end + least
                    expires = true
                }
            }
        }
        if expires { nextExpiry = Swift.min(nextExpiry, end + least) }
    }

    /// One past the last observation of each segment of the best segmentation of all.
    var ends: [Int] {
        var ends: [Int] = []
        var end = count
        while end > 0 {
            ends.append(end)
            end = previous[end]
        }
        return ends.reversed()
    }
}

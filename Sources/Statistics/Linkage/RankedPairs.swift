/// The pairs that score at least the floor, ready to be looked up and to be walked best first.
///
/// Pairs of one score have one rank, the best score having rank zero.
struct RankedPairs: Sendable {
    private static let rankBits = 12
    private static let rankMask: UInt64 = 1 << 12 - 1
    private static let rowBits = 26

    /// Ascending by the two rows: the smaller row, the larger row, the rank.
    private let keys: [UInt64]
    /// Where in the keys each row begins as the smaller one, and the end.
    private let starts: [UInt32]
    /// The score of every rank, descending.
    private let scores: [Double]
    /// The places in `keys` of the pairs that reach the threshold, by rank, then by numbers.
    private(set) var strong: [UInt32] = []
    /// The places in `keys` of the pairs that reach the review's lower end but not the threshold, likewise.
    private(set) var doubtful: [UInt32] = []

    init(_ candidates: CandidatePairs, scores: [Double], threshold: Double, review: Double, floor: Double) {
        let ranked = Set(scores).filter { $0 >= floor }.sorted(by: >)
        self.scores = ranked
        var rankOfScore: [Double: UInt64] = [:]
        for (rank, score) in ranked.enumerated() { rankOfScore[score] = UInt64(rank) }
        let ranks = scores.map { rankOfScore[$0] ?? .max }

        var keys: [UInt64] = []
        let pairMask: UInt64 = 1 << 52 - 1
        for pair in candidates.pairs {
            let rank = ranks[CandidatePairs.Packed.pattern(pair)]
            if rank != .max { keys.append((pair & pairMask) << UInt64(Self.rankBits) | rank) }
        }
        RadixSort.sort(&keys, firstBit: Self.rankBits) { $0 }
        self.keys = keys

        var starts = [UInt32](repeating: 0, count: candidates.table.count + 1)
        for key in keys { starts[Self.first(key) + 1] += 1 }
        for row in 0..<candidates.table.count { starts[row + 1] += starts[row] }
        self.starts = starts

        var walked: [RadixSort.Keyed] = []
        for (place, key) in keys.enumerated() where ranked[Int(key & Self.rankMask)] >= review {
            let numbers = candidates.table.numberOrder(Self.first(key), Self.second(key))
            walked.append(.init(key: (key & Self.rankMask) << 52 | numbers, index: UInt32(place)))
        }
        RadixSort.sort(&walked) { $0.key }
        for element in walked {
            if ranked[Int(element.key >> 52)] >= threshold {
                strong.append(element.index)
            } else {
                doubtful.append(element.index)
            }
        }
    }

    func first(_ place: UInt32) -> Int { Self.first(keys[Int(place)]) }
    func second(_ place: UInt32) -> Int { Self.second(keys[Int(place)]) }
    func score(_ place: UInt32) -> Double { scores[Int(keys[Int(place)] & Self.rankMask)] }

    /// Whether two rows are a pair that reaches the floor.
    func contains(_ one: Int, _ other: Int) -> Bool {
        let smaller = min(one, other)
        let larger = max(one, other)
        var low = Int(starts[smaller])
        var high = Int(starts[smaller + 1])
        while low < high {
            let middle = (low + high) / 2
            let row = Self.second(keys[middle])
            if row == larger { return true }
            if row < larger { low = middle + 1 } else { high = middle }
        }
        return false
    }

    private static func first(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: key >> UInt64(rankBits + rowBits))
    }

    private static func second(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key >> UInt64(rankBits)) & (1 << 26 - 1))
    }
}

/// How often, of two things, the one with the higher predicted risk ended first.
///
/// Pairs are comparable if one was seen to end while the other was at risk and lasted longer; of an end and a
/// censoring at the same time, the end came first. Pairs that both ended at the same time are not counted.
/// With strata, both of a pair are of one stratum. As `concordance` of R's `coxph` (Harrell, 1982).
public struct Concordance: Sendable, Hashable {
    /// The pairs in which the higher risk ended first.
    public let concordant: Int
    /// The pairs in which the lower risk ended first.
    public let discordant: Int
    /// The comparable pairs of equal risk.
    public let tied: Int

    /// The share of concordant pairs, those of equal risk counting half; nil if no two can be compared.
    public var index: Double? {
        let pairs = concordant + discordant + tied
        return pairs > 0 ? (Double(concordant) + Double(tied) / 2) / Double(pairs) : nil
    }

    /// Compares predicted risks with what happened; risks are finite.
    init(_ durations: Durations, risks: [Double], strata: Labels?) {
        // Ranks, equal for equal risks.
        let ascending = AscendingOrder.of(risks)
        var ranks = [Int](repeating: 0, count: risks.count)
        var rank = 0
        for (place, position) in ascending.enumerated() {
            if place > 0 && risks[position] != risks[ascending[place - 1]] { rank += 1 }
            ranks[position] = rank
        }
        let orders = strata.map { $0.dealing(durations.order) } ?? [durations.order]
        let entryOrders = strata.map { $0.dealing(durations.entryOrder) } ?? [durations.entryOrder]
        var tree = RankCounts(ranks: rank + 1)
        var concordant = 0
        var discordant = 0
        var tied = 0
        for (order, entryOrder) in zip(orders, entryOrders) {
            var place = order.count
            var entry = entryOrder.count
            while place > 0 {
                let time = durations.times[order[place - 1]]
                let last = place
                // The censored outlast those that end at the same time; these are compared before they join.
                while place > 0 && durations.times[order[place - 1]] == time {
                    place -= 1
                    if !durations.events[order[place]] { tree.change(ranks[order[place]], by: 1) }
                }
                if let entries = durations.entries {
                    while entry > 0 && entries[entryOrder[entry - 1]] >= time {
                        entry -= 1
                        tree.change(ranks[entryOrder[entry]], by: -1)
                    }
                }
                for position in order[place..<last] where durations.events[position] {
                    let below = tree.count(below: ranks[position])
                    let upTo = tree.count(below: ranks[position] + 1)
                    concordant += below
                    tied += upTo - below
                    discordant += tree.total - upTo
                }
                for position in order[place..<last] where durations.events[position] {
                    tree.change(ranks[position], by: 1)
                }
            }
            tree.clear()
        }
        self.concordant = concordant
        self.discordant = discordant
        self.tied = tied
    }
}

/// Counts by rank whose running sums take logarithmic time (Fenwick, 1994).
private struct RankCounts {
    private var sums: [Int]
    private(set) var total = 0

    init(ranks: Int) { sums = Array(repeating: 0, count: ranks + 1) }

    mutating func change(_ rank: Int, by amount: Int) {
        total += amount
        var index = rank + 1
        while index < sums.count {
            sums[index] += amount
            index += index & -index
        }
    }

    func count(below rank: Int) -> Int {
        var index = rank
        var count = 0
        while index > 0 {
            count += sums[index]
            index &= index - 1
        }
        return count
    }

    mutating func clear() {
        total = 0
        for index in sums.indices { sums[index] = 0 }
    }
}

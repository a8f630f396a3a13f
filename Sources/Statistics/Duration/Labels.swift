/// Groups or strata named by any whole numbers, renumbered from zero.
struct Labels: Sendable, Hashable {
    /// The names that occur, ascending.
    let names: [Int]
    /// The place of each one's name among the names.
    let indices: [Int]

    init(_ labels: [Int]) {
        var names = labels.sorted()
        var kept = 0
        for (position, name) in names.enumerated() where position == 0 || name != names[kept - 1] {
            names[kept] = name
            kept += 1
        }
        names.removeLast(names.count - kept)
        var indices: [Int] = []
        indices.reserveCapacity(labels.count)
        for label in labels {
            var low = 0
            var high = names.count - 1
            while low < high {
                let middle = low + (high - low) / 2
                if names[middle] < label { low = middle + 1 } else { high = middle }
            }
            indices.append(low)
        }
        self.names = names
        self.indices = indices
    }

    /// The positions of an order, dealt out to the names and in the same order within each.
    func dealing(_ order: [Int]) -> [[Int]] {
        var hands = [[Int]](repeating: [], count: names.count)
        for position in order { hands[indices[position]].append(position) }
        return hands
    }
}

/// Joins rows into clusters, best pairs first, within bounds.
///
/// Two clusters are joined only if no source would stand in the result twice, every pair across them scores at
/// least the floor, and no person keeps any two of them apart. Rows that a person linked begin as one cluster
/// and vouch for each other: of them one pair across has to reach the floor, and their sources may repeat.
struct BoundedClustering {
    /// For every row, the smallest row of its cluster.
    private(set) var cluster: [UInt32]
    /// How many pairs above the threshold were kept apart by the bounds.
    private(set) var refusals = 0
    private let table: ReportTable
    private let settled: SettledReports
    private let links: RankedPairs
    /// A ring through the rows of every cluster.
    private var next: [UInt32]
    /// A ring through the rows of every group that a person linked.
    private let nextInGroup: [UInt32]

    init(_ candidates: CandidatePairs, _ links: RankedPairs) {
        table = candidates.table
        settled = candidates.settled
        self.links = links
        cluster = (0..<UInt32(candidates.table.count)).map { $0 }
        next = cluster
        // Every group that a person linked begins as one cluster.
        for row in settled.group.indices {
            let group = settled.group[row]
            if group != row { Self.splice(&next, Int(group), row) }
            cluster[row] = group
        }
        nextInGroup = next
        for position in links.strong { join(links.first(position), links.second(position)) }
        // Duplicates stand where the row that speaks for them stands.
        for row in cluster.indices { cluster[row] = cluster[Int(settled.speaker[row])] }
    }

    private mutating func join(_ one: Int, _ other: Int) {
        guard cluster[one] != cluster[other] else { return }
        guard canJoin(one, other) else {
            refusals += 1
            return
        }
        let kept = min(cluster[one], cluster[other])
        let moved = Int(max(cluster[one], cluster[other]))
        var row = moved
        repeat {
            cluster[row] = kept
            row = Int(next[row])
        } while row != moved
        Self.splice(&next, one, other)
    }

    private func canJoin(_ one: Int, _ other: Int) -> Bool {
        let hasApart = !settled.apart.isEmpty
        var left = one
        repeat {
            if hasApart, let apart = settled.apart[UInt32(left)],
                apart.contains(where: { cluster[Int($0)] == cluster[other] })
            {
                return false
            }
            let isLeader = settled.group[left] == left
            var right = other
            repeat {
                if table.sources[left] == table.sources[right] { return false }
                if isLeader && settled.group[right] == right && !vouch(left, right) { return false }
                right = Int(next[right])
            } while right != other
            left = Int(next[left])
        } while left != one
        return true
    }

    /// Whether some pair across two groups that persons linked reaches the floor.
    private func vouch(_ one: Int, _ other: Int) -> Bool {
        var left = one
        repeat {
            var right = other
            repeat {
                if links.contains(left, right) { return true }
                right = Int(nextInGroup[right])
            } while right != other
            left = Int(nextInGroup[left])
        } while left != one
        return false
    }

    /// Makes one ring of two, or two of one.
    private static func splice(_ ring: inout [UInt32], _ one: Int, _ other: Int) { ring.swapAt(one, other) }

    /// Whether two clusters could be joined without a source standing twice.
    func sourcesFit(_ one: Int, _ other: Int) -> Bool {
        var left = one
        repeat {
            var right = other
            repeat {
                if table.sources[left] == table.sources[right] { return false }
                right = Int(next[right])
            } while right != other
            left = Int(next[left])
        } while left != one
        return true
    }
}

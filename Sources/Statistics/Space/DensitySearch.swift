/// The working state of one search for density clusters. Points are meant by their places in the sorted grid.
struct DensitySearch {
    private let points: [GeographicPoint]
    private let grid: SphereGrid
    private let limit: Double
    private let minimumPoints: Int
    private var isCore: [Bool]
    /// For each cell how many of its points are core.
    private var coreCounts: [Int]
    /// For core points the next step towards their cluster's representative, for border points their core
    /// point, for others themselves.
    private var parents: [Int]

    init(_ points: [GeographicPoint], radius: Double, minimumPoints: Int) {
        self.points = points
        self.minimumPoints = minimumPoints
        grid = SphereGrid(points, radius: radius)
        // From half the globe on nothing is too far, whatever the rounding of the last digit says.
        let reachesAll = radius >= .pi * GeographicPoint.earthRadius
        limit = reachesAll ? .infinity : UnitVector.squaredChord(ofArc: radius)
        isCore = Array(repeating: false, count: points.count)
        coreCounts = Array(repeating: 0, count: grid.cellCount)
        parents = Array(points.indices)
    }

    private func isDense(_ cell: Int) -> Bool {
        grid.cellsAreTight && grid.range(of: cell).count >= minimumPoints
    }

    mutating func findCores() {
        let vectors = grid.vectors
        var neighbours = Array(repeating: 1, count: vectors.count)
        for cell in 0..<grid.cellCount {
            let range = grid.range(of: cell)
            if grid.cellsAreTight {
                for i in range { neighbours[i] = range.count }
                continue
            }
            for i in range {
                for j in (i + 1)..<range.upperBound where isNear(vectors[i], vectors[j]) {
                    neighbours[i] += 1
                    neighbours[j] += 1
                }
            }
        }
        for pair in grid.nearby {
            let (first, second) = (Int(pair.first), Int(pair.second))
            if isDense(first) && isDense(second) { continue }
            let others = grid.range(of: second)
            for i in grid.range(of: first) {
                let vector = vectors[i]
                var found = 0
                for j in others where isNear(vector, vectors[j]) {
                    neighbours[j] += 1
                    found += 1
                }
                neighbours[i] += found
            }
        }
        for cell in coreCounts.indices {
            for i in grid.range(of: cell) where neighbours[i] >= minimumPoints {
                isCore[i] = true
                coreCounts[cell] += 1
            }
        }
    }

    mutating func joinCores() {
        let vectors = grid.vectors
        for cell in coreCounts.indices where coreCounts[cell] > 0 {
            let cores = grid.range(of: cell).filter { isCore[$0] }
            for (n, i) in cores.enumerated() {
                if grid.cellsAreTight {
                    if n > 0 { join(cores[0], i) }
                } else {
                    for j in cores[..<n] where isNear(vectors[i], vectors[j]) { join(i, j) }
                }
            }
        }
        for pair in grid.nearby {
            let (first, second) = (Int(pair.first), Int(pair.second))
            if coreCounts[first] > 0 && coreCounts[second] > 0 { joinCells(first, second) }
        }
    }

    private mutating func joinCells(_ first: Int, _ second: Int) {
        let others = grid.range(of: second)
        for i in grid.range(of: first) where isCore[i] {
            for j in others where isCore[j] {
                // In tight cells all cores are joined, so that one link between two cells is all there is to find.
                let wereJoined = representative(of: i) == representative(of: j)
                if wereJoined {
                    if grid.cellsAreTight { return }
                } else if isNear(grid.vectors[i], grid.vectors[j]) {
                    join(i, j)
                    if grid.cellsAreTight { return }
                }
            }
        }
    }

    mutating func adoptBorders() {
        var nearest = Array(repeating: Double.infinity, count: parents.count)
        for cell in coreCounts.indices { adopt(cell, by: cell, &nearest) }
        for pair in grid.nearby {
            adopt(Int(pair.first), by: Int(pair.second), &nearest)
            adopt(Int(pair.second), by: Int(pair.first), &nearest)
        }
    }

    @inline(__always)
    private mutating func adopt(_ cell: Int, by other: Int, _ nearest: inout [Double]) {
        let (range, others) = (grid.range(of: cell), grid.range(of: other))
        guard coreCounts[other] > 0, coreCounts[cell] < range.count else { return }
        for i in range where !isCore[i] {
            let vector = grid.vectors[i]
            for j in others where isCore[j] {
                let chord = vector.squaredChord(to: grid.vectors[j])
                guard chord <= limit, chord <= nearest[i] else { continue }
                if chord == nearest[i], !precedes(j, parents[i]) { continue }
                nearest[i] = chord
                parents[i] = j
            }
        }
    }

    /// Whether one point lies further south than another, or as far south and further west.
    private func precedes(_ one: Int, _ other: Int) -> Bool {
        let (first, second) = (points[grid.order[one]], points[grid.order[other]])
        return (first.latitude, first.longitude) < (second.latitude, second.longitude)
    }

    /// The answer in the order of the input.
    var clusters: DensityClusters {
        var tops = parents
        // A core point's parent comes before it in the grid, so one pass upwards finds every representative.
        for i in tops.indices where isCore[i] { tops[i] = tops[tops[i]] }
        var representatives = Array(repeating: -1, count: points.count)
        var cores = Array(repeating: false, count: points.count)
        for i in tops.indices {
            let top = isCore[i] ? tops[i] : tops[parents[i]]
            if isCore[top] { representatives[grid.order[i]] = top }
            cores[grid.order[i]] = isCore[i]
        }
        var numbers = Array(repeating: -1, count: points.count)
        var labels: [Int] = []
        labels.reserveCapacity(points.count)
        var count = 0
        for representative in representatives {
            guard representative >= 0 else {
                labels.append(-1)
                continue
            }
            if numbers[representative] < 0 {
                numbers[representative] = count
                count += 1
            }
            labels.append(numbers[representative])
        }
        return DensityClusters(count: count, labels: labels, isCore: cores)
    }

    @inline(__always)
    private func isNear(_ one: UnitVector, _ other: UnitVector) -> Bool {
        one.squaredChord(to: other) <= limit
    }

    private mutating func representative(of point: Int) -> Int {
        var top = point
        while parents[top] != top {
            // Halving the path keeps later walks short.
            parents[top] = parents[parents[top]]
            top = parents[top]
        }
        return top
    }

    private mutating func join(_ one: Int, _ other: Int) {
        let (first, second) = (representative(of: one), representative(of: other))
        parents[Swift.max(first, second)] = Swift.min(first, second)
    }
}

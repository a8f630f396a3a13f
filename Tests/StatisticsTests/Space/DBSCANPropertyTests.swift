import Testing

@testable import Statistics

/// DBSCAN as it is defined, every distance a haversine: slow and plain.
private struct PlainDBSCAN {
    let labels: [Int]
    let isCore: [Bool]

    init(_ points: [GeographicPoint], radius: Double, minimumPoints: Int) {
        let all = points.indices
        let near = all.map { i in all.filter { points[i].distance(to: points[$0]) <= radius } }
        let isCore = near.map { $0.count >= minimumPoints }
        var labels = Array(repeating: -1, count: points.count)
        for seed in all where isCore[seed] && labels[seed] < 0 {
            labels[seed] = seed
            var open = [seed]
            while let next = open.popLast() {
                for other in near[next] where isCore[other] && labels[other] < 0 {
                    labels[other] = seed
                    open.append(other)
                }
            }
        }
        let cores = labels
        for i in all where !isCore[i] {
            let reach = near[i].filter { isCore[$0] }
            let nearest = reach.min { one, other in
                let (a, b) = (points[one], points[other])
                return (points[i].distance(to: a), a.latitude, a.longitude)
                    < (points[i].distance(to: b), b.latitude, b.longitude)
            }
            if let nearest { labels[i] = cores[nearest] }
        }
        var numbers: [Int: Int] = [:]
        self.isCore = isCore
        self.labels = labels.map { label in
            if label < 0 { return -1 }
            if numbers[label] == nil { numbers[label] = numbers.count }
            return numbers[label] ?? -1
        }
    }
}

@Suite struct `Clusters of random places` {
    /// Some hot spots and some scatter, with a few places repeated, in a box of so many degrees around a middle.
    func places(
        _ count: Int, around middle: (Double, Double), spread: Double, seed: UInt64
    ) throws -> [GeographicPoint] {
        var generator = SeededGenerator(seed: seed)
        var spots: [(Double, Double)] = []
        for _ in 0..<6 { spots.append((generator.uniform() - 0.5, generator.uniform() - 0.5)) }
        var points: [GeographicPoint] = []
        while points.count < count {
            if let last = points.last, generator.uniform() < 0.1 {
                points.append(last)
                continue
            }
            var offset = (generator.uniform() - 0.5, generator.uniform() - 0.5)
            if generator.uniform() < 0.7 {
                let spot = spots[Int(generator.uniform() * 6)]
                offset = (spot.0 + generator.normal() * 0.04, spot.1 + generator.normal() * 0.04)
            }
            let latitude = middle.0 + offset.0 * spread
            let longitude = middle.1 + offset.1 * spread
            guard abs(latitude) <= 90, longitude >= -180, longitude <= 360 else { continue }
            points.append(try GeographicPoint(latitude: latitude, longitude: longitude))
        }
        return points
    }

    /// Middle, spread in degrees, radius in kilometres.
    static let worlds: [(middle: (Double, Double), spread: Double, radius: Double)] = [
        ((39.9, 46.7), 1, 3), ((0, 0), 0.5, 1), ((-17, 180), 1, 3), ((89.5, 20), 2, 4), ((-89.9, 20), 0.4, 2),
        ((20, 30), 300, 700), ((39.9, 46.7), 1e-4, 0.0003), ((10, 10), 0.01, 0.03), ((45, 90), 90, 9000),
    ]

    @Test(arguments: worlds.indices)
    func `are those of the plain definition`(world: Int) throws {
        let (middle, spread, radius) = Self.worlds[world]
        for (seed, minimum) in [(1, 1), (2, 2), (3, 4), (4, 8), (5, 20)] {
            let points = try places(300, around: middle, spread: spread, seed: UInt64(seed * 100 + world))
            let found = try DBSCAN.clusters(of: points, radius: radius, minimumPoints: minimum)
            let plain = PlainDBSCAN(points, radius: radius, minimumPoints: minimum)
            #expect(found.isCore == plain.isCore)
            #expect(found.labels == plain.labels)
            #expect(found.count == (plain.labels.max() ?? -1) + 1)
        }
    }

    @Test func `are the same in any order`() throws {
        let points = try places(1500, around: (39.9, 46.7), spread: 2, seed: 11)
        let found = try DBSCAN.clusters(of: points, radius: 3, minimumPoints: 6)
        #expect(found.count > 3 && found.noise.count > 100 && found.isCore.contains(false))
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<5 {
            let order = points.indices.shuffled(using: &generator)
            let shuffled = try DBSCAN.clusters(of: order.map { points[$0] }, radius: 3, minimumPoints: 6)
            let sets = Set(shuffled.members.map { Set($0.map { order[$0] }) })
            #expect(sets == Set(found.members.map { Set($0) }))
        }
    }

    @Test func `are the same wherever the meridian of zero lies`() throws {
        let points = try places(1500, around: (39.9, 46.7), spread: 2, seed: 21)
        let found = try DBSCAN.clusters(of: points, radius: 3, minimumPoints: 6)
        for turn in [1.0, 90, 133.3, 180, 250] {
            var turned: [GeographicPoint] = []
            for point in points {
                turned.append(
                    try GeographicPoint(latitude: point.latitude, longitude: point.longitude + turn))
            }
            #expect(try DBSCAN.clusters(of: turned, radius: 3, minimumPoints: 6) == found)
        }
    }

    @Test func `are the same on the other hemisphere`() throws {
        let points = try places(1500, around: (39.9, 46.7), spread: 2, seed: 31)
        let found = try DBSCAN.clusters(of: points, radius: 3, minimumPoints: 6)
        let mirrored = try points.map { try GeographicPoint(latitude: -$0.latitude, longitude: $0.longitude) }
        #expect(try DBSCAN.clusters(of: mirrored, radius: 3, minimumPoints: 6) == found)
    }
}

import Testing

@testable import Statistics

@Suite struct `Clusters of places on the Earth` {
    /// Shellings around Stepanakert, Shusha and Aghdam, one of them between two towns, one far off.
    let karabakh: [(Double, Double)] = [
        (39.815, 46.752), (39.818, 46.750), (39.812, 46.755), (39.816, 46.748),
        (39.760, 46.748), (39.758, 46.750), (39.762, 46.751), (39.761, 46.745),
        (39.991, 46.930), (39.993, 46.927), (39.989, 46.932),
        (39.500, 46.400),
    ]

    func points(_ degrees: [(Double, Double)]) throws -> [GeographicPoint] {
        try degrees.map { try GeographicPoint(latitude: $0.0, longitude: $0.1) }
    }

    func isRefused(_ code: StatisticsError.Code, _ radius: Double, _ minimum: Int) -> Bool {
        do {
            _ = try DBSCAN.clusters(of: points(karabakh), radius: radius, minimumPoints: minimum)
            return false
        } catch {
            return (error as? StatisticsError)?.code == code
        }
    }

    @Test func `a quarter of the equator is a quarter of the way around`() throws {
        let (start, east) = (try points([(0, 0)])[0], try points([(0, 90)])[0])
        let pole = try points([(90, 33)])[0]
        let quarter = GeographicPoint.earthRadius * Double.pi / 2
        for distance in [start.distance(to: east), east.distance(to: pole), pole.distance(to: start)] {
            #expect(abs(distance - quarter) < 1e-9)
        }
        #expect(try points([(12, 359)])[0] == points([(12, -1)])[0])
        #expect(try points([(12, 180)])[0] == points([(12, -180)])[0])
    }

    @Test func `a place off the Earth is refused`() {
        for (latitude, longitude) in [
            (90.1, 0.0), (-.infinity, 0), (.nan, 0), (0, 361), (0, -181), (0, .nan),
        ] {
            #expect(throws: StatisticsError(.malformedInput, "")) {
                try GeographicPoint(latitude: latitude, longitude: longitude)
            }
        }
    }

    @Test func `three towns make three clusters and a lone event is noise`() throws {
        let found = try DBSCAN.clusters(of: points(karabakh), radius: 1, minimumPoints: 3)
        #expect(found.count == 3)
        #expect(found.labels == [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, -1])
        #expect(found.members == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10]])
        #expect(found.noise == [11])
        #expect(found.role(of: 0) == .core(0) && found.role(of: 11) == .noise)
    }

    @Test func `the point itself counts, so a minimum of one leaves no noise`() throws {
        let found = try DBSCAN.clusters(of: points(karabakh), radius: 0.001, minimumPoints: 1)
        #expect(found.count == 12 && found.noise.isEmpty)
    }

    @Test func `a border point between two clusters goes to its nearest core point`() throws {
        // Two towns on the equator, each core with three neighbours of its own, and an event between them.
        let left = [(0, 0.0), (0.01, 0.0), (-0.01, 0), (0, -0.01)]
        let right = [(0, 0.0198), (0.01, 0.0198), (-0.01, 0.0198), (0, 0.0298)]
        let all = try points(left + right + [(0, 0.01)])
        let found = try DBSCAN.clusters(of: all, radius: 1.12, minimumPoints: 4)
        #expect(found.labels == [0, 0, 0, 0, 1, 1, 1, 1, 1])
        #expect(found.role(of: 8) == .border(1) && found.role(of: 4) == .core(1))
        let reversed = try DBSCAN.clusters(of: all.reversed(), radius: 1.12, minimumPoints: 4)
        #expect(reversed.labels == [0, 0, 0, 0, 0, 1, 1, 1, 1])
    }

    @Test func `a border point midway between two clusters goes south, then west`() throws {
        // Mirrored at zero, so that the two distances are equal to the last digit.
        let west = [(0, -0.01), (0.01, -0.01), (-0.01, -0.01), (0, -0.02)]
        let all = west.map { ($0.0, -$0.1) } + west + [(0, 0)]
        #expect(
            try DBSCAN.clusters(of: points(all), radius: 1.12, minimumPoints: 4).role(of: 8) == .border(1))
        let south = all.map { ($0.1, $0.0) }
        #expect(
            try DBSCAN.clusters(of: points(south), radius: 1.12, minimumPoints: 4).role(of: 8) == .border(1))
        let backwards = try DBSCAN.clusters(of: points(south.reversed()), radius: 1.12, minimumPoints: 4)
        #expect(backwards.labels == [0, 0, 0, 0, 0, 1, 1, 1, 1])
    }

    @Test func `the date line and the poles are places like any other`() throws {
        let dateLine = [(-17.0, 179.995), (-17.0, -179.995), (-17.003, 180.0), (-16.997, -180.0)]
        #expect(try DBSCAN.clusters(of: points(dateLine), radius: 1.1, minimumPoints: 4).count == 1)
        let pole = (0..<12).map { (89.999, Double($0) * 30 - 180) }
        #expect(try DBSCAN.clusters(of: points(pole), radius: 0.3, minimumPoints: 12).count == 1)
        #expect(try DBSCAN.clusters(of: points(pole), radius: 0.2, minimumPoints: 12).noise.count == 12)
        #expect(
            try DBSCAN.clusters(of: points(pole.map { (-$0.0, $0.1) }), radius: 0.3, minimumPoints: 12).count
                == 1)
    }

    @Test func `a radius of half the globe reaches everything`() throws {
        let ends = [(90.0, 0.0), (-90.0, 0.0), (0.0, 0.0), (0.0, 180.0), (45, 45), (-45, -135)]
        for radius in [Double.pi * GeographicPoint.earthRadius, 1e5, 1e300] {
            let found = try DBSCAN.clusters(of: points(ends), radius: radius, minimumPoints: 6)
            #expect(found.count == 1 && found.isCore == Array(repeating: true, count: 6))
        }
    }

    @Test func `thousands of events at one place are one cluster and cost little`() throws {
        let town = try points([(39.815, 46.752)])[0]
        let found = try DBSCAN.clusters(
            of: Array(repeating: town, count: 20_000), radius: 2, minimumPoints: 10)
        #expect(found.count == 1 && found.noise.isEmpty)
        let tiny = try DBSCAN.clusters(
            of: Array(repeating: town, count: 1000), radius: 1e-9, minimumPoints: 10)
        #expect(tiny.count == 1 && tiny.noise.isEmpty)
    }

    @Test func `no point makes no cluster, and senseless parameters are refused`() throws {
        #expect(try DBSCAN.clusters(of: [], radius: 2, minimumPoints: 3).labels.isEmpty)
        for radius in [0, -1, .nan, .infinity] { #expect(isRefused(.outOfRange, radius, 3)) }
        #expect(isRefused(.outOfRange, 2, 0))
        #expect(try DBSCAN.clusters(of: points(karabakh), radius: 2, minimumPoints: .max).count == 0)
    }
}

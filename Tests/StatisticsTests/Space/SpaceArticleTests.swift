import Statistics
import Testing

/// The examples of the article on space, as a reader would type them.
@Suite struct `Examples of the article on space` {
    @Test func `shellings in clusters`() throws {
        let shellings = [
            (39.815, 46.752), (39.818, 46.750), (39.812, 46.755),  // Stepanakert
            (39.760, 46.748), (39.758, 46.750), (39.762, 46.751),  // Shusha
            (39.991, 46.930),  // Aghdam
        ]
        var points: [GeographicPoint] = []
        for (latitude, longitude) in shellings {
            points.append(try GeographicPoint(latitude: latitude, longitude: longitude))
        }
        let found = try DBSCAN.clusters(of: points, radius: 1, minimumPoints: 3)
        #expect(found.labels == [0, 0, 0, 1, 1, 1, -1])
    }

    @Test func `incidents against hours of patrol`() throws {
        let incidents = [9, 8, 1, 1, 2, 1]
        let patrolHours = [100.0, 100, 100, 100, 100, 100]
        let posts = ScanPlaces.plane(x: [0, 5, 20, 26, 33, 40], y: [0, 1, 0, 2, 1, 0])
        let found = try ScanStatistic.poisson(
            cases: incidents, population: patrolHours, at: posts, simulations: 999, seed: 1)
        #expect(found.clusters[0].members == [0, 1] && found.clusters[0].cases == 17)
        #expect(abs(found.clusters[0].expected - 7.333) < 0.001)
        #expect(found.clusters[0].pValue < 0.01)
    }
}

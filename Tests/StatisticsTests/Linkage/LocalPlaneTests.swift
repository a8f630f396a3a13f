import Statistics
import Testing

@Suite struct `A local plane of kilometres` {
    @Test func `has 111.195 kilometres in a degree of latitude`() throws {
        let plane = try LocalPlane(latitude: 40, longitude: 46.75)
        let north = try plane.place(latitude: 41, longitude: 46.75)
        #expect((north.y - 111.195).magnitude < 1e-3)
        #expect(north.x == 0)
        // Aghdam to Füzuli: 47.125 km by the haversine formula.
        let aghdam = try plane.place(latitude: 39.9911, longitude: 46.9297)
        let fuzuli = try plane.place(latitude: 39.6003, longitude: 47.1431)
        let apart =
            ((aghdam.x - fuzuli.x) * (aghdam.x - fuzuli.x) + (aghdam.y - fuzuli.y) * (aghdam.y - fuzuli.y))
            .squareRoot()
        #expect((apart - 47.125).magnitude < 0.1)
    }

    @Test func `crosses the date line by the shorter way`() throws {
        let plane = try LocalPlane(latitude: -17, longitude: 179.5)
        let east = try plane.place(latitude: -17, longitude: -179.5)
        #expect(east.x > 0)
        #expect(east.x < 110)
        let west = try LocalPlane(latitude: -17, longitude: -179.5).place(latitude: -17, longitude: 179.5)
        #expect((east.x + west.x).magnitude < 1e-9)
    }

    @Test func `refuses what is no point of the Earth`() throws {
        let plane = try LocalPlane(latitude: 0, longitude: 0)
        for value in [Double.nan, .infinity, 181, -181] {
            #expect(throws: StatisticsError(.outOfRange, "")) {
                try plane.place(latitude: value, longitude: 0)
            }
            #expect(throws: StatisticsError(.outOfRange, "")) {
                try plane.place(latitude: 0, longitude: value)
            }
            #expect(throws: StatisticsError(.outOfRange, "")) {
                try LocalPlane(latitude: value, longitude: 0)
            }
            #expect(throws: StatisticsError(.outOfRange, "")) {
                try LocalPlane(latitude: 0, longitude: value)
            }
        }
        #expect(throws: StatisticsError(.outOfRange, "")) { try LocalPlane(latitude: 89, longitude: 0) }
    }
}

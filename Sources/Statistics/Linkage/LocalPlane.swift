import RealModule

/// A plane of kilometres around a point of the Earth, on which the places of reports are compared.
///
/// Equirectangular projection: x = R cos φ₀ (λ − λ₀), y = R (φ − φ₀), with R = 6371.0088 km (the mean radius
/// of the IUGG). Differences of y are exact on the sphere; those of x are off by the factor cos φ / cos φ₀,
/// which at 40° is 1.5 % for every degree of latitude from the origin. Good for a region of a few hundred
/// kilometres, not for a continent.
public struct LocalPlane: Sendable, Hashable {
    /// The latitude of the origin in degrees.
    public let latitude: Double
    /// The longitude of the origin in degrees.
    public let longitude: Double
    private let kilometresEast: Double

    private static let kilometresNorth = GeographicPoint.earthRadius * Double.pi / 180

    /// The plane whose origin is a point given in degrees.
    ///
    /// - Throws: ``StatisticsError`` `.outOfRange` beyond 85° of latitude or 180° of longitude.
    public init(latitude: Double, longitude: Double) throws(StatisticsError) {
        guard latitude >= -85, latitude <= 85, longitude >= -180, longitude <= 180 else {
            throw StatisticsError(
                .outOfRange,
                "A local plane needs an origin within ±85° of latitude and ±180° of longitude, not "
                    + "(\(latitude), \(longitude)).")
        }
        self.latitude = latitude
        self.longitude = longitude
        kilometresEast = Self.kilometresNorth * Double.cos(latitude * .pi / 180)
    }

    /// The place of a point given in degrees, by the shorter way around the Earth.
    ///
    /// - Throws: ``StatisticsError`` `.outOfRange` beyond 90° of latitude or 180° of longitude.
    public func place(latitude: Double, longitude: Double) throws(StatisticsError) -> EventReport.Place {
        guard latitude >= -90, latitude <= 90, longitude >= -180, longitude <= 180 else {
            throw StatisticsError(
                .outOfRange, "(\(latitude), \(longitude)) is not a latitude and a longitude in degrees.")
        }
        var east = longitude - self.longitude
        if east > 180 { east -= 360 }
        if east < -180 { east += 360 }
        return .init(
            x: east * kilometresEast, y: (latitude - self.latitude) * Self.kilometresNorth)
    }
}

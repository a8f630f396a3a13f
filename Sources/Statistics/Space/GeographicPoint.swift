import RealModule

/// A place on the Earth, taken as a sphere.
public struct GeographicPoint: Sendable, Hashable {
    /// The mean radius of the Earth in kilometres, (2a + b) / 3 of the reference ellipsoid (Moritz, 2000).
    public static let earthRadius = 6371.0088

    /// In degrees, north positive, from −90 to 90.
    public let latitude: Double
    /// In degrees, east positive, from −180 up to but without 180.
    public let longitude: Double

    /// A place from degrees.
    ///
    /// Longitudes from −180 to 360 are taken, as both customs are in use, and kept from −180 to 180.
    /// - Throws: `malformedInput` for a value that is outside these ranges or not a number.
    public init(latitude: Double, longitude: Double) throws(StatisticsError) {
        guard latitude >= -90, latitude <= 90 else {
            throw StatisticsError(
                .malformedInput, "The latitude is \(latitude); degrees from -90 to 90 are expected.")
        }
        guard longitude >= -180, longitude <= 360 else {
            throw StatisticsError(
                .malformedInput, "The longitude is \(longitude); degrees from -180 to 360 are expected.")
        }
        self.latitude = latitude
        self.longitude = longitude >= 180 ? longitude - 360 : longitude
    }

    /// The length of the shorter arc of the great circle between two places, in kilometres.
    ///
    /// Haversine formula (Sinnott, 1984): 2R asin √(sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2)).
    public func distance(to other: GeographicPoint) -> Double {
        let perDegree = Double.pi / 180
        let north = Double.sin((latitude - other.latitude) * perDegree / 2)
        let east = Double.sin((longitude - other.longitude) * perDegree / 2)
        let shrinkage = Double.cos(latitude * perDegree) * Double.cos(other.latitude * perDegree)
        let haversine = north * north + shrinkage * east * east
        return 2 * Self.earthRadius * Double.asin(Double.sqrt(Swift.min(1, haversine)))
    }
}

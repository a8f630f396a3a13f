import RealModule

/// A place as a vector of length one from the Earth's centre.
///
/// The straight chord between two such vectors grows with the arc between them, so that comparing squared chords
/// puts distances in the order of the haversine formula, without any trigonometry, and neither the poles nor the
/// date line are special.
struct UnitVector: Sendable, Hashable {
    let x: Double
    let y: Double
    let z: Double

    init(_ point: GeographicPoint) {
        let latitude = point.latitude * (Double.pi / 180)
        let longitude = point.longitude * (Double.pi / 180)
        let equatorial = Double.cos(latitude)
        x = equatorial * Double.cos(longitude)
        y = equatorial * Double.sin(longitude)
        z = Double.sin(latitude)
    }

    @inline(__always)
    func squaredChord(to other: UnitVector) -> Double {
        let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
        return dx * dx + dy * dy + dz * dz
    }

    /// The square of the chord under an arc of so many kilometres; 4, the diameter's, from half the globe on.
    static func squaredChord(ofArc kilometres: Double) -> Double {
        let half = Swift.min(kilometres / GeographicPoint.earthRadius, .pi) / 2
        let chord = 2 * Double.sin(half)
        return chord * chord
    }
}

/// Where the places of a spatial scan lie: on a plane or on the Earth.
public enum ScanPlaces: Sendable, Hashable {
    /// Two coordinates of each place in any one unit, such as kilometres of a map projection.
    case plane(x: [Double], y: [Double])
    /// Degrees; distances are great circles in kilometres.
    case sphere([GeographicPoint])

    /// How many places there are.
    public var count: Int {
        switch self {
        case .plane(let x, _): x.count
        case .sphere(let points): points.count
        }
    }

    func check() throws(StatisticsError) {
        guard case .plane(let x, let y) = self else { return }
        guard x.count == y.count else {
            throw StatisticsError(
                .malformedInput, "\(x.count) x and \(y.count) y coordinates; every place needs both.")
        }
        for i in x.indices where !(x[i].magnitude <= 1e100 && y[i].magnitude <= 1e100) {
            throw StatisticsError(
                .malformedInput, "Place \(i) lies at (\(x[i]), \(y[i])); finite coordinates are expected.")
        }
    }

    /// A function that grows with the distance between two places: its square, or the chord's.
    func separation() -> (Int, Int) -> Double {
        switch self {
        case .plane(let x, let y):
            return { i, j in
                let (dx, dy) = (x[i] - x[j], y[i] - y[j])
                return dx * dx + dy * dy
            }
        case .sphere(let points):
            let vectors = points.map { UnitVector($0) }
            return { i, j in vectors[i].squaredChord(to: vectors[j]) }
        }
    }

    /// The distance between two places: in the coordinates' unit, or in kilometres.
    func distance(from i: Int, to j: Int) -> Double {
        switch self {
        case .plane(let x, let y): (x[i] - x[j]).hypotenuse(with: y[i] - y[j])
        case .sphere(let points): points[i].distance(to: points[j])
        }
    }

    /// The coordinates by which places are put into an order that does not depend on the input's.
    func position(of i: Int) -> (Double, Double) {
        switch self {
        case .plane(let x, let y): (x[i], y[i])
        case .sphere(let points): (points[i].latitude, points[i].longitude)
        }
    }
}

extension Double {
    fileprivate func hypotenuse(with other: Double) -> Double {
        let (long, short) = (Swift.max(magnitude, other.magnitude), Swift.min(magnitude, other.magnitude))
        guard long > 0 else { return 0 }
        let share = short / long
        return long * (1 + share * share).squareRoot()
    }
}

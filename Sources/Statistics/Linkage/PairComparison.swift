/// Finds the pattern of a pair of reports.
///
/// The mixed-radix number of the levels of distance, time, type (3), weapon (3) and casualties (4), the last
/// level of each of these three being what is missing.
struct PairComparison: Sendable {
    private let squares: [Double]
    private let hours: [Double]

    init(_ levels: ComparisonLevels) {
        squares = levels.kilometres.map { $0 * $0 }
        hours = levels.hours
    }

    /// The pattern of two reports that are some hours and, squared, some kilometres apart.
    @inline(__always)
    func pattern(_ one: PlacedReport, _ other: PlacedReport, apart: Double, square: Double) -> Int {
        var distance = 0
        for edge in squares where square > edge { distance += 1 }
        var time = 0
        for edge in hours where apart > edge { time += 1 }
        let type = Self.code(one.type, other.type)
        let weapon = Self.code(one.weapon, other.weapon)
        let isMissing = one.casualties < 0 || other.casualties < 0
        let casualties = isMissing ? 3 : min(2, Int((one.casualties - other.casualties).magnitude))
        return (((distance * (hours.count + 1) + time) * 3 + type) * 3 + weapon) * 4 + casualties
    }

    /// The pattern of two reports, the farthest bin of distance standing for a missing place.
    func pattern(_ one: PlacedReport, _ other: PlacedReport) -> Int {
        let east = one.x - other.x
        let north = one.y - other.y
        let square = east * east + north * north
        return pattern(
            one, other, apart: (one.hours - other.hours).magnitude, square: square.isNaN ? .infinity : square)
    }

    @inline(__always)
    private static func code(_ one: Int32, _ other: Int32) -> Int {
        one < 0 || other < 0 ? 2 : one == other ? 0 : 1
    }
}

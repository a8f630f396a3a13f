import RealModule

/// Density-based clusters of places on the Earth.
///
/// DBSCAN (Ester, Kriegel, Sander and Xu, 1996) with great-circle distances. A *core* point has at least
/// `minimumPoints` points within the radius, itself among them. Core points within the radius of each other, and
/// so on from one to the next, make a cluster. A point that is not core but within the radius of one is a
/// *border* point; all others are noise.
///
/// The original leaves a border point between two clusters to the order of the input. Here it belongs to its
/// nearest core point (of two equally near ones, to the one further south, then further west), so that the
/// clusters are the same whatever the order. Core points, noise and the clusters' core parts agree with R's
/// `dbscan::dbscan` and scikit-learn's `DBSCAN`.
public enum DBSCAN {
    /// Finds the clusters.
    ///
    /// Time grows with the number of points times the number within about twice the radius of each; cells that
    /// hold `minimumPoints` or more are settled without counting, so that many events at one place cost little. Two
    /// dense places just beyond the radius from each other, and radii under some 20 metres, cost the square.
    /// - Parameters:
    ///   - points: at most 2³¹ − 1 places; the same place may occur often.
    ///   - radius: in kilometres, positive, both ends included; known as ε.
    ///   - minimumPoints: at least one; the point itself counts.
    /// - Returns: an empty answer for no points.
    /// - Throws: `outOfRange` for a radius that is not positive and finite, or a minimum below one.
    public static func clusters(
        of points: [GeographicPoint], radius: Double, minimumPoints: Int
    ) throws(StatisticsError) -> DensityClusters {
        guard radius > 0, radius.isFinite else {
            throw StatisticsError(
                .outOfRange, "The radius is \(radius) km; it must be positive and finite.")
        }
        guard minimumPoints >= 1 else {
            throw StatisticsError(
                .outOfRange, "The minimum of points is \(minimumPoints); it must be one or more.")
        }
        guard points.count <= Int(Int32.max) else {
            throw StatisticsError(
                .outOfRange, "\(points.count) points are more than \(Int32.max); split them by region.")
        }
        var search = DensitySearch(points, radius: radius, minimumPoints: minimumPoints)
        search.findCores()
        search.joinCores()
        search.adoptBorders()
        return search.clusters
    }
}

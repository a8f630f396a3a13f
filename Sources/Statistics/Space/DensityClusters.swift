/// Clusters of points found by their density, and the points that belong to none.
public struct DensityClusters: Sendable, Hashable {
    /// What a point is to the clusters.
    public enum Role: Sendable, Hashable {
        /// Enough points lie around it; it belongs to the cluster of this number.
        case core(Int)
        /// Too few lie around it, but it is within reach of a core point of this cluster.
        case border(Int)
        /// In no cluster.
        case noise
    }

    /// How many clusters there are; they are numbered from zero by their first point in the input.
    public let count: Int
    /// For each point of the input its cluster's number, or −1 for noise.
    public let labels: [Int]
    /// For each point of the input whether it is a core point.
    public let isCore: [Bool]

    /// The role of the point at an index of the input.
    public func role(of index: Int) -> Role {
        let label = labels[index]
        if label < 0 { return .noise }
        return isCore[index] ? .core(label) : .border(label)
    }

    /// For each cluster the indices of its points, ascending.
    public var members: [[Int]] {
        var result = Array(repeating: [Int](), count: count)
        for (index, label) in labels.enumerated() where label >= 0 { result[label].append(index) }
        return result
    }

    /// The indices of the points in no cluster, ascending.
    public var noise: [Int] { labels.indices.filter { labels[$0] < 0 } }
}

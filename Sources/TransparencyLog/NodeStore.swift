/// A tree in memory that answers for every complete subtree at once.
public struct NodeStore: NodeSource, Sendable {
    private var levels: [[Hash]] = []

    /// The frontier after the last leaf.
    public private(set) var frontier = Frontier()

    /// An empty tree.
    public init() {}

    /// A tree as its leaves give it.
    public init(leafHashes: some Sequence<Hash>) {
        for hash in leafHashes { append(leafHash: hash) }
    }

    /// The hashes of all leaves, in order.
    public var leafHashes: [Hash] { levels.first ?? [] }

    /// The number of leaves.
    public var size: Int { frontier.size }

    /// The root of the whole tree.
    public var root: Hash { frontier.root }

    /// Adds one leaf; constant time on average over many.
    public mutating func append(leafHash: Hash) {
        var levels = levels
        self.levels = []
        frontier.append(leafHash: leafHash) { level, _, hash in
            if level == levels.count { levels.append([]) }
            levels[level].append(hash)
        }
        self.levels = levels
    }

    public func node(level: Int, index: Int) throws(LogError) -> Hash {
        guard levels.indices.contains(level), levels[level].indices.contains(index) else {
            throw LogError(
                .missingNode, "A tree of \(size) leaves has no complete node \(index) at level \(level).",
                section: "RFC 6962 §2.1")
        }
        return levels[level][index]
    }
}

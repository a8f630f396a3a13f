package import TransparencyLog

extension Frontier {
    /// A node that an archive keeps so that proofs and tiles need not be computed from all leaves.
    package struct TileNode: Hashable, Sendable {
        /// In levels of tiles, so eight of the tree; at least 1, since level 0 holds the leaves themselves.
        package let level: Int
        package let index: Int
        package let hash: Hash

        package init(level: Int, index: Int, hash: Hash) {
            self.level = level
            self.index = index
            self.hash = hash
        }
    }

    /// Adds leaves and reports the nodes that they complete.
    package mutating func append(_ entries: [ArchivedEntry]) -> [TileNode] {
        var nodes: [TileNode] = []
        for entry in entries {
            append(leafHash: entry.leafHash) { level, index, hash in
                if level > 0, level.isMultiple(of: 8) {
                    nodes.append(TileNode(level: level / 8, index: index, hash: hash))
                }
            }
        }
        return nodes
    }
}

/// Whatever holds the nodes of a tree that will never change: a database, tiles on a disk, memory.
public protocol NodeSource {
    /// The root of the complete subtree of 2^`level` leaves that starts at leaf `index` · 2^`level`.
    /// Level 0 holds the leaf hashes.
    /// - Throws: `missingNode` if the source does not hold it; other failures are translated into that code
    ///   too.
    func node(level: Int, index: Int) throws(LogError) -> Hash
}

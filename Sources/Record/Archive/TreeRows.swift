package import TransparencyLog

/// Whatever holds the hashes of a tree as tiles do: an archive, or the tiles that a log publishes.
package protocol TreeRows: Sendable {
    /// The roots of the complete subtrees of 256^`level` leaves, at most `limit` from subtree `from` on: what the tiles
    /// of that level hold.
    func hashes(level: Int, from: Int, limit: Int) async throws(ArchiveError) -> [Hash]
}

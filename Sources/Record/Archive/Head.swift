package import TransparencyLog

/// How far a record has come: its size and root with the log's signature, and what the tree needs in order to grow.
package struct Head: Hashable, Sendable {
    package var frontier: Frontier
    package var root: Hash
    /// The checkpoint as a signed note.
    package var note: SignedNote

    package init(frontier: Frontier, root: Hash, note: SignedNote) {
        self.frontier = frontier
        self.root = root
        self.note = note
    }

    package var size: Int { frontier.size }
}

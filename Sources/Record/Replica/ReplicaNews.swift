package import TransparencyLog

/// What a replica tells while it works, for whoever watches.
package enum ReplicaNews: Sendable, Hashable {
    /// The log's key was taken from the source, since nobody stated it.
    case trusting(VerifierKey)
    /// How many entries have arrived, of how many, in how many bytes; the first of them came in an earlier run.
    case arrived(entries: Int, of: Int, bytes: Int)
    /// Everything has arrived, and is checked.
    case checking(Int)
    /// So many files that entries refer to are there, and so many are not at the source.
    case attachments(present: Int, missing: Int)
    /// The entries did not make the root: those from this one on are asked for again.
    case askingAgain(from: Int)
}

/// What following a source came to.
package enum ReplicaOutcome: Sendable, Hashable {
    /// The source has the head that is held.
    case same(size: Int)
    case grown(from: Int, to: Int)
    /// The source shows less than is held here: it is behind, or was set back. What is held stays.
    case stale(theirs: Int, ours: Int)
    /// The log has told two stories. What is held stays; the proof lies in the file.
    case forked(ForkProof, file: String)
}

package import Ceasefire
package import TransparencyLog

/// The log's answer to an act that is durably in it.
package struct Receipt: Hashable, Sendable {
    package let index: Int
    /// The SHA-256 of the payload.
    package let id: TextDigest
    package let received: Instant
    /// Whether the payload was in the log before.
    package let isRepeated: Bool
    /// The checkpoint of a size that includes the entry, signed by the log.
    package let note: SignedNote
    /// From the entry to the checkpoint's root.
    package let inclusion: [Hash]

    /// The same as a file that proves the entry without asking anybody.
    package var proof: LogProof {
        get throws(LogError) { try LogProof(index: index, hashes: inclusion, note: note) }
    }
}

/// What became of an envelope that was handed in.
package enum Submission: Sendable {
    case logged(Receipt)
    /// Nothing was written; the client keeps the act.
    case refused(AdmissionRefusal)
    /// It is not known whether the act was written. Handing the same envelope in again is safe.
    case failed(ArchiveError)
}

package import Ceasefire

/// A ceasefire's history as a person wrote it: a header and the acts in their order, read and without a mistake.
package struct History: Hashable, Sendable {
    package var header: HistoryHeader
    package var acts: [HistoryAct]
    /// The files that acts refer to by their digests, each once.
    package var attachments: [HistoryAttachment]
}

/// One act of a history, with all that an entry says about it but the signature.
package struct HistoryAct: Hashable, Sendable {
    /// Counted from 1. Played, it is the index of the act's entry, since entry 0 opens the process.
    package var number: Int
    package var file: String
    package var line: Int
    package var label: String?
    /// Whose key signs; the recorder's, where absent.
    package var by: ParticipantID?
    package var actor: ParticipantID?
    package var onBehalfOf: ParticipantID?
    /// `nil` where the act is performed.
    package var occurred: Moment?
    package var source: Source?
    package var language: String?
    /// What the log's clock shows when the act arrives; in exercises only.
    package var received: Instant?
    /// Whether the act's key is generated, or named, when it is played; until then its place is held by an empty one.
    package var generatesKey: Bool
    package var act: Act
}

/// A file that is attached to the record by its digest.
package struct HistoryAttachment: Hashable, Sendable {
    package var digest: TextDigest
    /// Below the folder of the history.
    package var file: String
    package var bytes: [UInt8]
}

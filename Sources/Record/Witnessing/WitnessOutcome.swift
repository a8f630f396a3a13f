/// What became of asking one witness for one head.
package enum WitnessOutcome: Hashable, Sendable {
    case cosigned
    /// It has cosigned a head of this size, more than the record has.
    case ahead(Int)
    /// It has cosigned another history of the first so many entries.
    case contradicted(Int)
    /// It answers, and does not cosign; why, in its words.
    case refused(status: Int, String)
    case silent
}

/// Whether a record may take entries: whoever restores an old backup and goes on would fork the log.
package enum RollbackCheck: Hashable, Sendable {
    /// At least one witness has seen no more than there is.
    case passed(answered: [String])
    /// This witness has cosigned more entries than there are, or others.
    case wentBack(witness: String, WitnessOutcome)
    /// Witnesses are configured, and none can say.
    case unanswered([String: WitnessOutcome])
}

package import TransparencyLog

extension SignedNote {
    /// The head of `log` that the note states, once the log's own signature is found on it.
    /// - Throws: as ``verified(by:)``, `malformedCheckpoint` where the note is no head, `wrongKey` where it is another log's.
    package func head(of log: VerifierKey) throws(LogError) -> Checkpoint {
        _ = try verified(by: [log])
        let head = try Checkpoint(parsing: text)
        guard head.origin == log.name else {
            throw LogError(.wrongKey, "It is of \(head.origin).", section: "tlog-checkpoint v1.0.0")
        }
        return head
    }
}

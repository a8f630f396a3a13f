package import TransparencyLog

extension SeenHead {
    /// What an author who trusts `note` has seen: its size and root with the signature by `log`.
    /// - Throws: as ``SignedNote/verified(by:)`` where the log has not signed it.
    package init(_ note: SignedNote, signedBy log: VerifierKey) throws(LogError) {
        _ = try note.verified(by: [log])
        let checkpoint = try Checkpoint(parsing: note.text)
        guard let line = note.signatures.first(where: { $0.names(log) }) else {
            throw LogError(
                .noKnownSignature, "\(log.name) has not signed the head.", section: "signed-note v1.0.0")
        }
        let id = [24, 16, 8, 0].map { UInt8(line.keyID >> $0 & 255) }
        self.init(size: checkpoint.size, root: checkpoint.root, signature: id + line.signature)
    }

    /// The checkpoint with the log's signature alone, as a witness or another client knows it.
    package func note(of origin: String) throws(LogError) -> SignedNote {
        let text = try Checkpoint(origin: origin, size: size, root: root).text
        return try SignedNote(
            parsing: text + Array("\n— \(origin) ".utf8) + Base64.encode(signature) + [UInt8(ascii: "\n")]
        )
    }

    /// Whether the log has signed this head.
    package func isSigned(by log: VerifierKey) -> Bool {
        guard let note = try? note(of: log.name) else { return false }
        return (try? note.verified(by: [log])) != nil
    }
}

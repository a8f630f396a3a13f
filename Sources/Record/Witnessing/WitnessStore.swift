package import TransparencyLog

/// What a witness remembers: of each log the last head that it cosigned. It must never forget or go back, since its
/// cosignature says that it has seen no other history.
package protocol WitnessStore: Sendable {
    /// `nil` if nothing was ever cosigned for this log.
    func head(of origin: String) async throws(ArchiveError) -> Witness.Head?

    /// The last checkpoint with the signatures of log and witness, by the SHA-256 of the log's origin in hexadecimal.
    func note(ofHash hash: String) async throws(ArchiveError) -> SignedNote?

    /// Replaces the head that the acceptance replaces, durably before it returns.
    /// - Parameter cosigned: the accepted note with the witness's own signature.
    /// - Returns: `false`, with nothing changed, if another head is stored by now.
    func replace(
        _ acceptance: Witness.Acceptance, cosigned: SignedNote
    ) async throws(ArchiveError) -> Bool
}

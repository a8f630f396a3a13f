import Ceasefire
import Record

/// An entry whose body is kept back.
struct SealedEntry {
    var index: Int
    var seal: Seal
    var author: ParticipantID
    var record: RecordID

    /// What was sealed, out of the vault.
    func content(in vault: Vault, with key: RecipientKey) throws -> SealedContent {
        do throws(VaultFault) {
            return try vault.item(seal.act.commitment).opened(with: key, by: author, in: record)
        } catch {
            guard error.code == .missing, case .destroyed(let entry) = seal.state else { throw error }
            throw VaultFault(
                .missing,
                "What entry \(index) had sealed is destroyed, as entry \(entry) says. It cannot be had from the vault."
            )
        }
    }
}

package import Ceasefire

extension Ledger {
    /// Whether an act opens exactly what was sealed.
    func checkSeal(_ act: Act) throws(AdmissionRefusal) {
        guard case .reference(.unsealed(let opening)) = act, let record,
            let seal = process.reference.seals[opening.entry],
            let author = process.authorship[opening.entry]
        else { return }
        let digest = Commitment.digest(of: opening.act.body, salt: opening.salt, by: author, in: record)
        guard digest == seal.act.commitment else { throw .sealDiffers(opening.entry) }
    }

    /// The sealed entry with this index, and who sealed it; `nil` where there is none.
    package func seal(at index: Int) -> (seal: Seal, author: ParticipantID)? {
        guard let seal = process.reference.seals[index], let author = process.authorship[index] else {
            return nil
        }
        return (seal, author)
    }
}

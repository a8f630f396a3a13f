import Ceasefire
import TransparencyLog

extension Verifier {
    /// That the old log signed the head named was checked with entry 0; here, whether the old record has it.
    func checkPredecessor(
        _ ledger: Ledger, _ verification: inout Verification
    ) async throws(ArchiveError) {
        guard let named = ledger.opening?.predecessor, let head = named.head else {
            if predecessor != nil {
                verification.count(.predecessor)
                verification.add(Verification.Reason(.predecessorMissing), to: .predecessor, as: .failed)
            }
            return
        }
        verification.count(.predecessor)
        verification.add(
            Verification.Reason(.predecessor, named.origin, String(named.size), named.reason.rawValue),
            to: .predecessor, as: .passed)
        guard let predecessor else { return }
        var old = Ledger()
        try await old.advance(from: predecessor, to: named.size)
        let difference: String? =
            if old.log?.description != named.log {
                "its log is \(old.log?.description ?? "unknown"), not \(named.log)"
            } else if old.size != named.size {
                "it has \(old.size) entries, not \(named.size)"
            } else if old.root != head.root {
                "its first \(named.size) entries have the root \(old.root.base64), not \(named.root)"
            } else {
                nil
            }
        if let difference {
            verification.add(
                Verification.Reason(.predecessorDiffers, difference), to: .predecessor, as: .failed)
        } else {
            verification.add(
                Verification.Reason(.predecessorHeld, String(named.size)), to: .predecessor, as: .passed)
        }
    }
}

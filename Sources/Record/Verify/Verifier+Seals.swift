import Ceasefire

extension Verifier {
    /// Counts what became of sealed acts. A record is whole without what they keep back.
    func checkSeals(_ ledger: Ledger, _ verification: inout Verification) {
        let seals = ledger.process.reference.seals.values
        guard !seals.isEmpty else { return }
        verification.count(.sealed, seals.count)
        var (opened, withheld, destroyed) = (0, 0, 0)
        for seal in seals {
            switch seal.state {
            case .opened: opened += 1
            case .withheld: withheld += 1
            case .destroyed: destroyed += 1
            }
        }
        verification.add(
            Verification.Reason(.seals, String(opened), String(withheld), String(destroyed)), to: .sealed,
            as: .passed)
    }
}

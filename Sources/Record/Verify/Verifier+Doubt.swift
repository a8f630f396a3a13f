import Ceasefire

extension Verifier {
    /// Lists the entries that compromised keys have signed. They are what they were; whether their author signed them
    /// is open.
    func checkDoubts(
        _ ledger: Ledger, _ archive: any Archive, _ verification: inout Verification
    ) async throws(ArchiveError) {
        var seen: Set<Int> = []
        for doubt in ledger.process.participation.doubts {
            for index in doubt.entries
            where ledger.process.authorship[index] == doubt.participant && seen.insert(index).inserted {
                guard let kept = try await archive.entry(at: index),
                    let envelope = try? LogEntry(leaf: kept.body).envelope,
                    let found = ledger.doubts(about: index, envelope).first
                else { continue }
                let reason = Verification.Reason(
                    .doubtful, entry: index, found.participant.text, String(found.entry))
                verification.add(reason, to: .envelopes, as: .passed)
            }
        }
    }
}

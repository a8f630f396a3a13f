import Foundation
import Record
import Site
import TransparencyLog

extension Keeper {
    /// - Returns: `nil` where the folder has no policy, or one that names nobody to ask.
    func witnessing(_ log: VerifierKey) throws -> Witnessing? {
        guard let policy = try WitnessPolicy(of: folder, log: log), !policy.asked.isEmpty else { return nil }
        return Witnessing(archive, log: log, policy: policy, in: folder, through: Outbound(seconds: 5))
    }

    /// Asks whether the record went back. If it did, each new entry would be signed under a number that the log has signed
    /// before, for something else.
    /// - Returns: whether entries may be taken, and why.
    /// - Throws: where a witness has seen more than there is, with what to do.
    func askRollback(_ witnessing: Witnessing?) async throws -> (mayTake: Bool, why: String) {
        guard let witnessing else {
            return (true, "No rollback protection: \(folder.policyPath) names no witness to ask.")
        }
        switch await witnessing.checkRollback() {
        case .passed(let answered):
            return (true, "\(answered.joined(separator: ", ")): seen no more than the record holds.")
        case .wentBack(let witness, let outcome):
            let size = await sequencer.ledger.size
            throw Failure(
                "\(words(witness, outcome)), and \(folder.path) holds \(size): the record went back, as after the "
                    + "restoring of an old backup. Nothing is taken, since it would fork the log. Bring the missing entries "
                    + "back from a mirror or from a published folder, up to that head; docs/operate.md says how."
            )
        case .unanswered(let outcomes):
            let why = outcomes.sorted { $0.key < $1.key }.map { words($0.key, $0.value) }
            return (false, "No witness can say whether the record went back: \(why.joined(separator: "; ")).")
        }
    }

    private func words(_ witness: String, _ outcome: WitnessOutcome) -> String {
        switch outcome {
        case .cosigned: "\(witness) has cosigned"
        case .ahead(let size): "\(witness) has cosigned a head of \(size) entries"
        case .contradicted(let size): "\(witness) has cosigned another history of \(size) entries"
        case .refused(let status, let why):
            "\(witness) answers \(status) (\(why.trimmingCharacters(in: .whitespacesAndNewlines)))"
        case .silent: "\(witness) does not answer"
        }
    }
}

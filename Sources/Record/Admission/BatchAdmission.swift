import Ceasefire
import TransparencyLog

/// The acts of one batch as they were admitted, in order.
struct BatchAdmission {
    struct Admitted {
        let act: PreparedAct
        let received: Instant
        let archived: ArchivedEntry

        /// Admits the entry once more, where the same entries came before it.
        func follow(in ledger: inout Ledger) {
            _ = ledger.replay(
                Preparation(archived.leafHash, received: received, id: act.id, .success(act)))
        }
    }

    enum Answer {
        case entry(Int, isRepeated: Bool)
        case refused(AdmissionRefusal)
    }

    private(set) var entries: [Admitted] = []
    private(set) var answers: [Answer] = []
    /// Whether an act is refused.
    private(set) var isRefusing = false

    init(of count: Int) {
        answers.reserveCapacity(count)
        entries.reserveCapacity(count)
    }

    mutating func admit(_ act: PreparedAct, simulated: Instant?, now: Instant, into ledger: inout Ledger) {
        if let index = ledger.index(of: act.id) {
            answers.append(.entry(index, isRepeated: true))
            return
        }
        do throws(AdmissionRefusal) {
            if simulated != nil, !isExercise(act, ledger) { throw .simulated }
            let received = max(simulated ?? now, ledger.received.last ?? .distantPast)
            let archived = act.archived(receivedAt: received)
            guard archived.body.count <= WireBounds.entry else { throw .tooLarge(archived.body.count) }
            let index = ledger.size
            try ledger.admit(act, received: received, leafHash: archived.leafHash)
            entries.append(Admitted(act: act, received: received, archived: archived))
            answers.append(.entry(index, isRepeated: false))
        } catch {
            answers.append(.refused(error))
            isRefusing = true
        }
    }

    private func isExercise(_ act: PreparedAct, _ ledger: Ledger) -> Bool {
        if ledger.size == 0, case .participation(.opened(let opening)) = act.statement.act {
            return opening.exercise
        }
        return ledger.isExercise
    }
}

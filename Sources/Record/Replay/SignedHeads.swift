import Synchronization
import TransparencyLog

/// Which heads a log has signed, as acts state them. Many acts have seen the same head; its signature is checked once.
final class SignedHeads: Sendable {
    /// How many heads a generation remembers: more than there are acts between their reading and their admission.
    private static let generation = 4 * Ledger.stretch

    private struct Known {
        var recent: Set<SeenHead> = []
        var earlier: Set<SeenHead> = []
    }

    private let log: VerifierKey
    private let known = Mutex(Known())

    init(of log: VerifierKey) { self.log = log }

    func contains(_ head: SeenHead) -> Bool {
        if known.withLock({ $0.recent.contains(head) || $0.earlier.contains(head) }) { return true }
        guard head.isSigned(by: log) else { return false }
        // Only what the log itself has signed is remembered, and only so much of it.
        known.withLock { known in
            if known.recent.count >= SignedHeads.generation {
                known.earlier = known.recent
                known.recent = []
            }
            known.recent.insert(head)
        }
        return true
    }
}

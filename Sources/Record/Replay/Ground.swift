import Ceasefire
import Synchronization

/// What reading and checking acts needs of the record before them.
///
/// The keys on the ground serve as candidates only: which are in force is decided at admission.
final class Ground: Sendable {
    /// The offset at which dates are read that state none.
    let home: UTCOffset
    /// `nil` before entry 0.
    private let heads: SignedHeads?
    private let participation: Participation
    /// Keys that were read, by those who hold them.
    private let candidates = Mutex<[ParticipantID: CandidateKeys]>([:])

    init(_ ledger: Ledger) {
        home = ledger.home
        heads = ledger.heads
        participation = ledger.process.participation
    }

    /// The keys that may have signed what `author` states.
    func candidates(for author: ParticipantID) -> CandidateKeys {
        if let known = candidates.withLock({ $0[author] }) { return known }
        let keys = participation.keys(of: author)
        guard !keys.isEmpty else { return CandidateKeys([]) }
        let read = CandidateKeys(keys)
        candidates.withLock { $0[author] = read }
        return read
    }

    /// Checks the head that an act has seen, so that its admission finds the answer.
    func check(_ head: SeenHead) { _ = heads?.contains(head) }
}

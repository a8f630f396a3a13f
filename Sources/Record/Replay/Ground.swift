import Ceasefire

/// What reading and checking acts needs of the record before them.
///
/// The keys on the ground serve as candidates only: which are in force is decided at admission. Every core takes a copy,
/// so that none waits for another's turn with the keys that it has read.
struct Ground: Sendable {
    /// The offset at which dates are read that state none.
    let home: UTCOffset
    /// `nil` before entry 0.
    let record: RecordID.Spelled?
    /// `nil` before entry 0.
    private let heads: SignedHeads?
    private let participation: Participation
    /// The keys that were read, by those who hold them.
    private var candidates: [ParticipantID: CandidateKeys] = [:]

    init(_ ledger: Ledger) {
        home = ledger.home
        record = ledger.spelled
        heads = ledger.heads
        participation = ledger.process.participation
    }

    /// The keys that may have signed what `author` states.
    mutating func candidates(for author: ParticipantID) -> CandidateKeys {
        if let known = candidates[author] { return known }
        let read = CandidateKeys(participation.keys(of: author))
        candidates[author] = read
        return read
    }

    /// Checks the head that an act has seen, so that its admission finds the answer.
    func check(_ head: SeenHead) { _ = heads?.contains(head) }
}

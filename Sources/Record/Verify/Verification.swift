import Ceasefire
package import TransparencyLog

/// What checking a record found: a verdict, the checks behind it, and the reasons behind those.
package struct Verification: Sendable {
    package enum Verdict: String, Hashable, Sendable, CaseIterable { case passed, failed, indeterminate }

    package enum Topic: String, Hashable, Sendable, CaseIterable {
        /// Every entry has the form of an entry of this record, once, in the order of receipt.
        case form
        /// The head is signed by the log, and its root is that of the entries.
        case head
        /// The witnesses whom the policy asks for have cosigned.
        case cosignatures
        /// Tiles and nodes are those of the entries.
        case tiles
        /// The record goes on from heads that somebody holds or has seen.
        case consistency
        /// Who is said to have signed did, with keys that were in force.
        case envelopes
        /// Text digests, clauses and alterations are those of the attached texts.
        case texts
        case identicality
        /// The record that this one succeeds is the one that it names.
        case predecessor
        /// The rules were replayed.
        case rules
        /// Entries that count for nothing.
        case void
        /// Which sealed acts are opened, withheld, destroyed.
        case sealed
        case attachments
    }

    package struct Check: Hashable, Sendable {
        package let topic: Topic
        package var verdict: Verdict = .passed
        /// How many things were checked.
        package var count = 0
        /// The first of them; ``reasonCount`` says how many there are.
        package var reasons: [Reason] = []
        package var reasonCount = 0
    }

    package internal(set) var checks: [Check] = Topic.allCases.map { Check(topic: $0) }
    package internal(set) var record: RecordID?
    /// The log's key, as entry 0 fixes it.
    package internal(set) var log: VerifierKey?
    /// The key that the log must have; `nil` where nobody said.
    package let expectedLog: VerifierKey?
    package internal(set) var size = 0
    package internal(set) var root = MerkleTree.emptyRoot
    package internal(set) var isExercise = false
    /// Proofs that the log has told two stories.
    package private(set) var forks: [ForkProof] = []
    /// Whether missing attachments make the answer indeterminate.
    let asksForAttachments: Bool

    init(expecting log: VerifierKey?, asksForAttachments: Bool) {
        expectedLog = log
        self.asksForAttachments = asksForAttachments
    }

    package subscript(topic: Topic) -> Check { checks[checks.firstIndex(where: { $0.topic == topic }) ?? 0] }

    package var verdict: Verdict {
        if checks.contains(where: { $0.verdict == .failed }) { return .failed }
        let asked = checks.filter { asksForAttachments || ($0.topic != .texts && $0.topic != .attachments) }
        return asked.contains { $0.verdict == .indeterminate } ? .indeterminate : .passed
    }

    /// Takes in the proof of a fork: no record passes whose log has told two stories.
    package mutating func take(fork: ForkProof) {
        guard !forks.contains(fork) else { return }
        forks.append(fork)
        count(.consistency)
        let sizes = [fork.firstHead.size, fork.secondHead.size].map { String($0) }
        add(Reason(.forkProved, sizes[0], sizes[1]), to: .consistency, as: .failed)
    }

    /// How many reasons a check lists at most.
    package static let listed = 1_000

    mutating func add(_ reason: Reason, to topic: Topic, as verdict: Verdict) {
        guard let place = checks.firstIndex(where: { $0.topic == topic }) else { return }
        if checks[place].verdict == .passed || verdict == .failed { checks[place].verdict = verdict }
        checks[place].reasonCount += 1
        if checks[place].reasons.count < Verification.listed { checks[place].reasons.append(reason) }
    }

    mutating func count(_ topic: Topic, _ more: Int = 1) {
        guard let place = checks.firstIndex(where: { $0.topic == topic }) else { return }
        checks[place].count += more
    }
}

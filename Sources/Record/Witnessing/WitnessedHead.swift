package import TransparencyLog

/// A head that as many witnesses have cosigned as the policy asks for: nobody was shown another history up to it, unless
/// they conspired.
package struct WitnessedHead: Hashable, Sendable {
    package struct Cosigner: Hashable, Sendable {
        package let name: String
        /// In POSIX seconds, by the witness's own clock.
        package let timestamp: UInt64
    }

    /// The head with the signatures of log and witnesses.
    package let note: SignedNote
    /// How many entries are witnessed.
    package let size: Int
    package let cosigners: [Cosigner]

    /// `nil` unless the note makes the quorum of a policy that asks for witnesses.
    package init?(_ note: SignedNote, log: VerifierKey, by policy: Policy) {
        guard policy.quorum != nil, (try? note.verified(by: [log])) != nil,
            let found = try? policy.evaluate(note), found.isQuorumMet
        else { return nil }
        self.note = note
        size = found.checkpoint.size
        // In the order of the policy, whoever was faster.
        cosigners = policy.witnesses.compactMap { witness in
            found.cosignatures.first { $0.key == witness.key }
                .map { Cosigner(name: $0.key.name, timestamp: $0.timestamp ?? 0) }
        }
    }
}

/// What is known of the witnesses' view of a record.
package protocol CosignedHeads: Sendable {
    /// The file by which the keeper says whom to trust; `nil` where there is none.
    var policyFile: [UInt8]? { get async }
    /// The newest head that met the quorum.
    var witnessed: WitnessedHead? { get async }
    /// A head with the cosignatures that it has by now.
    func cosigned(_ note: SignedNote) async -> SignedNote
}

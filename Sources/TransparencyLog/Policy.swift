/// Whom to trust for a checkpoint: any of the listed logs, and a quorum of the listed witnesses (tlog-
/// policy).
public struct Policy: Sendable {
    /// A log: its key, named like its origin, and where it is reached.
    public struct Log: Hashable, Sendable {
        public let key: VerifierKey
        public let url: [UInt8]?
    }

    /// A witness: its name within the policy as opaque bytes, its key, and where it is reached.
    public struct Witness: Hashable, Sendable {
        public let name: [UInt8]
        public let key: VerifierKey
        public let url: [UInt8]?
    }

    /// A group: how many of its members, witnesses or earlier groups, must have witnessed.
    public struct Group: Hashable, Sendable {
        public let name: [UInt8]
        public let threshold: Int
        public let members: [[UInt8]]
    }

    /// The logs in the order of the file; none where the application knows them by other means.
    public let logs: [Log]
    /// The witnesses in the order of the file.
    public let witnesses: [Witness]
    /// The groups in the order of the file, so that members come before the groups they are in.
    public let groups: [Group]
    /// The name of the witness or group that must have witnessed; nil for none at all.
    public let quorum: [UInt8]?

    /// A policy from its file.
    /// - Throws: `malformedPolicy` with the line where the file breaks the form.
    public init(parsing bytes: [UInt8]) throws(LogError) {
        var parser = PolicyParser(bytes)
        try parser.parse()
        logs = parser.logs
        witnesses = parser.witnesses
        groups = parser.groups
        quorum = parser.quorum
    }

    /// What a note's signatures amount to.
    public struct Evaluation: Hashable, Sendable {
        /// The checkpoint that was signed.
        public let checkpoint: Checkpoint
        /// The log's valid signatures; empty only if the policy lists no logs.
        public let logSignatures: [SignedNote.Verified]
        /// The valid cosignatures of listed witnesses.
        public let cosignatures: [SignedNote.Verified]
        /// The witnesses whose cosignature is there but of an algorithm that cannot be verified; not counted.
        public let unsupported: [VerifierKey]
        /// Whether the cosignatures make the quorum.
        public let isQuorumMet: Bool
    }

    /// Checks a checkpoint's log signature, its origin and its cosignatures. A missing quorum is an answer
    /// and
    /// not an error.
    /// - Throws: `malformedCheckpoint` if the note is none, `noKnownSignature` if no listed log of that
    ///   origin has
    ///   signed, `invalidSignature` if a known signature is not valid, and as ``Cosignature`` says.
    public func evaluate(_ note: SignedNote) throws(LogError) -> Evaluation {
        let checkpoint = try Checkpoint(parsing: note.text)
        var logSignatures: [SignedNote.Verified] = []
        if !logs.isEmpty {
            let keys = logs.map(\.key).filter { KeyName.same($0.name, checkpoint.origin) && $0.isUsable }
            logSignatures = try note.verified(by: keys)
        }
        let signers = witnesses.map(\.key).filter { key in note.signatures.contains { $0.names(key) } }
        let usable = signers.filter(\.isUsable)
        let cosignatures = usable.isEmpty ? [] : try note.verified(by: usable)
        return Evaluation(
            checkpoint: checkpoint, logSignatures: logSignatures, cosignatures: cosignatures,
            unsupported: signers.filter { !$0.isUsable },
            isQuorumMet: isQuorum(Set(cosignatures.map(\.key))))
    }

    /// Whether these witnesses together satisfy the quorum (tlog-policy, Defining a witness group).
    public func isQuorum(_ cosigners: Set<VerifierKey>) -> Bool {
        guard let quorum else { return true }
        var witnessed = Set(witnesses.filter { cosigners.contains($0.key) }.map(\.name))
        for group in groups where group.members.count(where: witnessed.contains) >= group.threshold {
            witnessed.insert(group.name)
        }
        return witnessed.contains(quorum)
    }
}

extension VerifierKey {
    /// Whether this library can verify the key's signatures.
    var isUsable: Bool { algorithm != .mldsa44Cosignature }
}

/// Proof that a log has told two stories: two heads that it signed and that no history joins.
///
/// It convinces whoever knows the log's key and needs nothing else, neither of the two histories included. Two heads of
/// one size fork where their roots differ. Two heads of different sizes fork where the tree of the larger begins with
/// another tree than the smaller states: the file then carries the root with which it does begin, and the consistency
/// proof (RFC 6962 §2.1.2) that ties this root to the larger head, which the log signed itself.
///
/// A value of this type has been checked: there is none that proves nothing. The file:
///
/// ```
/// bishkek-fork-proof@v1
/// log <verifier key>
/// note <base64 of a signed checkpoint>
/// note <base64 of a signed checkpoint of the same size or larger>
/// root <base64 of the root with which the larger tree begins>     only where the sizes differ,
/// <base64 of a hash of the consistency proof>                     with up to 63 such lines
/// ```
public struct ForkProof: Hashable, Sendable {
    /// The greatest length of a file in bytes that is read: two notes of the greatest length, and hashes.
    public static let maximumByteCount = 3 << 20

    /// The first line of every file, without its newline.
    public static let header = "bishkek-fork-proof@v1"

    private static let section = "bishkek-fork-proof@v1 (record-format.md, A fork)"

    /// With what the larger tree begins.
    public struct Beginning: Hashable, Sendable {
        /// The root at the smaller size, to which the larger head commits.
        public let root: Hash
        /// The proof from that root to the larger head's (RFC 6962 §2.1.2).
        public let proof: [Hash]
    }

    /// The key that signed both.
    public let log: VerifierKey
    /// One head as it was signed: the smaller where they differ in size.
    public let first: SignedNote
    /// The other head.
    public let second: SignedNote
    /// What the first head states.
    public let firstHead: Checkpoint
    /// What the second head states.
    public let secondHead: Checkpoint
    /// Nil where both heads are of one size, so that their roots alone contradict each other.
    public let beginning: Beginning?

    /// The proof that two heads of one size have different roots.
    /// - Throws: `noFork` unless they do, `invalidSignature` or `noKnownSignature` unless the log signed both,
    ///   `wrongKey` if one is of another log, `malformedCheckpoint` where a note is no head.
    public init(log: VerifierKey, _ one: SignedNote, _ other: SignedNote) throws(LogError) {
        try self.init(log: log, one, other, beginning: nil)
    }

    /// The proof that two heads fork, in either order; `tree` holds the larger head's tree.
    /// - Throws: as ``init(log:_:_:)``; `missingNode` if the tree lacks a node, `invalidProof` if it is not
    ///   that of the larger head.
    public init(
        log: VerifierKey, _ one: SignedNote, _ other: SignedNote, tree: some NodeSource
    ) throws(LogError) {
        let sizes = (try Checkpoint(parsing: one.text).size, try Checkpoint(parsing: other.text).size)
        guard sizes.0 != sizes.1 else {
            try self.init(log: log, one, other)
            return
        }
        let (smaller, larger) = sizes.0 < sizes.1 ? (one, other) : (other, one)
        let (size, end) = (min(sizes.0, sizes.1), max(sizes.0, sizes.1))
        let beginning = Beginning(
            root: try MerkleTree.root(of: size, from: tree),
            proof: try MerkleTree.consistencyProof(from: size, to: end, from: tree))
        try self.init(log: log, smaller, larger, beginning: beginning)
    }

    /// A proof as it was stored, with everything in it checked.
    /// - Throws: `malformedFork` where the file breaks its form, `malformedKey`, `malformedNote` or
    ///   `malformedCheckpoint` where a part does; otherwise as ``init(log:_:_:)``, and `invalidProof` if the
    ///   hashes do not lead to the larger head.
    public init(parsing bytes: [UInt8]) throws(LogError) {
        guard bytes.count <= Self.maximumByteCount else {
            throw LogError(
                .malformedFork, "The file has \(bytes.count) bytes, more than \(Self.maximumByteCount).",
                section: Self.section)
        }
        var reader = LineReader(bytes[...], .malformedFork, section: Self.section)
        guard try reader.next("the header").elementsEqual(Self.header.utf8) else {
            throw reader.error("the header is not that of a fork proof of version 1")
        }
        guard let text = try reader.next("the log's key").after("log "),
            let key = String(validating: text, as: UTF8.self)
        else { throw reader.error("\"log\" and a verifier key are expected") }
        let log = try VerifierKey(key)
        let notes = (try reader.note(), try reader.note())
        var beginning: Beginning?
        if !reader.isAtEnd {
            guard let text = try reader.next("the root").after("root "), let root = try? Hash(base64: text)
            else { throw reader.error("\"root\" and the base64 of 32 bytes are expected") }
            beginning = Beginning(root: root, proof: try reader.hashesUntilEnd())
        }
        try self.init(log: log, notes.0, notes.1, beginning: beginning)
    }

    /// The file.
    public var bytes: [UInt8] {
        var bytes = Array("\(Self.header)\nlog \(log)\n".utf8)
        for note in [first, second] { bytes += Array("note \(Base64.string(note.bytes))\n".utf8) }
        guard let beginning else { return bytes }
        bytes += Array("root \(beginning.root.base64)\n".utf8)
        for hash in beginning.proof { bytes += Array("\(hash.base64)\n".utf8) }
        return bytes
    }

    private init(
        log: VerifierKey, _ first: SignedNote, _ second: SignedNote, beginning: Beginning?
    ) throws(LogError) {
        let heads = (try Self.head(first, of: log), try Self.head(second, of: log))
        if let beginning {
            guard heads.0.size < heads.1.size else {
                throw Self.noFork("The head that comes second must be the larger one.")
            }
            try MerkleTree.verifyConsistency(
                from: heads.0.size, root: beginning.root, to: heads.1.size, root: heads.1.root,
                proof: beginning.proof)
            guard beginning.root != heads.0.root else {
                throw Self.noFork(
                    "The head of \(heads.1.size) entries goes on from that of \(heads.0.size).")
            }
        } else {
            guard heads.0.size == heads.1.size else {
                throw Self.noFork("Heads of \(heads.0.size) and \(heads.1.size) entries need a proof.")
            }
            guard heads.0.root != heads.1.root else {
                throw Self.noFork("Both heads of \(heads.0.size) entries have the same root.")
            }
        }
        self.log = log
        self.first = first
        self.second = second
        (firstHead, secondHead) = heads
        self.beginning = beginning
    }

    /// The head that a note states, once the log's own signature is found on it.
    private static func head(_ note: SignedNote, of log: VerifierKey) throws(LogError) -> Checkpoint {
        guard log.algorithm == .ed25519 else {
            throw LogError(.wrongKey, "\(log.name) is a cosigner's key, no log's.", section: section)
        }
        _ = try note.verified(by: [log])
        let head = try Checkpoint(parsing: note.text)
        guard KeyName.same(head.origin, log.name) else {
            throw LogError(
                .wrongKey, "The head is of \(head.origin), and the key of \(log.name).", section: section)
        }
        return head
    }

    private static func noFork(_ message: String) -> LogError {
        LogError(.noFork, message, section: section)
    }
}

extension LineReader {
    fileprivate mutating func note() throws(LogError) -> SignedNote {
        guard let text = try next("a note").after("note "), let bytes = Base64.decode(text) else {
            throw error("\"note\" and padded base64 are expected")
        }
        return try SignedNote(parsing: bytes)
    }

    fileprivate mutating func hashesUntilEnd() throws(LogError) -> [Hash] {
        var hashes: [Hash] = []
        while !isAtEnd {
            let line = try next("a hash")
            guard hashes.count < MerkleTree.maximumProofLength else {
                throw error("there are more than \(MerkleTree.maximumProofLength) hashes")
            }
            guard let hash = try? Hash(base64: line) else {
                throw error("a hash is not the base64 of 32 bytes")
            }
            hashes.append(hash)
        }
        return hashes
    }
}

/// A file that proves, without asking anybody, that an entry is in a log (tlog-proof).
public struct LogProof: Hashable, Sendable {
    /// Bytes for the application; nothing vouches for them.
    public let extra: [UInt8]?
    /// The position of the entry in the log, from 0.
    public let index: Int
    /// The inclusion proof, from the leaf's sibling up.
    public let hashes: [Hash]
    /// The checkpoint's note as the log and the witnesses signed it.
    public let note: SignedNote

    private static let header = Array("c2sp.org/tlog-proof@v1".utf8)

    /// A proof from its parts.
    /// - Throws: `malformedProof` if the index is negative or there are more than 63 hashes.
    public init(index: Int, hashes: [Hash], note: SignedNote, extra: [UInt8]? = nil) throws(LogError) {
        guard index >= 0, hashes.count <= MerkleTree.maximumProofLength else {
            throw LogError(
                .malformedProof, "No tree has a proof of \(hashes.count) hashes for entry \(index).",
                section: "tlog-proof, Format")
        }
        self.extra = extra
        self.index = index
        self.hashes = hashes
        self.note = note
    }

    /// A proof as it was stored.
    /// - Throws: `malformedProof` where the file breaks the form, `malformedNote` where its note does.
    public init(parsing bytes: [UInt8]) throws(LogError) {
        var reader = LineReader(bytes[...], .malformedProof, section: "tlog-proof, Format")
        guard try reader.next("the header").elementsEqual(Self.header) else {
            throw reader.error("the header is not that of a tlog-proof of version 1")
        }
        var line = try reader.next("the index")
        var extra: [UInt8]?
        if let text = line.after("extra ") {
            guard let decoded = Base64.decode(text) else {
                throw reader.error("the extra data is not padded base64")
            }
            extra = decoded
            line = try reader.next("the index")
        }
        guard let digits = line.after("index "), let index = Decimal.decode(digits) else {
            throw reader.error("\"index\" and a decimal number below 2^63 are expected")
        }
        let hashes = try reader.hashesUntilEmptyLine()
        try self.init(
            index: index, hashes: hashes, note: SignedNote(parsing: Array(reader.rest)), extra: extra)
    }

    /// The file.
    public var bytes: [UInt8] {
        var bytes = Self.header + [UInt8(ascii: "\n")]
        if let extra { bytes += Array("extra \(Base64.string(extra))\n".utf8) }
        bytes += Array("index \(index)\n".utf8)
        for hash in hashes { bytes += Array("\(hash.base64)\n".utf8) }
        return bytes + [UInt8(ascii: "\n")] + note.bytes
    }

    /// Checks the log's signature, the quorum and the path from the entry to the root, and returns what the
    /// policy found.
    /// - Throws: as ``Policy/evaluate(_:)``; `quorumNotMet` without a quorum, `outOfRange` or `invalidProof`
    ///   if
    ///   the entry is not where the proof says.
    @discardableResult
    public func verify(entry: [UInt8], policy: Policy) throws(LogError) -> Policy.Evaluation {
        let evaluation = try policy.evaluate(note)
        guard evaluation.isQuorumMet else {
            throw LogError(
                .quorumNotMet, "\(evaluation.cosignatures.count) known cosignatures do not make the quorum.",
                section: "tlog-policy, Defining the quorum")
        }
        try MerkleTree.verifyInclusion(
            of: MerkleTree.leafHash(entry), at: index, in: evaluation.checkpoint.size,
            root: evaluation.checkpoint.root, proof: hashes)
        return evaluation
    }
}

extension LineReader {
    /// Hashes in base64, one a line and at most 63, up to and including an empty line.
    mutating func hashesUntilEmptyLine() throws(LogError) -> [Hash] {
        var hashes: [Hash] = []
        while true {
            let line = try next("a hash or the empty line")
            if line.isEmpty { return hashes }
            guard hashes.count < MerkleTree.maximumProofLength else {
                throw error("there are more than \(MerkleTree.maximumProofLength) hashes")
            }
            guard let bytes = Base64.decode(line), let hash = try? Hash(bytes: bytes) else {
                throw error("a hash is not the base64 of 32 bytes")
            }
            hashes.append(hash)
        }
    }
}

/// What a log sends to a witness: the size the witness has, the proof from there, and the new checkpoint
/// (tlog-witness v1.0.0, add-checkpoint).
public struct AddCheckpointRequest: Hashable, Sendable {
    /// The size of the checkpoint that the witness is thought to have cosigned last; 0 for none.
    public let oldSize: Int
    /// The consistency proof from the old size, at most 63 hashes.
    public let proof: [Hash]
    /// The checkpoint's note with the log's signature.
    public let note: SignedNote

    private static let section = "tlog-witness v1.0.0, add-checkpoint"

    /// A request from its parts.
    /// - Throws: `malformedRequest` if the size is negative or there are more than 63 hashes.
    public init(oldSize: Int, proof: [Hash], note: SignedNote) throws(LogError) {
        guard oldSize >= 0, proof.count <= MerkleTree.maximumProofLength else {
            throw LogError(
                .malformedRequest, "No request has \(proof.count) hashes from size \(oldSize).",
                section: Self.section)
        }
        self.oldSize = oldSize
        self.proof = proof
        self.note = note
    }

    /// A request as it was received.
    /// - Throws: `malformedRequest` where the body breaks the form, `malformedNote` where its note does.
    public init(parsing body: [UInt8]) throws(LogError) {
        var reader = LineReader(body[...], .malformedRequest, section: Self.section)
        guard let digits = try reader.next("the old size").after("old "), let oldSize = Decimal.decode(digits)
        else { throw reader.error("\"old\" and a decimal number below 2^63 are expected") }
        let proof = try reader.hashesUntilEmptyLine()
        try self.init(oldSize: oldSize, proof: proof, note: SignedNote(parsing: Array(reader.rest)))
    }

    /// The body of the request.
    public var bytes: [UInt8] {
        var bytes = Array("old \(oldSize)\n".utf8)
        for hash in proof { bytes += Array("\(hash.base64)\n".utf8) }
        return bytes + [UInt8(ascii: "\n")] + note.bytes
    }
}

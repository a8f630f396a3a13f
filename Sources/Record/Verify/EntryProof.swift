package import TransparencyLog

/// One entry with the proof that it is in a record: a `tlog-proof` file that carries the entry along.
package struct EntryProof: Hashable, Sendable {
    package let proof: LogProof
    /// The entry's exact bytes.
    package let leaf: [UInt8]

    package init(_ receipt: Receipt, leaf: [UInt8]) throws(LogError) {
        proof = try LogProof(index: receipt.index, hashes: receipt.inclusion, note: receipt.note, extra: leaf)
        self.leaf = leaf
    }

    /// The proof of an entry in an archive, under its head or, with cosignatures, under `note`.
    /// - Returns: `nil` if there is no such entry.
    package init?(of index: Int, in archive: any Archive, note: SignedNote? = nil) async throws(ArchiveError)
    {
        guard let head = try await archive.head(), index >= 0, index < head.size,
            let entry = try await archive.entry(at: index)
        else { return nil }
        let note = note ?? head.note
        guard let size = try? Checkpoint(parsing: note.text).size, size > index else { return nil }
        let hashes = try await ArchiveNodes.inclusionProof(of: index, in: size, from: archive)
        guard let proof = try? LogProof(index: index, hashes: hashes, note: note, extra: entry.body) else {
            return nil
        }
        self.proof = proof
        leaf = entry.body
    }

    /// - Throws: `malformedProof` if the file is none or carries no entry.
    package init(parsing bytes: [UInt8]) throws(LogError) {
        proof = try LogProof(parsing: bytes)
        guard let leaf = proof.extra else {
            throw LogError(.malformedProof, "The proof carries no entry.", section: "tlog-proof, Format")
        }
        self.leaf = leaf
    }

    package var bytes: [UInt8] { proof.bytes }

    /// Checks the log's signature, the path and, with a policy that names witnesses, their quorum.
    ///
    /// Who signed the entry is not checked here: which keys were in force only the whole record can say.
    @discardableResult
    package func verify(_ policy: Policy) throws(LogError) -> Policy.Evaluation {
        try proof.verify(entry: leaf, policy: policy)
    }

    @discardableResult
    package func verify(log: VerifierKey) throws(LogError) -> Policy.Evaluation {
        try verify(try Policy(parsing: Array("log \(log)\nquorum none\n".utf8)))
    }
}

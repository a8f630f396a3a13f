/// The decisions of a witness, without its storage and its clock (tlog-witness v1.0.0, add-checkpoint).
///
/// ```
/// body ─▶ decide ─▶ refuse(response) ─────────────────────────────────▶ reply
///            └────▶ cosign(acceptance) ─▶ store if still `replacing` ─▶ response(to:at:) ─▶ reply
///                                              └─ no longer ─▶ decide again
/// ```
/// The caller replaces the stored head atomically and durably between the two, since a cosignature that
/// escapes
/// first could later be contradicted.
public struct Witness: Sendable {
    /// What a witness remembers of a log: the last checkpoint that it cosigned.
    public struct Head: Hashable, Sendable {
        public let size: Int
        public let root: Hash

        public init(size: Int, root: Hash) {
            self.size = size
            self.root = root
        }
    }

    /// A checkpoint that may be cosigned once its head is stored in place of the old one.
    public struct Acceptance: Hashable, Sendable {
        /// The checkpoint to cosign.
        public let checkpoint: Checkpoint
        /// The checkpoint with the log's signatures alone, whatever the request brought besides; to be kept and shown to
        /// monitors.
        public let note: SignedNote
        /// The head that must still be stored, nil for none.
        public let replacing: Head?
        /// The head to store.
        public var head: Head { Head(size: checkpoint.size, root: checkpoint.root) }
    }

    /// An HTTP answer.
    public struct Response: Hashable, Sendable {
        /// 200, 400, 403, 404, 409 or 422.
        public let status: Int
        /// The media type of the body.
        public let contentType: String
        /// Signature lines with 200, the stored size with 409, otherwise the reason in words.
        public let body: [UInt8]
    }

    /// What to do with a request.
    public enum Decision: Hashable, Sendable {
        /// Store the head, then answer with ``Witness/response(to:at:)``.
        case cosign(Acceptance)
        /// Answer at once.
        case refuse(Response)
    }

    private let key: SigningKey
    private let logs: [[UInt8]: [VerifierKey]]

    /// A witness that knows some logs by their keys; a log's origin is the name of its key.
    /// - Throws: `wrongKey` unless `key` is a cosigner's and each of `keys` a log's plain Ed25519 key, which every
    ///   log that is witnessed signs with (tlog-tiles v0.1.0, Checkpoints).
    public init(key: SigningKey, logs keys: [VerifierKey]) throws(LogError) {
        guard key.verifierKey.algorithm == .ed25519Cosignature else {
            throw LogError(
                .wrongKey, "The key of \(key.name) is not a cosigner's.",
                section: "tlog-cosignature v1.0.1, Format")
        }
        for log in keys where log.algorithm != .ed25519 {
            throw LogError(
                .wrongKey, "The key of \(log.name) is not a log's plain Ed25519 key.",
                section: "tlog-tiles v0.1.0, Checkpoints")
        }
        self.key = key
        logs = Dictionary(grouping: keys) { Array($0.name.utf8) }
    }

    /// Decides about a request, in the order of the specification's table.
    /// - Parameters:
    ///   - body: the request as it was received.
    ///   - head: what is stored for an origin, nil if nothing was ever cosigned for it.
    public func decide<Failure: Error>(
        _ body: [UInt8], head: (_ origin: String) throws(Failure) -> Head?
    ) throws(Failure) -> Decision {
        let request: AddCheckpointRequest
        let checkpoint: Checkpoint
        do throws(LogError) {
            request = try AddCheckpointRequest(parsing: body)
            checkpoint = try Checkpoint(parsing: request.note.text)
        } catch {
            return refuse(400, error.description)
        }
        guard let keys = logs[Array(checkpoint.origin.utf8)] else {
            return refuse(404, "The log \(checkpoint.origin) is not known here.")
        }
        let note: SignedNote
        do throws(LogError) {
            note = try request.note.reduced(to: keys)
        } catch {
            return refuse(403, error.description)
        }
        guard request.oldSize <= checkpoint.size else {
            return refuse(400, "The old size \(request.oldSize) exceeds the checkpoint's \(checkpoint.size).")
        }
        let stored = try head(checkpoint.origin)
        let storedSize = stored?.size ?? 0
        guard request.oldSize == storedSize else {
            return .refuse(
                Response(status: 409, contentType: "text/x.tlog.size", body: Array("\(storedSize)\n".utf8)))
        }
        if let reason = inconsistency(request, checkpoint, stored) { return refuse(422, reason) }
        return .cosign(Acceptance(checkpoint: checkpoint, note: note, replacing: stored))
    }

    /// The answer once an accepted head is stored. `time` is in POSIX seconds.
    /// - Throws: `malformedCosignature` if the time exceeds 2^63 − 1.
    public func response(to acceptance: Acceptance, at time: UInt64) throws(LogError) -> Response {
        let signature = try Cosignature.sign(acceptance.checkpoint, with: key, timestamp: time)
        return Response(status: 200, contentType: "text/plain; charset=utf-8", body: signature.line)
    }

    private func inconsistency(
        _ request: AddCheckpointRequest, _ checkpoint: Checkpoint, _ stored: Head?
    ) -> String? {
        guard let stored, stored.size > 0 else {
            if !request.proof.isEmpty { return "A proof from size 0 has no hashes." }
            let isEmptyRootRight = checkpoint.size > 0 || checkpoint.root == MerkleTree.emptyRoot
            return isEmptyRootRight ? nil : "The root of size 0 is not that of the empty tree."
        }
        do throws(LogError) {
            try MerkleTree.verifyConsistency(
                from: stored.size, root: stored.root, to: checkpoint.size, root: checkpoint.root,
                proof: request.proof)
            return nil
        } catch {
            return error.description
        }
    }

    private func refuse(_ status: Int, _ reason: String) -> Decision {
        .refuse(
            Response(
                status: status, contentType: "text/plain; charset=utf-8", body: Array("\(reason)\n".utf8)))
    }
}

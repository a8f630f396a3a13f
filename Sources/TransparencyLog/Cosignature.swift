/// A witness's statement that, at a time, a checkpoint was the largest consistent one it had seen of a log
/// (tlog-cosignature v1.0.1).
public enum Cosignature {
    /// The latest time that can be written, in POSIX seconds.
    public static let latestTimestamp = UInt64(Int64.max)

    /// What an Ed25519 cosigner signs: a header, the time, then the checkpoint's text
    /// (tlog-cosignature v1.0.1, Ed25519 signed message).
    public static func message(_ checkpoint: Checkpoint, timestamp: UInt64) -> [UInt8] {
        Array("cosignature/v1\ntime \(timestamp)\n".utf8) + checkpoint.text
    }

    /// A cosignature made now. `timestamp` is in POSIX seconds.
    /// - Throws: `wrongKey` if the key is not a cosigner's, `malformedCosignature` if the time exceeds 2^63 −
    ///   1.
    public static func sign(
        _ checkpoint: Checkpoint, with key: SigningKey, timestamp: UInt64
    ) throws(LogError) -> NoteSignature {
        guard key.verifierKey.algorithm == .ed25519Cosignature else {
            throw LogError(
                .wrongKey, "The key of \(key.name) is not a cosigner's.",
                section: "tlog-cosignature v1.0.1, Format")
        }
        guard timestamp <= latestTimestamp else { throw malformed("The time \(timestamp) exceeds 2^63 − 1.") }
        let time = withUnsafeBytes(of: timestamp.bigEndian) { Array($0) }
        let signature = try key.signature(over: message(checkpoint, timestamp: timestamp))
        return NoteSignature(key.verifierKey, time + signature)
    }

    /// Checks a cosignature and returns its time in POSIX seconds.
    /// - Throws: `invalidSignature` if it is not valid, `malformedCosignature` if its length or time breaks
    ///   the
    ///   form, `unsupportedAlgorithm` for ML-DSA-44, `wrongKey` if the key is not a cosigner's or not the one
    ///   the signature names.
    public static func verify(
        _ signature: NoteSignature, by key: VerifierKey, over checkpoint: Checkpoint
    ) throws(LogError) -> UInt64 {
        guard signature.names(key), key.algorithm.isTimestamped else {
            throw LogError(
                .wrongKey, "The key of \(key.name) did not make this cosignature.",
                section: "tlog-cosignature v1.0.1, Format")
        }
        if key.algorithm == .mldsa44Cosignature {
            return try MLDSA44Cosignature.verify(signature, by: key, over: checkpoint)
        }
        guard signature.signature.count == 8 + 64 else {
            throw malformed("The cosignature of \(key.name) has \(signature.signature.count) bytes, not 72.")
        }
        let timestamp = try timestamp(of: signature)
        guard key.isValid(signature.signature[8...], over: message(checkpoint, timestamp: timestamp)) else {
            throw LogError(
                .invalidSignature,
                "The cosignature of \(key.name) is not valid for this checkpoint and time.",
                section: "tlog-cosignature v1.0.1, Ed25519 signed message")
        }
        return timestamp
    }

    /// The time at the head of a cosignature, not yet verified.
    static func timestamp(of signature: NoteSignature) throws(LogError) -> UInt64 {
        let timestamp = signature.signature.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard timestamp <= latestTimestamp else { throw malformed("The time \(timestamp) exceeds 2^63 − 1.") }
        return timestamp
    }

    static func malformed(_ message: String) -> LogError {
        LogError(.malformedCosignature, message, section: "tlog-cosignature v1.0.1, Format")
    }
}

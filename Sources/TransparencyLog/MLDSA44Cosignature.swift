/// The post-quantum cosignature (tlog-cosignature v1.1.0-rc.1, ML-DSA-44 signed message).
///
/// Its form, key id and signed message are known here. The algorithm itself is not: the cryptographic library
/// offers ML-DSA-65 and 87 only, so every verification ends in `unsupportedAlgorithm`. Whoever adds it
/// changes
/// this file alone.
public enum MLDSA44Cosignature {
    /// The length of a public key in bytes (FIPS 204, table 2).
    public static let publicKeyByteCount = 1312
    /// The length of a signature in bytes without its time (FIPS 204, table 2).
    public static let signatureByteCount = 2420

    /// What such a cosigner signs: its name, the time, the log's origin, the range 0 to size, and the root.
    /// - Throws: `malformedCosignature` if a name is longer than 255 bytes.
    public static func message(
        _ checkpoint: Checkpoint, cosigner: String, timestamp: UInt64
    ) throws(LogError) -> [UInt8] {
        let name = Array(cosigner.utf8)
        let origin = Array(checkpoint.origin.utf8)
        guard 1...255 ~= name.count, 1...255 ~= origin.count else {
            throw Cosignature.malformed("The names of a cosigner and of its log have 1 to 255 bytes each.")
        }
        var message = Array("subtree/v1\n\0".utf8)
        message += [UInt8(name.count)] + name + word(timestamp)
        message += [UInt8(origin.count)] + origin + word(0) + word(UInt64(checkpoint.size))
        return message + checkpoint.root.bytes
    }

    static func verify(
        _ signature: NoteSignature, by key: VerifierKey, over checkpoint: Checkpoint
    ) throws(LogError) -> UInt64 {
        guard signature.signature.count == 8 + signatureByteCount else {
            throw Cosignature.malformed(
                "The cosignature of \(key.name) has \(signature.signature.count) bytes, not 2428.")
        }
        _ = try Cosignature.timestamp(of: signature)
        throw unsupported(key.name)
    }

    static func unsupported(_ name: String) -> LogError {
        LogError(
            .unsupportedAlgorithm, "The key of \(name) is an ML-DSA-44 key, which cannot be used here yet.",
            section: "tlog-cosignature v1.1.0-rc.1, ML-DSA-44 signed message")
    }

    private static func word(_ value: UInt64) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }
}

/// The signature types of a note that this library knows (signed-note v1.0.0, Signature types).
public enum SignatureAlgorithm: UInt8, Sendable, Hashable, CaseIterable {
    /// Ed25519 over the note's text.
    case ed25519 = 0x01
    /// Ed25519 over a timestamp and a checkpoint (tlog-cosignature v1.0.1).
    case ed25519Cosignature = 0x04
    /// ML-DSA-44 over a timestamp and a checkpoint (tlog-cosignature v1.1.0-rc.1); named and parsed only.
    case mldsa44Cosignature = 0x06

    /// The length of a public key in bytes.
    public var publicKeyByteCount: Int {
        switch self {
        case .ed25519, .ed25519Cosignature: 32
        case .mldsa44Cosignature: MLDSA44Cosignature.publicKeyByteCount
        }
    }

    /// Whether signatures of this type carry the time they were made at.
    public var isTimestamped: Bool { self != .ed25519 }
}

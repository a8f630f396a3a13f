/// The signature algorithms that envelopes may use.
public enum KeyAlgorithm: String, Hashable, Sendable, CaseIterable {
    case ed25519
    case mldsa65 = "ml-dsa-65"
}

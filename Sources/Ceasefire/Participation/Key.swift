/// A public key: SubjectPublicKeyInfo in base64, with the countersignature of its holder.
public struct Key: Hashable, Sendable {
    public var algorithm: KeyAlgorithm
    public var spki: String
    /// By the new key over record, participant and key.
    public var countersignature: String?
    /// The SHA-256 of the SubjectPublicKeyInfo; `nil` where ``spki`` is no base64. Whoever decodes the key computes it.
    public var id: TextDigest?

    public init(
        algorithm: KeyAlgorithm, spki: String, countersignature: String? = nil, id: TextDigest? = nil
    ) {
        self.algorithm = algorithm
        self.spki = spki
        self.countersignature = countersignature
        self.id = id
    }
}

/// A public key: SubjectPublicKeyInfo in base64, with the countersignature of its holder.
public struct Key: Hashable, Sendable {
    public var algorithm: KeyAlgorithm
    public var spki: String
    /// By the new key over record, participant and key.
    public var countersignature: String?

    public init(algorithm: KeyAlgorithm, spki: String, countersignature: String? = nil) {
        self.algorithm = algorithm
        self.spki = spki
        self.countersignature = countersignature
    }
}

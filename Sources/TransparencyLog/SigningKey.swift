import Crypto

/// An Ed25519 private key with its name, as `golang.org/x/mod/sumdb/note` writes it:
/// `PRIVATE+KEY+name+hex8+base64(type ‖ seed)`. It has no description, so that no print statement shows it.
public struct SigningKey: Sendable {
    /// The public half, with the key's name, type and id.
    public let verifierKey: VerifierKey
    private let key: Curve25519.Signing.PrivateKey

    /// The name in this key's signature lines.
    public var name: String { verifierKey.name }

    /// A new random key.
    /// - Throws: `malformedKey` if the name breaks its form, `unsupportedAlgorithm` unless the type is
    ///   Ed25519.
    public init(generatedFor name: String, algorithm: SignatureAlgorithm = .ed25519) throws(LogError) {
        try self.init(name: name, algorithm: algorithm, key: Curve25519.Signing.PrivateKey())
    }

    /// The key of a 32-byte seed (RFC 8032 §5.1.5).
    /// - Throws: `malformedKey` if the name or the seed's length breaks its form, `unsupportedAlgorithm`
    ///   unless
    ///   the type is Ed25519.
    public init(
        name: String, algorithm: SignatureAlgorithm = .ed25519, seed: [UInt8]
    ) throws(LogError) {
        guard seed.count == 32, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
            throw VerifierKey.malformed("The seed of \(name) has \(seed.count) bytes, not 32.")
        }
        try self.init(name: name, algorithm: algorithm, key: key)
    }

    /// A key from its text.
    /// - Throws: `malformedKey` if the text breaks the form or its key id is not that of the key,
    ///   `unsupportedAlgorithm` unless the type is Ed25519.
    public init(_ text: String) throws(LogError) {
        let prefix = "PRIVATE+KEY+"
        guard text.utf8.starts(with: prefix.utf8) else {
            throw VerifierKey.malformed("A private key begins with \(prefix); this one does not.")
        }
        let parts = try KeyText(text.utf8.dropFirst(prefix.utf8.count))
        guard let algorithm = SignatureAlgorithm(rawValue: parts.type) else {
            throw LogError(
                .unsupportedAlgorithm, "The private key of \(parts.name) has the unknown type \(parts.type).",
                section: "signed-note v1.0.0, Signature types")
        }
        try self.init(name: parts.name, algorithm: algorithm, seed: parts.key)
        guard parts.keyID == verifierKey.keyID else {
            throw VerifierKey.malformed("The key id in the private key of \(name) is that of another key.")
        }
    }

    private init(
        name: String, algorithm: SignatureAlgorithm, key: Curve25519.Signing.PrivateKey
    ) throws(LogError) {
        guard algorithm != .mldsa44Cosignature else { throw MLDSA44Cosignature.unsupported(name) }
        verifierKey = try VerifierKey(
            name: name, algorithm: algorithm, publicKey: Array(key.publicKey.rawRepresentation))
        self.key = key
    }

    /// The key's text, a secret.
    public var secretText: String {
        let material = [verifierKey.algorithm.rawValue] + Array(key.rawRepresentation)
        return "PRIVATE+KEY+\(name)+\(KeyName.hex(verifierKey.keyID))+\(Base64.string(material))"
    }

    /// The Ed25519 signature over exactly `message`, 64 bytes.
    func signature(over message: [UInt8]) throws(LogError) -> [UInt8] {
        do {
            return Array(try key.signature(for: message))
        } catch {
            throw LogError(
                .wrongKey, "The key of \(name) could not sign: \(error).", section: "RFC 8032 §5.1.6")
        }
    }
}

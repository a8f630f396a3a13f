import Crypto

/// A public key with its name, as written `name+hex8+base64(type ‖ key)` (signed-note v1.0.0, Verifier keys).
public struct VerifierKey: Hashable, Sendable, CustomStringConvertible {
    /// The name in this key's signature lines.
    public let name: String
    /// What its signatures are made with and over.
    public let algorithm: SignatureAlgorithm
    /// The encoded public key without its type byte.
    public let publicKey: [UInt8]
    /// The first four bytes of SHA-256(name ‖ newline ‖ type ‖ public key).
    public let keyID: UInt32
    // Parsed once, since a key verifies many signatures; nil for an algorithm that cannot be verified.
    private let parsed: Curve25519.Signing.PublicKey?

    /// A key from its parts.
    /// - Throws: `malformedKey` if the name or the key's length breaks its form.
    public init(name: String, algorithm: SignatureAlgorithm, publicKey: [UInt8]) throws(LogError) {
        guard KeyName.isValid(name) else {
            throw Self.malformed("\"\(name)\" cannot name a key: it is empty or has a space or a plus.")
        }
        guard publicKey.count == algorithm.publicKeyByteCount else {
            throw Self.malformed(
                "A public key of type \(algorithm.rawValue) has \(algorithm.publicKeyByteCount) bytes, "
                    + "that of \(name) has \(publicKey.count).")
        }
        self.name = name
        self.algorithm = algorithm
        self.publicKey = publicKey
        keyID = KeyName.keyID(name: name, algorithm: algorithm, publicKey: publicKey)
        parsed =
            algorithm == .mldsa44Cosignature
            ? nil : try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
    }

    /// A key from its text.
    /// - Throws: `malformedKey` if the text breaks the form or its key id is not that of the key,
    ///   `unsupportedAlgorithm` for a type this library does not know.
    public init(_ text: String) throws(LogError) {
        let parts = try KeyText(text.utf8[...])
        guard let algorithm = SignatureAlgorithm(rawValue: parts.type) else {
            throw LogError(
                .unsupportedAlgorithm, "The key of \(parts.name) has the unknown type \(parts.type).",
                section: "signed-note v1.0.0, Signature types")
        }
        try self.init(name: parts.name, algorithm: algorithm, publicKey: parts.key)
        guard parts.keyID == keyID else {
            throw Self.malformed(
                "The key of \(name) has the id \(KeyName.hex(keyID)), not \(KeyName.hex(parts.keyID)).")
        }
    }

    /// The key's text.
    public var description: String {
        "\(name)+\(KeyName.hex(keyID))+\(Base64.string([algorithm.rawValue] + publicKey))"
    }

    /// Whether `signature` is this key's Ed25519 signature over exactly `message`.
    func isValid(_ signature: ArraySlice<UInt8>, over message: [UInt8]) -> Bool {
        parsed?.isValidSignature(signature, for: message) ?? false
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.keyID == right.keyID && left.algorithm == right.algorithm && left.publicKey == right.publicKey
            && KeyName.same(left.name, right.name)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(keyID)
        hasher.combine(publicKey)
    }

    static func malformed(_ message: String) -> LogError {
        LogError(.malformedKey, message, section: "signed-note v1.0.0, Verifier keys")
    }
}

/// The common form of both kinds of key text: name, key id, then type and key as base64.
struct KeyText {
    let name: String
    let keyID: UInt32
    let type: UInt8
    let key: [UInt8]

    init(_ text: Substring.UTF8View) throws(LogError) {
        // Base64 may contain a plus, a name may not: only the first two separate.
        let parts = text.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        let name = String(decoding: parts[0], as: UTF8.self)
        guard parts.count == 3, KeyName.isValid(name) else {
            throw VerifierKey.malformed("A key is written name+id+key; this one is not.")
        }
        guard parts[1].count == 8, let id = Hex.decode(parts[1]) else {
            throw VerifierKey.malformed("The key id of \(name) is not eight lower-case hexadecimal digits.")
        }
        guard let material = Base64.decode(Array(parts[2])), let type = material.first else {
            throw VerifierKey.malformed("The key of \(name) is not padded base64.")
        }
        self.name = name
        self.type = type
        keyID = id.reduce(0) { $0 << 8 | UInt32($1) }
        key = Array(material.dropFirst())
    }
}

/// A text signed by one or more keys (signed-note v1.0.0).
///
/// Parsing checks the form only. The text means nothing until ``verified(by:)`` has found a known signature.
public struct SignedNote: Hashable, Sendable {
    /// The greatest length of a note in bytes that is read: room for 100 post-quantum signatures.
    public static let maximumByteCount = 1 << 20
    /// The greatest number of signatures that is read; the specification asks for at least 16.
    public static let maximumSignatureCount = 100

    /// What is signed, with its final newline.
    public let text: [UInt8]
    /// The signature lines in their order.
    public private(set) var signatures: [NoteSignature]

    /// A signature found to be valid.
    public struct Verified: Hashable, Sendable {
        /// The key that signed.
        public let key: VerifierKey
        /// When a cosigner says it signed, in POSIX seconds; nil for a plain signature.
        public let timestamp: UInt64?
    }

    /// A note that nobody has signed yet.
    /// - Throws: `malformedNote` if the text is empty, does not end in a newline, is no UTF-8 or has control
    ///   characters.
    public init(text: [UInt8]) throws(LogError) {
        try Self.checkCharacters(text)
        guard text.last == UInt8(ascii: "\n") else {
            throw Self.malformed("The text does not end in a newline.")
        }
        self.text = text
        signatures = []
    }

    /// A note as it was sent or stored.
    /// - Throws: `malformedNote` where the bytes break the form or a limit.
    public init(parsing bytes: [UInt8]) throws(LogError) {
        guard bytes.count <= Self.maximumByteCount else {
            throw Self.malformed("The note has \(bytes.count) bytes, more than \(Self.maximumByteCount).")
        }
        try Self.checkCharacters(bytes)
        let newline = UInt8(ascii: "\n")
        // The last empty line splits; the text keeps its own newline before it.
        var blank = bytes.count - 1
        while blank > 0, !(bytes[blank] == newline && bytes[blank - 1] == newline) { blank -= 1 }
        guard blank > 0 else {
            throw Self.malformed("There is no empty line between a text and its signatures.")
        }
        text = Array(bytes[..<blank])
        signatures = try NoteSignature.lines(
            LineReader(
                bytes[(blank + 1)...], .malformedNote, section: "signed-note v1.0.0, Format (signature lines)"
            ))
    }

    /// The note as it is sent and stored: text, empty line, signature lines.
    public var bytes: [UInt8] {
        var bytes = text + [UInt8(ascii: "\n")]
        for signature in signatures { bytes += signature.line }
        return bytes
    }

    /// Adds a plain Ed25519 signature over the text.
    /// - Throws: `wrongKey` if the key is a cosigner's: see ``Cosignature``.
    public mutating func sign(with key: SigningKey) throws(LogError) {
        guard key.verifierKey.algorithm == .ed25519 else {
            throw LogError(
                .wrongKey, "\(key.name) is a cosigner's key and does not sign plain notes.",
                section: "signed-note v1.0.0, Signature types")
        }
        add(NoteSignature(key.verifierKey, try key.signature(over: text)))
    }

    /// Adds a signature made elsewhere; one that is there already is not repeated.
    public mutating func add(_ signature: NoteSignature) {
        if !signatures.contains(signature) { signatures.append(signature) }
    }

    /// Adds what a cosigner answers (tlog-witness v1.0.0, add-checkpoint): of all its signatures, those that the note
    /// has among them, the newest stays. Lines by other keys are ignored.
    /// - Throws: as ``verified(by:)``, and `malformedNote` where the note has as many signatures of others as are read.
    public mutating func add(_ answer: [NoteSignature], by cosigner: VerifierKey) throws(LogError) {
        var own = self
        own.signatures += answer
        let newest = try own.reduced(to: [cosigner]).signatures
        let others = signatures.filter { !$0.names(cosigner) }
        guard others.count + newest.count <= Self.maximumSignatureCount else {
            throw Self.malformed(
                "With the signature of \(cosigner.name) there are more than \(Self.maximumSignatureCount) signatures."
            )
        }
        signatures = others + newest
    }

    /// The note with one signature of each known key that has signed, a cosigner's newest, and with no others: whoever
    /// passes on what strangers sent answers for each line.
    /// - Throws: as ``verified(by:)``.
    public func reduced(to keys: [VerifierKey]) throws(LogError) -> SignedNote {
        var kept: [(signature: NoteSignature, found: Verified)] = []
        for known in try known(by: keys) {
            guard let place = kept.firstIndex(where: { $0.found.key == known.found.key }) else {
                kept.append(known)
                continue
            }
            if known.found.timestamp ?? 0 > kept[place].found.timestamp ?? 0 { kept[place] = known }
        }
        var note = self
        note.signatures = kept.map(\.signature)
        return note
    }

    /// The signatures by known keys, all of them valid. Signatures by other keys are ignored.
    /// - Throws: `invalidSignature` if one by a known key is not valid, `noKnownSignature` if there is none,
    ///   `unsupportedAlgorithm` if a known key is of a type that cannot be verified,
    ///   `malformedCosignature` or `malformedCheckpoint` where a cosignature does not fit the text.
    public func verified(by keys: [VerifierKey]) throws(LogError) -> [Verified] {
        var found: [Verified] = []
        for known in try known(by: keys) where !found.contains(known.found) { found.append(known.found) }
        return found
    }

    private func known(
        by keys: [VerifierKey]
    ) throws(LogError) -> [(signature: NoteSignature, found: Verified)] {
        var known: [(signature: NoteSignature, found: Verified)] = []
        for signature in signatures {
            for key in keys where signature.names(key) {
                known.append((signature, try verified(signature, by: key)))
            }
        }
        guard !known.isEmpty else {
            throw LogError(
                .noKnownSignature, "None of \(signatures.count) signatures is by a known key.",
                section: "signed-note v1.0.0, Signatures")
        }
        return known
    }

    private func verified(
        _ signature: NoteSignature, by key: VerifierKey
    ) throws(LogError) -> Verified {
        guard key.algorithm == .ed25519 else {
            return Verified(
                key: key,
                timestamp: try Cosignature.verify(signature, by: key, over: Checkpoint(parsing: text)))
        }
        guard signature.signature.count == 64, key.isValid(signature.signature[...], over: text) else {
            throw LogError(
                .invalidSignature, "The signature of \(key.name) is not valid for this text.",
                section: "signed-note v1.0.0, Signatures")
        }
        return Verified(key: key, timestamp: nil)
    }

    private static func checkCharacters(_ bytes: [UInt8]) throws(LogError) {
        guard let control = bytes.firstIndex(where: { $0 < 0x20 && $0 != UInt8(ascii: "\n") }) else {
            guard String(validating: bytes, as: UTF8.self) != nil else {
                throw malformed("The note is not valid UTF-8.")
            }
            return
        }
        throw malformed("There is a control character at byte \(control).")
    }

    private static func malformed(_ message: String) -> LogError {
        LogError(.malformedNote, message, section: "signed-note v1.0.0, Format")
    }
}

/// One signature line of a note: `— name base64(key id ‖ signature)` (signed-note v1.0.0, Format).
public struct NoteSignature: Hashable, Sendable {
    /// The name of the key that signed.
    public let name: String
    /// The id of the key that signed.
    public let keyID: UInt32
    /// The signature without the key id, at least one byte.
    public let signature: [UInt8]

    init(_ key: VerifierKey, _ signature: [UInt8]) {
        name = key.name
        keyID = key.keyID
        self.signature = signature
    }

    /// The signature that one line stands for, without its newline.
    init(line: ArraySlice<UInt8>, _ reader: LineReader) throws(LogError) {
        guard let fields = line.after("— ") else {
            throw reader.error("a signature line begins with a dash (U+2014) and a space")
        }
        let parts = fields.split(separator: UInt8(ascii: " "), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let name = String(validating: parts[0], as: UTF8.self), KeyName.isValid(name)
        else {
            throw reader.error("a signature line has a key name without spaces or plus, then a space")
        }
        guard let decoded = Base64.decode(parts[1]) else {
            throw reader.error("the signature of \(name) is not padded base64")
        }
        guard decoded.count > 4 else {
            throw reader.error("the signature of \(name) has \(decoded.count) bytes, at least 5 are needed")
        }
        self.name = name
        keyID = decoded.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
        signature = Array(decoded.dropFirst(4))
    }

    /// The signatures of a witness's answer: lines without a note (tlog-witness v1.0.0, add-checkpoint).
    /// - Throws: `malformedRequest` if there is none, too many or one breaks the form.
    public static func lines(_ bytes: [UInt8]) throws(LogError) -> [NoteSignature] {
        try lines(
            LineReader(bytes[...], .malformedRequest, section: "tlog-witness v1.0.0, add-checkpoint"))
    }

    static func lines(_ reader: LineReader) throws(LogError) -> [NoteSignature] {
        var reader = reader
        var signatures: [NoteSignature] = []
        repeat {
            let line = try reader.next("a signature line")
            guard signatures.count < SignedNote.maximumSignatureCount else {
                throw reader.error("there are more than \(SignedNote.maximumSignatureCount) signatures")
            }
            signatures.append(try NoteSignature(line: line, reader))
        } while !reader.isAtEnd
        return signatures
    }

    /// The line with its newline.
    public var line: [UInt8] {
        Array("— \(name) ".utf8) + Base64.encode(KeyName.bytes(keyID) + signature) + [UInt8(ascii: "\n")]
    }

    /// Whether this is said to be a signature by `key`: same name and same id. It says nothing about
    /// validity.
    public func names(_ key: VerifierKey) -> Bool { keyID == key.keyID && KeyName.same(name, key.name) }
}

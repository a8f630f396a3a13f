/// What a log says about itself: its name, its size and its root (tlog-checkpoint v1.0.0).
public struct Checkpoint: Hashable, Sendable {
    /// The name of the log.
    public let origin: String
    /// The number of leaves.
    public let size: Int
    /// The root over all of them.
    public let root: Hash
    /// Further lines that another log has signed along; this library writes none of its own.
    public let extensions: [String]

    /// The head of a log of our own.
    /// - Throws: `malformedCheckpoint` if the origin cannot be a log's key name or the size is negative.
    public init(origin: String, size: Int, root: Hash) throws(LogError) {
        guard KeyName.isValid(origin) else {
            throw Self.malformed("\"\(origin)\" cannot name a log: it is empty or has a space or a plus.")
        }
        guard size >= 0 else { throw Self.malformed("A log cannot have \(size) leaves.") }
        self.origin = origin
        self.size = size
        self.root = root
        extensions = []
    }

    /// The checkpoint that a note's text stands for.
    /// - Throws: `malformedCheckpoint` where the text breaks the form.
    public init(parsing text: [UInt8]) throws(LogError) {
        var reader = LineReader(text[...], .malformedCheckpoint, section: "tlog-checkpoint v1.0.0, Note text")
        guard let origin = String(validating: try reader.next("the origin"), as: UTF8.self), !origin.isEmpty
        else {
            throw reader.error("the origin is empty or not valid UTF-8")
        }
        guard let size = Decimal.decode(try reader.next("the size")) else {
            throw reader.error("the size is not a decimal number below 2^63 without leading zeros")
        }
        let hash = try reader.next("the root")
        guard let bytes = Base64.decode(hash), let root = try? Hash(bytes: bytes) else {
            throw reader.error("the root is not the base64 of 32 bytes")
        }
        var extensions: [String] = []
        while !reader.isAtEnd {
            guard let line = String(validating: try reader.next("an extension line"), as: UTF8.self),
                !line.isEmpty
            else {
                throw reader.error("an extension line is empty or not valid UTF-8")
            }
            extensions.append(line)
        }
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// The note text, which is what is signed.
    public var text: [UInt8] {
        var text = Array("\(origin)\n\(size)\n\(root.base64)\n".utf8)
        for line in extensions { text += Array("\(line)\n".utf8) }
        return text
    }

    /// The note with the log's own signature.
    /// - Throws: `wrongKey` unless the key is a plain one named like the log, and for foreign extension
    ///   lines.
    public func signed(by key: SigningKey) throws(LogError) -> SignedNote {
        guard KeyName.same(key.name, origin), extensions.isEmpty else {
            throw LogError(
                .wrongKey, "The key of \(key.name) does not sign this checkpoint of \(origin).",
                section: "tlog-checkpoint v1.0.0, Signatures")
        }
        var note = try SignedNote(text: text)
        try note.sign(with: key)
        return note
    }

    public static func == (left: Self, right: Self) -> Bool { left.text == right.text }

    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    private static func malformed(_ message: String) -> LogError {
        LogError(.malformedCheckpoint, message, section: "tlog-checkpoint v1.0.0, Note text")
    }
}

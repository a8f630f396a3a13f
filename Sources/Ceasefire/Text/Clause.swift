/// A node of the text, with an id that survives renumbering, and its bytes in the file.
public struct Clause: Hashable, Sendable {
    public var id: ClauseID
    public var parent: ClauseID?
    /// As printed.
    public var label: String?
    public var part: ClausePart
    /// Byte offset.
    public var start: Int
    /// Byte offset, exclusive.
    public var end: Int
    /// SHA-256 of those bytes.
    public var digest: TextDigest

    public init(
        id: ClauseID,
        parent: ClauseID? = nil,
        label: String? = nil,
        part: ClausePart,
        start: Int,
        end: Int,
        digest: TextDigest
    ) {
        self.id = id
        self.parent = parent
        self.label = label
        self.part = part
        self.start = start
        self.end = end
        self.digest = digest
    }
}

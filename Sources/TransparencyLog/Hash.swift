/// A SHA-256 value: a leaf, a node or the root of a tree (RFC 6962 §2.1). Always 32 bytes.
public struct Hash: Hashable, Sendable, CustomStringConvertible {
    /// The length of every hash in bytes.
    public static let byteCount = 32

    // Four words that hold the 32 bytes in memory order: a hash is then a plain value, with nothing to
    // allocate.
    private var word0: UInt64 = 0
    private var word1: UInt64 = 0
    private var word2: UInt64 = 0
    private var word3: UInt64 = 0

    /// The hash whose bytes these are.
    /// - Throws: `malformedHash` unless there are exactly 32.
    public init(bytes: some Collection<UInt8>) throws(LogError) {
        guard bytes.count == Hash.byteCount else {
            throw LogError(
                .malformedHash, "A hash has 32 bytes, not \(bytes.count).", section: "RFC 6962 §2.1")
        }
        withUnsafeMutableBytes(of: &self) { $0.copyBytes(from: bytes) }
    }

    /// The hash that a base64 text stands for (RFC 4648 §4, with padding, strict).
    /// - Throws: `malformedEncoding` if it is not base64, `malformedHash` if it is not 32 bytes.
    public init(base64 text: String) throws(LogError) {
        try self.init(base64: Array(text.utf8)[...])
    }

    /// The hash that a lower-case hexadecimal text stands for.
    /// - Throws: `malformedEncoding` if it is not hexadecimal, `malformedHash` if it is not 32 bytes.
    public init(hex text: String) throws(LogError) {
        guard let bytes = Hex.decode(text.utf8) else {
            throw LogError(
                .malformedEncoding, "\"\(text)\" is not lower-case hexadecimal.", section: "RFC 4648 §8")
        }
        try self.init(bytes: bytes)
    }

    package init(base64 text: ArraySlice<UInt8>) throws(LogError) {
        guard let bytes = Base64.decode(text) else {
            throw LogError(
                .malformedEncoding, "\"\(String(decoding: text, as: UTF8.self))\" is not padded base64.",
                section: "RFC 4648 §4")
        }
        try self.init(bytes: bytes)
    }

    /// Copies the first 32 bytes of `buffer`, which the caller knows to be there.
    init(copying buffer: UnsafeRawBufferPointer) {
        withUnsafeMutableBytes(of: &self) {
            $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<Hash.byteCount]))
        }
    }

    /// The hash that begins at a byte of a buffer, which must hold 32 from there.
    package init(at offset: Int, in buffer: UnsafeRawBufferPointer) {
        self.init(copying: UnsafeRawBufferPointer(rebasing: buffer[offset...]))
    }

    /// Adds the 32 bytes to others without making an array of them.
    package func append(to bytes: inout [UInt8]) {
        withUnsafeBytes(of: self) { bytes.append(contentsOf: $0) }
    }

    /// The 32 bytes.
    public var bytes: [UInt8] { withUnsafeBytes(of: self) { Array($0) } }

    /// The base64 text that checkpoints and proofs carry, 44 letters with padding.
    public var base64: String { Base64.string(bytes) }

    /// 64 lower-case hexadecimal digits.
    public var hex: String { Hex.string(bytes) }

    /// The same as ``base64``.
    public var description: String { base64 }
}

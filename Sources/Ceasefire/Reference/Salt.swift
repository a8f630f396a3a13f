/// 32 random bytes that keep others from guessing what was sealed.
public struct Salt: Hashable, Sendable {
    public static let byteCount = 32

    public let bytes: [UInt8]

    /// `nil` unless there are exactly 32 bytes.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Salt.byteCount else { return nil }
        self.bytes = bytes
    }
}

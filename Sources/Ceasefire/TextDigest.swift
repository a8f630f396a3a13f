/// SHA-256 of the exact bytes of a text or an attachment, as `sha256sum` prints it: 64 lower-case hex digits.
public struct TextDigest: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let hex: String

    /// `nil` unless `hex` is 64 digits of `0–9a–f`.
    public init?(hex: String) {
        guard hex.utf8.count == 64 else { return nil }
        for byte in hex.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "0")...UInt8(ascii: "9"): continue
            default: return nil
            }
        }
        self.hex = hex
    }

    public var description: String { hex }

    public static func < (left: Self, right: Self) -> Bool { left.hex < right.hex }
}

/// The rules for the name in a key or a signature line.
enum KeyName {
    /// Whether `name` is not empty and has neither a Unicode space, a plus nor a control character
    /// (signed-note v1.0.0, Format).
    static func isValid(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                !$0.properties.isWhitespace && $0 != "+" && $0.value >= 0x20
            }
    }

    /// The first four bytes of SHA-256(name ‖ newline ‖ type ‖ public key) (signed-note v1.0.0, Signatures).
    static func keyID(name: String, algorithm: SignatureAlgorithm, publicKey: [UInt8]) -> UInt32 {
        let hash = MerkleTree.sha256(Array(name.utf8) + [0x0A, algorithm.rawValue] + publicKey)
        return hash.bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Equality byte by byte: `String` calls texts equal that differ in their normalisation.
    static func same(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

    /// Eight lower-case hexadecimal digits.
    static func hex(_ keyID: UInt32) -> String { Hex.string(bytes(keyID)) }

    static func bytes(_ keyID: UInt32) -> [UInt8] { withUnsafeBytes(of: keyID.bigEndian) { Array($0) } }
}

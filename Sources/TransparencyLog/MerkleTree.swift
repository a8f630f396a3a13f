import Crypto

/// The Merkle tree of RFC 6962 §2.1 over SHA-256: its hashes, proofs and their verification.
///
/// Indices and sizes are numbers of leaves, from 0 to 2^63 − 1.
public enum MerkleTree {
    /// The greatest number of hashes a proof about a tree of representable size can have.
    public static let maximumProofLength = 63

    /// The root of the tree without leaves: the SHA-256 of nothing (RFC 6962 §2.1).
    public static let emptyRoot = sha256([])

    /// The hash of an entry as a leaf: SHA-256(0x00 ‖ entry) (RFC 6962 §2.1).
    public static func leafHash(_ entry: [UInt8]) -> Hash {
        var function = SHA256()
        withUnsafeBytes(of: UInt8(0)) { function.update(bufferPointer: $0) }
        entry.withUnsafeBytes { function.update(bufferPointer: $0) }
        return function.finalize().withUnsafeBytes { Hash(copying: $0) }
    }

    /// The hash of an interior node: SHA-256(0x01 ‖ left ‖ right) (RFC 6962 §2.1).
    public static func nodeHash(_ left: Hash, _ right: Hash) -> Hash {
        withUnsafeTemporaryAllocation(byteCount: 1 + 2 * Hash.byteCount, alignment: 8) { buffer in
            buffer[0] = 1
            withUnsafeBytes(of: left) {
                UnsafeMutableRawBufferPointer(rebasing: buffer[1..<33]).copyMemory(from: $0)
            }
            withUnsafeBytes(of: right) {
                UnsafeMutableRawBufferPointer(rebasing: buffer[33..<65]).copyMemory(from: $0)
            }
            var function = SHA256()
            function.update(bufferPointer: UnsafeRawBufferPointer(buffer))
            return function.finalize().withUnsafeBytes { Hash(copying: $0) }
        }
    }

    /// The SHA-256 of `bytes`, without a prefix: key ids and the like.
    static func sha256(_ bytes: [UInt8]) -> Hash {
        var function = SHA256()
        bytes.withUnsafeBytes { function.update(bufferPointer: $0) }
        return function.finalize().withUnsafeBytes { Hash(copying: $0) }
    }

    /// The number of leaves on the left of the root of a tree of `size` ≥ 2 leaves: the largest power of two
    /// that is less than `size` (RFC 6962 §2.1).
    static func split(_ size: Int) -> Int { 1 << (Int.bitWidth - 1 - (size - 1).leadingZeroBitCount) }
}

package import Ceasefire
import Crypto
import Foundation

extension TextDigest {
    /// Whether these are the bytes that the digest names. Whoever shows a file asks first.
    package func names(_ bytes: [UInt8]) -> Bool { TextDigest(of: bytes) == self }

    /// The SHA-256 of `bytes`.
    package init(of bytes: some Collection<UInt8>) {
        var function = SHA256()
        let hashed: Void? = bytes.withContiguousStorageIfAvailable {
            function.update(bufferPointer: UnsafeRawBufferPointer($0))
        }
        if hashed == nil { function.update(data: Array(bytes)) }
        // The hash has as many bytes as a digest.
        self = function.finalize().withUnsafeBytes { TextDigest(bytes: $0)! }
    }
}

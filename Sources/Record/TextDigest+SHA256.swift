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
        let hash = function.finalize()
        let hex = hash.withUnsafeBytes { hash in
            String(unsafeUninitializedCapacity: 64) { text in
                for (place, byte) in hash.enumerated() {
                    text[2 * place] = hexDigit(byte >> 4)
                    text[2 * place + 1] = hexDigit(byte & 15)
                }
                return 64
            }
        }
        // Sixty-four digits of a hash are a digest.
        self = TextDigest(hex: hex)!
    }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}

import Crypto
import Foundation

/// The private half of a recipient's key, as `openssl genpkey -algorithm X25519` writes it (RFC 8410). It stays with its
/// holder.
package struct RecipientKey: Sendable {
    private static let prefix: [UInt8] = [
        0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x6E, 0x04, 0x22, 0x04, 0x20,
    ]

    private let key: Curve25519.KeyAgreement.PrivateKey

    /// - Throws: `malformedKey` unless there are 32 bytes.
    package init(raw: [UInt8]) throws(VaultFault) {
        do {
            key = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: raw)
        } catch {
            throw VaultFault(.malformedKey, "an X25519 key has 32 bytes, not \(raw.count)")
        }
    }

    /// - Throws: `malformedKey` unless the PEM file holds such a key without password.
    package init(pem: String) throws(VaultFault) {
        guard let der = PEM.contents(of: pem, "PRIVATE KEY"), der.starts(with: RecipientKey.prefix) else {
            throw VaultFault(
                .malformedKey,
                "no X25519 private key without password, as openssl genpkey -algorithm X25519 "
                    + "writes it")
        }
        try self.init(raw: Array(der[RecipientKey.prefix.count...]))
    }

    package var recipient: Recipient { Recipient(raw: Array(key.publicKey.rawRepresentation)) }

    package var pem: String { PEM.text(RecipientKey.prefix + Array(key.rawRepresentation), "PRIVATE KEY") }

    /// - Throws: `altered` if a byte is another than was sealed.
    func opened(
        _ ciphertext: [UInt8], encapsulated: [UInt8], info: [UInt8], authenticating data: [UInt8]
    ) throws(VaultFault) -> [UInt8] {
        do {
            var recipient = try HPKE.Recipient(
                privateKey: key, ciphersuite: .Curve25519_SHA256_ChachaPoly, info: Data(info),
                encapsulatedKey: Data(encapsulated))
            return Array(try recipient.open(ciphertext, authenticating: data))
        } catch {
            throw VaultFault(.altered, "the copy was altered, or is of another entry; get it again")
        }
    }
}

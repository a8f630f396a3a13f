package import Ceasefire
import Crypto
import Foundation

/// Somebody who can open what is sealed: an X25519 public key, as `openssl pkey -pubout` writes it (RFC 8410).
package struct Recipient: Hashable, Sendable {
    private static let prefix: [UInt8] = [
        0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x6E, 0x03, 0x21, 0x00,
    ]

    /// The 32 bytes of the key.
    let raw: [UInt8]

    init(raw: [UInt8]) { self.raw = raw }

    /// - Throws: `malformedKey` unless the PEM file holds such a key.
    package init(pem: String) throws(VaultFault) {
        guard let der = PEM.contents(of: pem, "PUBLIC KEY"), der.starts(with: Recipient.prefix),
            der.count == Recipient.prefix.count + 32
        else {
            throw VaultFault(
                .malformedKey,
                "no X25519 public key. Make one: openssl genpkey -algorithm X25519 -out mine.pem, and "
                    + "openssl pkey -in mine.pem -pubout -out mine.pub.pem for those who seal")
        }
        raw = Array(der[Recipient.prefix.count...])
    }

    /// The SHA-256 of the SubjectPublicKeyInfo.
    package var id: TextDigest { TextDigest(of: Recipient.prefix + raw) }

    package var pem: String { PEM.text(Recipient.prefix + raw, "PUBLIC KEY") }

    /// - Throws: `malformedKey` if the 32 bytes are no point to which anything can be encrypted.
    func sealed(
        _ bytes: [UInt8], info: [UInt8], authenticating data: [UInt8]
    ) throws(VaultFault) -> (encapsulated: [UInt8], ciphertext: [UInt8]) {
        do {
            let key = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: raw)
            var sender = try HPKE.Sender(
                recipientKey: key, ciphersuite: .Curve25519_SHA256_ChachaPoly, info: Data(info))
            return (Array(sender.encapsulatedKey), Array(try sender.seal(bytes, authenticating: data)))
        } catch {
            throw VaultFault(.malformedKey, "nothing can be encrypted to the key \(id): \(error)")
        }
    }
}

package import Ceasefire
import TransparencyLog

/// The file of one sealed body: a copy for each recipient, encrypted by HPKE in base mode (RFC 9180) with X25519,
/// HKDF-SHA256 and ChaCha20-Poly1305.
///
/// It is text: `bishkek-vault-v1`, `commitment` with the digest, and for each recipient `to`, the SHA-256 of its key, the
/// encapsulated key and the ciphertext of salt and body, in base64. HPKE's `info` is `bishkek-vault-v1\n`, record, `\n`,
/// author, `\n`; its `aad` the 32 bytes of the commitment.
package struct VaultItem: Hashable, Sendable {
    private static let title = "bishkek-vault-v1"

    private struct Copy: Hashable, Sendable {
        let recipient: TextDigest
        let encapsulated: [UInt8]
        let ciphertext: [UInt8]
    }

    package let commitment: TextDigest
    private let copies: [Copy]

    /// Encrypts for each recipient.
    package init(
        _ content: SealedContent, by author: ParticipantID, in record: RecordID, for recipients: [Recipient]
    ) throws(VaultFault) {
        commitment = content.commitment(by: author, in: record)
        let info = VaultItem.info(author, record)
        var copies: [Copy] = []
        for recipient in recipients {
            let sealed = try recipient.sealed(content.bytes, info: info, authenticating: commitment.bytes)
            copies.append(
                Copy(
                    recipient: recipient.id, encapsulated: sealed.encapsulated, ciphertext: sealed.ciphertext)
            )
        }
        self.copies = copies
    }

    /// - Throws: `malformed` if the text is no vault item.
    package init(_ text: String) throws(VaultFault) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 3, lines[0] == VaultItem.title, lines.last == "",
            lines[1].hasPrefix("commitment "),
            let commitment = TextDigest(hex: String(lines[1].dropFirst("commitment ".count)))
        else {
            throw VaultFault(
                .malformed, "it is no vault item: \(VaultItem.title) and a commitment come first")
        }
        var copies: [Copy] = []
        for (number, line) in lines.enumerated().dropFirst(2).dropLast() {
            let words = line.split(separator: " ", omittingEmptySubsequences: false)
            guard words.count == 4, words[0] == "to", let recipient = TextDigest(hex: String(words[1])),
                let encapsulated = Base64.decode(Array(words[2].utf8)), encapsulated.count == 32,
                let ciphertext = Base64.decode(Array(words[3].utf8))
            else {
                throw VaultFault(
                    .malformed, "line \(number + 1) is no copy: “to”, a key's digest, and two words in base64"
                )
            }
            copies.append(Copy(recipient: recipient, encapsulated: encapsulated, ciphertext: ciphertext))
        }
        self.commitment = commitment
        self.copies = copies
    }

    package var text: String {
        var lines = [VaultItem.title, "commitment \(commitment)"]
        for copy in copies {
            let words = [Base64.string(copy.encapsulated), Base64.string(copy.ciphertext)]
            lines.append("to \(copy.recipient) " + words.joined(separator: " "))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The digests of the keys of those for whom there is a copy.
    package var recipients: [TextDigest] { copies.map(\.recipient) }

    /// What was sealed.
    ///
    /// - Throws: `notForKey` if no copy is for this key, `altered` if what comes out is not what the record commits to.
    package func opened(
        with key: RecipientKey, by author: ParticipantID, in record: RecordID
    ) throws(VaultFault) -> SealedContent {
        let own = key.recipient.id
        guard let copy = copies.first(where: { $0.recipient == own }) else {
            throw VaultFault(
                .notForKey,
                "nothing was sealed for the key \(own); there is a copy for each of: "
                    + copies.map { $0.recipient.hex }.joined(separator: ", "))
        }
        let bytes = try key.opened(
            copy.ciphertext, encapsulated: copy.encapsulated, info: VaultItem.info(author, record),
            authenticating: commitment.bytes)
        guard let content = SealedContent(bytes), content.commitment(by: author, in: record) == commitment
        else {
            throw VaultFault(.altered, "what comes out is not what the record commits to; do not rely on it")
        }
        return content
    }

    private static func info(_ author: ParticipantID, _ record: RecordID) -> [UInt8] {
        Array("\(title)\n\(record)\n\(author)\n".utf8)
    }
}

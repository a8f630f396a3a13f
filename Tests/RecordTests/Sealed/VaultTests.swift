import Ceasefire
import Foundation
import Record
import Testing

@Suite struct `A vault` {
    private let exercise: Exercise
    private let mission: RecipientKey
    private let archive: RecipientKey
    private let stranger: RecipientKey
    private let account = Act.reference(
        .accounted(Account(statement: "Выстрелы у моста в 22:10.", topic: .clash)))

    init() throws {
        exercise = try Exercise()
        mission = try RecipientKey(raw: Exercise.seed(60))
        archive = try RecipientKey(raw: Exercise.seed(62))
        stranger = try RecipientKey(raw: Exercise.seed(70))
    }

    private func item(_ content: SealedContent) throws -> VaultItem {
        try VaultItem(
            content, by: "kazimirov", in: exercise.record, for: [mission.recipient, archive.recipient])
    }

    /// Made by forty lines of Python after RFC 9180 (which reproduce the vector of its appendix A.2.1), with ephemeral
    /// keys of 32 bytes of 61 and of 63, and a salt of 32 bytes of 64.
    private static let vector = #"""
        bishkek-vault-v1
        commitment 7928402e11aa34c4e6c51d8b722c75dbffe895e6c5671e4165955f950689ab48
        to 5d175d383f7105aeb7943d4783b7d5ea67fa35bc93d49fac6d13b2ed317d51bf QdmASgLdCL9e\#
        e35jAkwykN7F+Pze8BvQLwFvsqetXgo= UgEinmLHBl3Tl9tLbgpF26dqLgsmChM+icQABQUX5uUFi53\#
        vErZSBuANzEEYhaIGqB6TH/qsCYjeUPQKwUH0sqYlAtUWn2MUCoPIUNYcBlEHykoPhRhNl64M8hsBLMj\#
        lDa/455gr92eBsrTQK09bvbPh8Ak/1+Hg
        to 4cedf2d04d3424ff6328dcfba115872d2e6528d1c5c2ff62c5167e76981d04ff iFWznxuSeJQz\#
        hRpc6DSEh+wM9913d7i5wmc9aZTeZ0U= QPwc+wmwc2Z2TaWoCjGx1ukuNlMxW7bhVTF/3/raeY/bBm7\#
        2zqYSMELQyhWu/puX0wcI4Y1QLMK8MXmzUTOAQSWX9WxvFCl5BMN3YJFJPV8JrE8jdymVd/0WFEu5Xjt\#
        p5cAc9oAXfcA6QioTF2tKl8hZixc/iFfv

        """#

    @Test func `is opened by whoever it was sealed for, also when somebody else's program sealed it`() throws
    {
        let item = try VaultItem(Self.vector)
        #expect(item.text == Self.vector)
        #expect(item.recipients == [mission.recipient.id, archive.recipient.id])
        for key in [mission, archive] {
            let content = try item.opened(with: key, by: "kazimirov", in: exercise.record)
            #expect(content.salt.bytes == Exercise.seed(64))
            #expect(content.body == account.body)
            #expect(try content.act("account.stated", home: .utc) == account)
            #expect(content.commitment(by: "kazimirov", in: exercise.record) == item.commitment)
        }
    }

    @Test func `gives back what it was given, under another salt each time`() throws {
        let (first, second) = (SealedContent(account), SealedContent(account))
        let items = try [item(first), item(second)]
        #expect(items[0].commitment != items[1].commitment)
        #expect(try items[0].opened(with: archive, by: "kazimirov", in: exercise.record) == first)
        #expect(
            try VaultItem(items[1].text).opened(with: mission, by: "kazimirov", in: exercise.record) == second
        )
    }

    @Test func `is closed to everybody else`() throws {
        let item = try VaultItem(Self.vector)
        #expect(throws: VaultFault(.notForKey, "")) {
            try item.opened(with: stranger, by: "kazimirov", in: exercise.record)
        }
        // A copy that is moved to another recipient's name, author or record does not open.
        let renamed = Self.vector.replacing(mission.recipient.id.hex, with: stranger.recipient.id.hex)
        #expect(throws: VaultFault(.altered, "")) {
            try VaultItem(renamed).opened(with: stranger, by: "kazimirov", in: exercise.record)
        }
        #expect(throws: VaultFault(.altered, "")) {
            try item.opened(with: mission, by: "armenia", in: exercise.record)
        }
        #expect(throws: VaultFault(.altered, "")) {
            try item.opened(
                with: mission, by: "kazimirov", in: RecordID(origin: Exercise.origin, opening: nil))
        }
    }

    @Test func `shows every flipped bit`() throws {
        let bytes = Array(Self.vector.utf8)
        let original = try VaultItem(Self.vector)
        // The copy for the mission; the other one is none of its business.
        let end = try #require(bytes.dropFirst(100).firstIndex(of: UInt8(ascii: "\n")))
        for place in 0..<end {
            for bit: UInt8 in [1, 16] {
                var flipped = bytes
                flipped[place] ^= bit
                let opened: SealedContent? = try? VaultItem(String(decoding: flipped, as: UTF8.self)).opened(
                    with: mission, by: "kazimirov", in: exercise.record)
                #expect(opened == nil, "byte \(place), bit \(bit)")
            }
        }
        #expect(try original.opened(with: mission, by: "kazimirov", in: exercise.record).body == account.body)
    }

    @Test(arguments: [
        "", "bishkek-vault-v1\n", "bishkek-vault-v2\ncommitment a\n\n",
        "bishkek-vault-v1\ncommitment 12\nto\n",
    ])
    func `is no other file`(_ text: String) {
        #expect(throws: VaultFault(.malformed, "")) { try VaultItem(text) }
    }

    @Test func `is only its owner's to read, is never written over, and forgets for ever`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "vault-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let vault = Vault(folder.path)
        let item = try VaultItem(Self.vector)
        #expect(throws: VaultFault(.missing, "")) { try vault.item(item.commitment) }
        try vault.keep(item)
        let modes = try [folder.path, vault.file(of: item.commitment)].map {
            try #require(
                try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int)
        }
        #expect(modes == [0o700, 0o600])
        #expect(try vault.item(item.commitment) == item)
        #expect(throws: VaultFault(.taken, "")) { try vault.keep(item) }
        try FileManager.default.moveItem(
            atPath: vault.file(of: item.commitment), toPath: vault.file(of: exercise.first.id))
        #expect(throws: VaultFault(.altered, "")) { try vault.item(exercise.first.id) }
        try FileManager.default.moveItem(
            atPath: vault.file(of: exercise.first.id), toPath: vault.file(of: item.commitment))
        // Who holds the file open sees the zeros, and the name is gone.
        let held = try #require(FileHandle(forReadingAtPath: vault.file(of: item.commitment)))
        try vault.destroy(item.commitment)
        let rest = try #require(try held.readToEnd())
        #expect(rest.count == Self.vector.utf8.count)
        #expect(rest.allSatisfy { $0 == 0 })
        #expect(throws: VaultFault(.missing, "")) { try vault.item(item.commitment) }
        #expect(throws: VaultFault(.missing, "")) { try vault.destroy(item.commitment) }
    }

    @Test func `takes the keys that openssl writes`() throws {
        let key = try RecipientKey(pem: mission.pem)
        #expect(key.recipient == mission.recipient)
        #expect(try Recipient(pem: mission.recipient.pem) == mission.recipient)
        // openssl genpkey -algorithm X25519, and openssl pkey -pubout
        let pem = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VuBCIEIDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8
            -----END PRIVATE KEY-----

            """
        #expect(pem == mission.pem)
        for text in ["", exercise.armenia.pem, mission.recipient.pem] {
            #expect(throws: VaultFault(.malformedKey, "")) { try RecipientKey(pem: text) }
        }
        for text in ["", exercise.armenia.pem, mission.pem] {
            #expect(throws: VaultFault(.malformedKey, "")) { try Recipient(pem: text) }
        }
    }
}

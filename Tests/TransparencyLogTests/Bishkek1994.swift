@testable import TransparencyLog

/// A log of five entries and its witness, computed with other tools than this library: every hash, key and
/// signature here is a literal. Ed25519 makes the same signature every time, so ours must equal these.
enum Bishkek1994 {
    static let entries = [
        "Bishkek, 5 May 1994: the protocol is tabled.", "Kazimirov signs in Bishkek.",
        "Karabakh signs in Bishkek.", "Armenia signs in Bishkek.",
        "Baku, 8 May 1994: Guliyev signs the photocopy.",
    ].map { Array($0.utf8) }

    static let origin = "bishkek.example/1994"
    static let logSeed = "65a64a228864675491d20aa0dbdfa8497a7c1cc3dac0d272dfd30086336e31c3"
    static let logSecret =
        "PRIVATE+KEY+bishkek.example/1994+4e325aa3+AWWmSiKIZGdUkdIKoNvfqEl6fBzD2sDSct/TAIYzbjHD"
    static let logKey = "bishkek.example/1994+4e325aa3+ARR61npm8iOiIbZO2gxJv2VzM4rOc5QgpJ/p976Jwn6L"
    static let witnessSeed = "20c349681efc8a078077a98a45af8cc9c2f9d21efb4487849ee13db93ff2f514"
    static let witnessKey = "baku.example/witness+c76365e8+BD8hRy8g/tIW70+9YRD2M5vLmDttegcQMBJzdvehhv+s"
    /// Midnight between 7 and 8 May 1994, UTC.
    static let cosigned: UInt64 = 768_355_200

    /// The roots over the first 0 to 5 entries.
    static let roots = [
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "sKuau23T5/CKhvHJutjCrD9R/17MQO89olDRKQa4iuc=",
        "9ypyVrkzsZf4hJzm/xVEu3h+0Jp3hn+NoW6S5geq5ag=", "R/jBvY8vrDiERkoich/m74Y6u+K4rqkgK7tC+sRGOgE=",
        "oZm+nq9OxaGk3x4uRuD3EzfrZpoerSEGQU09hfMRIrc=", "RHrxh0UX1FYFyOYiWVl0oA1yKEiW6cFCOwuP7dLxb+w=",
    ]

    /// The checkpoint of three entries, signed by the log.
    static let noteOfThree = """
        bishkek.example/1994
        3
        R/jBvY8vrDiERkoich/m74Y6u+K4rqkgK7tC+sRGOgE=

        — bishkek.example/1994 TjJao7nAPGXK4tXcpMUy0lTDI7Jv7C59p9sbN7vwIeYaPly5seGdb5fxqkue7/y5UwimVu8K9/rHv1oJlAnDhI715gc=

        """

    /// The checkpoint of all entries, signed by the log.
    static let noteOfFive = """
        bishkek.example/1994
        5
        RHrxh0UX1FYFyOYiWVl0oA1yKEiW6cFCOwuP7dLxb+w=

        — bishkek.example/1994 TjJaozArdDZ9EpxrNBmJIDft5Mi/kLDURT/+gNfcT9mcR4zSI4/xh6lC/rw7uuP3ySpzGiyEDs9434cdYpk5aWltfAA=

        """

    static let cosignature = """
        — baku.example/witness x2Nl6AAAAAAtzCuAQx2PF332pbDQ1hb4zgD8vStnLe0pUZG5CeuhRZg3FvnUiWAcc1yFLJ73Ryz2L7rT4bN7e2aG03ZKX7NacJVZCQ==

        """

    /// The proof that the third entry is among the five.
    static let inclusion = """
        zHdUG9jjEqKHiXYJNgC/1ykSx/YnyKHeRrbZDlbdFIc=
        9ypyVrkzsZf4hJzm/xVEu3h+0Jp3hn+NoW6S5geq5ag=
        Sz6Z/zjFxGZwsiUVe7IcJRaY+k5s8BstRdpX2LuBxrk=

        """

    /// The proof that the five entries begin with the three.
    static let consistency = """
        YH8jqDVk5FOZxreFWELwVv1uzi321ThTGJXXtISHkC8=
        zHdUG9jjEqKHiXYJNgC/1ykSx/YnyKHeRrbZDlbdFIc=
        9ypyVrkzsZf4hJzm/xVEu3h+0Jp3hn+NoW6S5geq5ag=
        Sz6Z/zjFxGZwsiUVe7IcJRaY+k5s8BstRdpX2LuBxrk=

        """

    /// The file that proves the third entry.
    static let proof =
        "c2sp.org/tlog-proof@v1\nextra S2FyYWJha2g=\nindex 2\n\(inclusion)\n\(noteOfFive)\(cosignature)"

    /// What the log sends to its witness to be cosigned.
    static let request = "old 3\n\(consistency)\n\(noteOfFive)"

    /// The content of `tile/0/000.p/5`.
    static let tile = """
        b0ab9abb6dd3e7f08a86f1c9bad8c2ac3f51ff5ecc40ef3da250d12906b88ae7\
        4ad44236d8197845a6bd60e265993ee6a73442f34c59f9c2619635d86d84be9a\
        607f23a83564e45399c6b7855842f056fd6ece2df6d538531895d7b48487902f\
        cc77541bd8e312a2878976093600bfd72912c7f627c8a1de46b6d90e56dd1487\
        4b3e99ff38c5c46670b225157bb21c251698fa4e6cf01b2d45da57d8bb81c6b9
        """

    /// The content of `tile/entries/000.p/5`.
    static let bundle = """
        002c426973686b656b2c2035204d617920313939343a207468652070726f746f636f6c206973207461626c65642e\
        001b4b617a696d69726f76207369676e7320696e20426973686b656b2e\
        001a4b61726162616b68207369676e7320696e20426973686b656b2e\
        001941726d656e6961207369676e7320696e20426973686b656b2e\
        002e42616b752c2038204d617920313939343a2047756c69796576207369676e73207468652070686f746f636f70792e
        """

    static let policy = """
        log \(logKey) https://bishkek.example/1994
        witness baku \(witnessKey)
        quorum baku

        """

    static func logSigner() throws -> SigningKey { try SigningKey(logSecret) }

    static func witnessSigner() throws -> SigningKey {
        try SigningKey(
            name: "baku.example/witness", algorithm: .ed25519Cosignature,
            seed: Hex.decode(witnessSeed.utf8) ?? [])
    }

    static func store() -> NodeStore {
        var store = NodeStore()
        for entry in entries { store.append(leafHash: MerkleTree.leafHash(entry)) }
        return store
    }
}
